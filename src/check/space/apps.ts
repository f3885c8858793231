/** Which file the Space runs: what the front matter says, else app.py, else the files below that look like one. */
import type { ProblemResult } from '../../core/result.ts';
import { literally } from '../../core/text/literally.ts';
import { neutraliseAndMask } from '../../core/text/neutralise-and-mask.ts';
import { below, type Folder, folderOf, isUnreadable, normalise } from './folder.ts';
import type { FrontMatter } from './front-matter.ts';
import { plainText } from './text-file.ts';

/** A search in somebody's whole home folder ends here. */
const MOST_FOLDERS = 400;
const MOST_FILES = 600;
const DEEPEST = 9;

/** Longer names are cut where they are printed. */
const LONGEST_NAME = 200;

/** Folders that hold no source of the Space. */
const PASSED_OVER = /^(?:\..*|node_modules|__pycache__|site-packages|venv|env|build|dist)\/$/;

/** The files that the Space runs, best first; several only when nobody says which, none when nothing looks like an app. */
export function findApps(folder: Folder, front: FrontMatter | null): string[] {
  const named = front?.settings.get('app_file')?.text;
  for (const path of [named, 'app.py']) if (path && folder.read(path) !== null) return startedBy(folder, path);
  const files = pythonFiles(folder).map((path) => ({ path, text: textOf(folder, path) }));
  const found = LOOKS_LIKE_APP.map((looks) => files.filter(({ path, text }) => looks(text) && !TESTS.test(path))).find(
    (some) => some.length > 0,
  );
  if (!found) return [];
  const outermost = found.filter(({ path }) => !found.some((other) => other.path !== path && imports(other, path)));
  return [...new Set(outermost.flatMap((app) => launchersOf(app, files)))];
}

interface Source {
  path: string;
  text: string;
}

/** A file that launches nothing is run by those that import it and do. */
function launchersOf({ path, text }: Source, files: readonly Source[]): string[] {
  if (text.includes('.launch(')) return [path];
  const launchers = files.filter((each) => each.text.includes('.launch(') && !TESTS.test(each.path) && imports(each, path));
  return launchers.length > 0 ? launchers.map((each) => each.path) : [path];
}

const STARTED = /\bpython3?\b["',\s]{1,10}([\w./-]{1,200}\.py)\b/g;

/** An app that only starts another script in a process of its own stands for that script. */
function startedBy(folder: Folder, path: string): string[] {
  const text = textOf(folder, path);
  if (text.includes('.launch(') || !/\b(?:subprocess|os\.system|os\.exec\w{1,4})\b/.test(text)) return [path];
  const scripts = [...text.matchAll(STARTED)].flatMap(([, name]) => normalise(below(folderOf(path), name as string)) ?? []);
  const apps = scripts.filter((each) => /\.launch\(/.test(textOf(folder, each)));
  return apps.length > 0 ? [...new Set(apps)] : [path];
}

/** What `app_file` names, beside the README or from the root; null when it names nothing or there is no such file. */
export function readAppFile(folder: Folder, { file, settings }: FrontMatter): ReturnType<Folder['read']> {
  const named = settings.get('app_file')?.text;
  return named ? (folder.read(below(folderOf(file), named)) ?? folder.read(named)) : null;
}

/** Whether the folder of a README holds Python at all: else it is filled with the Space's files somewhere else. */
export function hasPythonBeside(folder: Folder, { file }: FrontMatter): boolean {
  return folder.list(folderOf(file)).some((name) => name.endsWith('.py'));
}

/** What tells an app, the surest first: a decorator outside a comment, the words for one in any form, a launch. */
const LOOKS_LIKE_APP: ((text: string) => boolean)[] = [
  (text) => /^[^#\n]{0,400}\bspaces\.GPU\b/m.test(text),
  (text) => /\bspaces\b/.test(text) && /\bGPU\b/.test(text),
  (text) => /\bgradio\b/.test(text) && text.includes('.launch('),
];

/** Tests decorate too, and no Space runs them. */
const TESTS = /(?:^|\/)(?:tests?\/|test_[^/]{1,100}\.py$|conftest\.py$)/;

/** Whether a file imports the one at `path`, by the name of its file. */
function imports({ path: importer, text }: Source, path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.py$/, '');
  if (name === '__init__' || folderOf(importer).startsWith(`${folderOf(path)}/`)) return false;
  const named = new RegExp(`\\b${literally(name)}\\b`);
  return text.split('\n').some((line) => /^\s{0,40}(?:from|import)\s/.test(line) && named.test(line));
}

function pythonFiles(folder: Folder): string[] {
  const found: string[] = [];
  const pending = [''];
  for (let visited = 0; visited < MOST_FOLDERS && found.length < MOST_FILES; visited++) {
    const at = pending.shift();
    if (at === undefined) break;
    for (const name of folder.list(at)) {
      if (name.endsWith('.py')) found.push(below(at, name));
      else if (name.endsWith('/') && !PASSED_OVER.test(name) && at.split('/').length < DEEPEST) pending.push(below(at, name.slice(0, -1)));
    }
  }
  return found.slice(0, MOST_FILES);
}

function textOf(folder: Folder, path: string): string {
  const read = folder.read(path);
  return read === null || isUnreadable(read) ? '' : plainText(read);
}

/** The sentence for a folder in which nothing looks like an app. */
export function noApp({ name }: Folder): ProblemResult {
  return {
    type: 'problem',
    what: `There is no app in "${neutraliseAndMask(name, LONGEST_NAME)}".`,
    help: 'Name the folder of the Space: the one with app.py, or with a README.md whose front matter has app_file.',
  };
}
