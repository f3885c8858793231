/** A Space as the checks see it: its settings, what it installs, its Python, and the figures of the platform. */
import type { Library } from '../../core/library/library.ts';
import { ancestorsOf } from '../program/modules.ts';
import { Program } from '../program/program.ts';
import { findApps, hasPythonBeside, readAppFile } from './apps.ts';
import { type CheckFigures, checkFiguresOf } from './figures.ts';
import { below, type Folder, folderOf, isUnreadable, normalise } from './folder.ts';
import { type FrontMatter, parseFrontMatter } from './front-matter.ts';
import { parseRequirements, type Requirement, type RequirementsFile } from './requirements.ts';
import { plainText } from './text-file.ts';

export interface Unseen {
  file: string;
  line: number | null;
  why: string;
}

export interface Space {
  folder: Folder;
  front: FrontMatter | null;
  /** requirements.txt, pre-requirements.txt and what they include. */
  files: RequirementsFile[];
  /** All their entries. */
  requirements: Requirement[];
  program: Program;
  figures: CheckFigures;
  companions: Library['companions'];
  unseen: Unseen[];
}

/** What checks know besides the Space. */
export type PlatformKnowledge = Pick<Library, 'facts' | 'companions'>;

const REQUIREMENTS = ['pre-requirements.txt', 'requirements.txt'];
/** Files that include one another are followed this often. */
const MOST_INCLUDED = 20;

/** Reads a Space; null when there is nothing in the folder that looks like an app. */
export function readSpace(folder: Folder, { facts, companions }: PlatformKnowledge): Space | null {
  const unseen: Unseen[] = [];
  const atRoot = readFront(folder, 'README.md', unseen);
  const apps = findApps(folder, atRoot);
  if (apps.length === 0) return null;
  const around = [...new Set(apps.flatMap((app) => ancestorsOf(folderOf(app))))];
  const front = atRoot ?? around.flatMap((each) => readFront(folder, below(each, 'README.md'), unseen) ?? [])[0] ?? null;
  if (front) unseen.push(...keptElsewhere(folder, front));
  const files = nearest(folder, apps, unseen);
  const program = new Program(folder, apps);
  return {
    folder,
    front,
    files,
    requirements: files.flatMap(({ requirements }) => requirements),
    program,
    figures: checkFiguresOf(facts),
    companions,
    unseen: unseen.concat(program.evaluator.modules.unseen),
  };
}

function readText(folder: Folder, path: string, unseen: Unseen[]): string | null {
  const read = folder.read(path);
  if (read === null) return null;
  if (!isUnreadable(read)) return plainText(read);
  if (!unseen.some(({ file }) => file === path)) unseen.push({ file: path, line: null, why: read.why });
  return null;
}

function readFront(folder: Folder, path: string, unseen: Unseen[]): FrontMatter | null {
  const text = readText(folder, path, unseen);
  return text === null ? null : parseFrontMatter(path, text);
}

/** An app_file that is not in this folder, whose README is copied to the Space together with it. */
function keptElsewhere(folder: Folder, front: FrontMatter): Unseen[] {
  const named = front.settings.get('app_file');
  if (!named?.text || readAppFile(folder, front) !== null || hasPythonBeside(folder, front)) return [];
  return [{ file: front.file, line: named.line, why: `names the app_file ${named.text}, which is not in the folder` }];
}

/** The Hub reads these files at the root; where an app lies deeper, in a repository of more than the Space, those nearest to it. */
function nearest(folder: Folder, apps: string[], unseen: Unseen[]): RequirementsFile[] {
  const paths = apps.flatMap((app) =>
    REQUIREMENTS.flatMap(
      (name) =>
        ancestorsOf(folderOf(app))
          .map((each) => below(each, name))
          .find((path) => folder.read(path) !== null) ?? [],
    ),
  );
  const found: RequirementsFile[] = [];
  const pending = [...new Set(paths)];
  for (let path = pending.shift(); path !== undefined && found.length < MOST_INCLUDED; path = pending.shift()) {
    const text = path === '' || found.some(({ file }) => file === path) ? null : readText(folder, path, unseen);
    if (text === null) continue;
    const parsed = parseRequirements(path, text);
    found.push(parsed);
    const base = folderOf(path);
    for (const name of parsed.includes.slice(0, MOST_INCLUDED)) pending.push(normalise(below(base, name)) ?? '');
  }
  return found;
}

/** What is pinned or asked for under this name, in the order of installation. */
export function requirementsOf({ requirements }: Pick<Space, 'requirements'>, name: string): Requirement[] {
  return requirements.filter((each) => each.name === name);
}

/** The Python that the Space runs, as major and minor; null when there is no front matter that says it. */
export function pythonOf({ front, figures }: Pick<Space, 'front' | 'figures'>): string | null {
  if (!front) return null;
  const said = front.settings.get('python_version')?.text;
  return said === undefined ? figures.pythonDefault : (/^\d{1,2}\.\d{1,2}/.exec(said)?.[0] ?? null);
}

/** The lines of a file that was read: Python, requirements or the README. */
export function linesOf({ program, files, front }: Space, file: string): readonly string[] | undefined {
  return (
    program.modules.find(({ path }) => path === file)?.lines ??
    files.find((each) => each.file === file)?.lines ??
    (front?.file === file ? front.lines : undefined)
  );
}
