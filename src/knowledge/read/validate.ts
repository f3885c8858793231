/** YAML and its shape; what is wrong with it comes back as problems. */
import { parse as parseYaml } from 'yaml';
import type { z } from 'zod';
import type { Problem } from '../problem.ts';

/** Validates a YAML value; problems come back with the field that is wrong. */
export function validate<T extends z.ZodType>(schema: T, value: unknown, path: string, problems: Problem[]): z.output<T> | null {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const field = issue.path.join('.');
    problems.push({
      check: 'shape',
      path: field ? `${path}: ${field}` : path,
      reason: issue.message,
      help: 'See content/README.md for the fields of this kind of file.',
    });
  }
  return null;
}

/** The value of a YAML text; undefined when it is none. */
export function yaml(text: string, path: string, problems: Problem[]): unknown {
  try {
    return parseYaml(text);
  } catch (error) {
    problems.push({
      check: 'yaml',
      path,
      reason: (error as Error).message.split('\n')[0] as string,
      help: 'Quote texts that hold ": ", "#" or brackets.',
    });
    return undefined;
  }
}
