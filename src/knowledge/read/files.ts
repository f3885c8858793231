/** The content folder as a list of files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentFile } from './parse.ts';

const FOLDERS = { errors: '.md', rules: '.md', guides: '.md', trees: '.yaml' } as const;

/** What all pages draw on, by the name of its file. */
export const SHELVES = ['facts', 'sources', 'blanks', 'modules', 'companions', 'imports', 'places', 'asker', 'failures', 'words'] as const;

export interface Content extends Record<(typeof SHELVES)[number], string> {
  files: ContentFile[];
  /** More ways of asking, a file an entry. */
  asks: ContentFile[];
  /** Names that came and went, a file a library. */
  names: ContentFile[];
  /** Arguments and attributes that came and went, a file a library. */
  members: ContentFile[];
}

/** Reads everything below `folder`, in the order of the names. */
export function readContent(folder: string): Content {
  const filesOf = (name: string, ending: string): ContentFile[] =>
    namesIn(join(folder, name))
      .filter((file) => file.endsWith(ending))
      .map((file) => ({ path: `${name}/${file}`, text: readText(join(folder, name, file)) }));
  const files = Object.entries(FOLDERS).flatMap(([name, ending]) => filesOf(name, ending));
  const shelves = SHELVES.map((name) => [name, readShelf(join(folder, `${name}.yaml`))]);
  return {
    ...(Object.fromEntries(shelves) as Record<(typeof SHELVES)[number], string>),
    files,
    asks: filesOf('asks', '.txt'),
    names: filesOf('names', '.txt'),
    members: filesOf('members', '.txt'),
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** A shelf that is not there is empty. */
function readShelf(path: string): string {
  return existsSync(path) ? readText(path) : '';
}

function readText(path: string): string {
  return readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
}
