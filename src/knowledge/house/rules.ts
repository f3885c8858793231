/** What one page recommends must not break the rule of another page. */
import { decoratedIn } from './decorated.ts';
import type { HouseRule } from './house.ts';
import type { Snippet } from './snippets.ts';

/** Sections that recommend; a guide or a tree may show what something is before it says what to do. */
const RECOMMENDED = ['Do', 'Fix'];
const LOADS = /\b(?:from_pretrained|snapshot_download|hf_hub_download)\(/;
const ARGUMENTS = /^@spaces\.GPU\((.{1,200})\)/;
const KNOWN_ARGUMENTS = ['duration', 'size'];

/** Complains when a snippet breaks a rule that has a page of its own. */
export const brokenRule: HouseRule = (snippet) => {
  const [rule, reason] = brokenBy(snippet) ?? [];
  if (!rule) return null;
  return { check: 'rule', reason: `It breaks "${rule}": ${reason}`, help: `Follow content/rules/${rule}.md, or show it under "## Don't".` };
};

function brokenBy(snippet: Snippet): [rule: string, reason: string] | null {
  if (snippet.language === 'requirements') return pinsSpaces(snippet.lines);
  if (snippet.language !== 'python') return null;
  return (
    unknownArgument(snippet.lines) ?? asynchronous(snippet.lines) ?? (RECOMMENDED.includes(snippet.section) ? slow(snippet.lines) : null)
  );
}

function pinsSpaces(lines: string[]): [string, string] | null {
  const line = lines.find((text) => /^spaces\b/.test(text));
  return line === undefined ? null : ['no-spaces-in-requirements', line];
}

function asynchronous(lines: string[]): [string, string] | null {
  return decoratedIn(lines).some(({ isAsync }) => isAsync) ? ['async-functions', 'an async function is decorated'] : null;
}

function slow(lines: string[]): [string, string] | null {
  const load = decoratedIn(lines).flatMap(({ body }) => body.find((line) => LOADS.test(line)) ?? [])[0];
  if (load) return ['module-scope-loading', load.trim()];
  const compiled = lines.find((line) => /\btorch\.compile\(/.test(line));
  return compiled === undefined ? null : ['no-torch-compile', compiled.trim()];
}

function unknownArgument(lines: string[]): [string, string] | null {
  for (const line of lines) {
    const given = [...(ARGUMENTS.exec(line)?.[1] ?? '').matchAll(/(?:^|, )(\w{1,40})=/g)].map((found) => found[1] as string);
    const unknown = given.find((name) => !KNOWN_ARGUMENTS.includes(name));
    if (unknown) return ['explicit-duration', `@spaces.GPU has no argument ${unknown}`];
    const size = /\bsize="(\w{1,20})"/.exec(line)?.[1];
    if (line.startsWith('@spaces.GPU') && size && !['large', 'xlarge'].includes(size))
      return ['size-large-vs-xlarge', `there is no size ${size}`];
  }
  return null;
}
