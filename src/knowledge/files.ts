/** The content folder as a list of files. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentFile } from './parse.ts';

export const FOLDERS = { errors: '.md', rules: '.md', guides: '.md', trees: '.yaml' } as const;

export interface Content {
  facts: string;
  sources: string;
  files: ContentFile[];
}

/** Reads everything below `folder`, in the order of the names. */
export function readContent(folder: string): Content {
  const files = Object.entries(FOLDERS).flatMap(([name, ending]) =>
    namesIn(join(folder, name))
      .filter((file) => file.endsWith(ending))
      .map((file) => ({ path: `${name}/${file}`, text: readText(join(folder, name, file)) })),
  );
  return { facts: readText(join(folder, 'facts.yaml')), sources: readText(join(folder, 'sources.yaml')), files };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function readText(path: string): string {
  return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
}
