/** The functions of a Python snippet that `@spaces.GPU` decorates, by their indentation. */

export interface Decorated {
  /** The decorators and the line of `def`. */
  head: string[];
  body: string[];
  isAsync: boolean;
}

const DECORATOR = /^@spaces\.GPU\b/;
const DEFINITION = /^(?:async )?def /;

/** Every decorated function at the margin. In: the lines of a snippet. */
export function decoratedIn(lines: string[]): Decorated[] {
  return lines.flatMap((line, index) => (DECORATOR.test(line) ? decoratedAt(lines, index) : []));
}

function decoratedAt(lines: string[], start: number): Decorated[] {
  const definition = lines.findIndex((line, index) => index > start && DEFINITION.test(line));
  if (definition === -1) return [];
  const after = lines.slice(definition + 1);
  const length = after.findIndex((line) => /^\S/.test(line));
  return [
    {
      head: lines.slice(start, definition + 1),
      body: length === -1 ? after : after.slice(0, length),
      isAsync: (lines[definition] as string).startsWith('async '),
    },
  ];
}
