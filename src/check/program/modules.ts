/** The local modules of a Space: found from import statements as Python finds them, read once each. */
import type { Of } from '../python/tree.ts';
import { below, type Folder, folderOf, isUnreadable } from '../space/folder.ts';
import { pythonText } from '../space/text-file.ts';
import { type Module, makeModule } from './module.ts';

/** What an import brings: a local module, a name that a local module has, something installed, or a local module that is not there. */
export type Imported =
  | { is: 'module'; module: Module }
  | { is: 'member'; module: Module; name: string }
  | { is: 'external'; path: string }
  | { is: 'missing'; name: string };

/** How many files are read at most, and how many nodes their trees may have; what is beyond is told as not seen. A large Space has 400,000. */
const MOST_FILES = 1000;
const MOST_NODES = 1_500_000;

/** The modules of a Space, each read and parsed once, when somebody imports it. */
export class Modules {
  readonly #folder: Folder;
  readonly #roots: string[];
  readonly #modules = new Map<string, Module | null>();
  readonly #imported = new WeakMap<Of<'Alias'>, Imported>();
  readonly #listed = new Map<string, Set<string>>();
  #nodes = 0;
  /** Whether all that the app imports has been read. */
  isComplete = false;
  /** Files that are there and were not read, and imports that lead nowhere. */
  readonly unseen: { file: string; line: number | null; why: string }[] = [];

  /** `apps` are the files that the Space runs: the folder of each is the first place where Python looks. */
  constructor(folder: Folder, apps: string[]) {
    this.#folder = folder;
    const ancestors = [...new Set(apps.flatMap((app) => ancestorsOf(folderOf(app))))];
    this.#roots = [...new Set([...ancestors, ...ancestors.map((each) => below(each, 'src'))])];
  }

  /** All modules that were read, in the order of reading. */
  get read(): Module[] {
    return [...this.#modules.values()].filter((module) => module !== null);
  }

  /** The module at this path, or null when there is none that can be read. */
  open(path: string, isMain = false): Module | null {
    const known = this.#modules.get(path);
    if (known !== undefined) return known;
    const module = this.#readModule(path, isMain);
    this.#modules.set(path, module);
    return module;
  }

  #readModule(path: string, isMain: boolean): Module | null {
    const read = this.#folder.read(path);
    if (read === null) return null;
    if (isUnreadable(read)) return this.#leaveOut(path, read.why);
    if (this.#modules.size >= MOST_FILES || this.#nodes >= MOST_NODES)
      return this.#leaveOut(path, 'was not read: too much comes before it');
    const module = makeModule(path, pythonText(read), isMain);
    this.#nodes += module.nodes;
    const { refusal } = module;
    if (refusal && !refusal.isCertain)
      this.unseen.push({ file: path, line: refusal.line, why: `was not read: ${refusal.what} for this program, and maybe not for Python` });
    return module;
  }

  #leaveOut(file: string, why: string): null {
    this.unseen.push({ file, line: null, why });
    return null;
  }

  /** What `alias` of an import statement in `importer` stands for. */
  imported(importer: Module, from: Of<'Import'> | Of<'ImportFrom'>, alias: Of<'Alias'>): Imported {
    let found = this.#imported.get(alias);
    if (!found) {
      found = this.#resolve(importer, from, alias);
      this.#imported.set(alias, found);
    }
    return found;
  }

  #resolve(importer: Module, from: Of<'Import'> | Of<'ImportFrom'>, { name, asname }: Of<'Alias'>): Imported {
    if (from.nodeType === 'Import') {
      const whole = this.#find(importer, name, 0);
      // `import a.b` binds `a`; what is below it is looked up through the name.
      if (asname || !name.includes('.')) return whole ?? { is: 'external', path: name };
      return this.#find(importer, name.split('.')[0] as string, 0) ?? { is: 'external', path: name.split('.')[0] as string };
    }
    const base = from.module ?? '';
    const level = from.level ?? 0;
    const parent = base || level > 0 ? this.#find(importer, base, level) : null;
    if (parent?.is === 'module' && hasName(parent.module, name)) return { is: 'member', module: parent.module, name };
    const child = this.#find(importer, base ? `${base}.${name}` : name, level);
    if (child?.is === 'module') return child;
    if (parent?.is === 'module') return { is: 'member', module: parent.module, name };
    return parent ?? child ?? { is: 'external', path: `${base}.${name}` };
  }

  /** The local module of a dotted name; null when nothing local has its first part. */
  #find(importer: Module, dotted: string, level: number): Imported | null {
    const parts = dotted.split('.').filter(Boolean);
    const roots = level > 0 ? [climb(folderOf(importer.path), level - 1)] : this.#roots;
    let isMissing = level > 0;
    for (const root of roots) {
      if (root === null) continue;
      const module = this.#at(root, parts);
      if (module) return { is: 'module', module };
      if (parts[0] && this.#isPackage(root, parts[0])) isMissing = true;
    }
    return isMissing ? { is: 'missing', name: `${'.'.repeat(level)}${dotted}` } : null;
  }

  #at(root: string, parts: string[]): Module | null {
    const [first] = parts;
    if (first === undefined) return this.open(below(root, '__init__.py'));
    const names = this.#names(root);
    if (!names.has(`${first}/`) && !(parts.length === 1 && names.has(`${first}.py`))) return null;
    // A copy of the package spaces in the repository is still the package.
    if (first === 'spaces' && this.#names(below(root, first)).has('zero/')) return null;
    const path = below(root, parts.join('/'));
    return this.open(`${path}.py`) ?? this.open(below(path, '__init__.py'));
  }

  /** A folder that Python takes for a package before it looks at what is installed. */
  #isPackage(root: string, name: string): boolean {
    return name !== 'spaces' && this.#names(root).has(`${name}/`) && this.#names(below(root, name)).has('__init__.py');
  }

  #names(folder: string): Set<string> {
    let names = this.#listed.get(folder);
    if (!names) {
      names = new Set(this.#folder.list(folder));
      this.#listed.set(folder, names);
    }
    return names;
  }
}

/** Whether a module binds this name at its outermost level, as far as a glance tells. */
function hasName({ tree }: Module, name: string): boolean {
  return tree.body.some((node) => 'name' in node && node.name === name);
}

/** A folder and all around it, innermost first. */
export function ancestorsOf(folder: string): string[] {
  return folder === '' ? [''] : [folder, ...ancestorsOf(folderOf(folder))];
}

function climb(folder: string, steps: number): string | null {
  if (steps === 0) return folder;
  return folder === '' ? null : climb(folderOf(folder), steps - 1);
}
