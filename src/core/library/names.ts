/** Which release of a library brought a name, and which took it away: one question to a table of content/names/. */
import { type Change, changesIn, type History, historyOf, lossIn } from './changes.ts';
import { shortVersion } from './version-range.ts';

/** What a table tells of a name. */
export interface NameHistory extends History {
  /** A release that still has it, a minor version before: only of a library that is pinned exactly. */
  held?: string;
  /** The newest release that was read, none of which has the name. */
  nowhere?: string;
}

/** Stand in tables for modules as names, and for families of models; and for the package itself. */
const MODULES = '/';
const FAMILIES = '=';
const ITSELF = '.';
/** What classes of a family are called behind its name; others may have come or gone by themselves. */
const CLASS = /(?:Config|Model|For[A-Z]\w{2,40}|Processor|ImageProcessor(?:Fast)?|VideoProcessor|Tokenizer(?:Fast)?|PreTrainedModel)$/;
/** Classes of which a table that lists the whole package has each one; those of other frameworks are left out there, and most are gone. */
const LISTED = /^(?!Flax|Onnx)\w+(?:Pipeline|Scheduler)$/;

/** What a table tells of some modules. */
interface Told {
  oldest: string;
  newest: string;
  /** All that were read, oldest first; empty where a range is enough to pin. */
  releases: readonly string[];
  changes: readonly Change[];
}

/** The history of `name` in a module of a library ("" is the library itself): empty where the table does not tell. */
export function historyOfName(table: string, module: string, name: string): NameHistory {
  const told = read(table, [...withParents(module), ITSELF]);
  const { oldest, newest, changes } = told;
  const history = historyIn(told, name);
  if (history.since || history.gone) return history;
  const asModule = module === '' ? historyOfModule(table, name) : {};
  if (asModule.since || asModule.gone) return asModule;
  if (CLASS.test(name)) return withoutEnd(historyOfFamily(table, name));
  const isWhole = module === '' && changes[0]?.version === oldest;
  return isWhole && LISTED.test(name) && !changes.some(({ names }) => names.includes(name)) ? { nowhere: newest } : {};
}

/** The history of a module, given without the library's own name: the module, or the longest part of it that the table has. */
export function historyOfModule(table: string, module: string): NameHistory {
  const told = read(table, [MODULES]);
  const parts = module.split('.');
  for (let length = parts.length; length > 0; length--) {
    const part = parts.slice(0, length).join('.');
    const history = historyIn(told, part);
    if (history.since || history.gone) return history;
  }
  return parts[0] === 'models' && parts[1] ? withoutEnd(historyOfFamily(table, parts[1])) : {};
}

/** The history of a family of models, by its type ("qwen3_vl") or by the name of one of its classes: the longest name that fits counts. */
export function historyOfFamily(table: string, name: string): NameHistory {
  const { newest, oldest, changes } = read(table, [FAMILIES]);
  if (changes.length === 0) return {};
  const wanted = plain(name);
  let best = { length: 0, version: '' };
  for (const { version, names } of changes)
    for (const family of names) {
      const own = plain(family);
      if (own.length > best.length && wanted.startsWith(own)) best = { length: own.length, version };
    }
  if (best.length === 0) return { nowhere: newest };
  return best.version === oldest ? {} : { since: shortVersion(best.version) };
}

/** Of a class nobody says that it never was: it may be called otherwise than its family. */
function withoutEnd({ since }: NameHistory): NameHistory {
  return since ? { since } : {};
}

/** What came again after it went is there; what the oldest release had is no gain of it. */
function historyIn({ changes, oldest, releases }: Told, name: string): NameHistory {
  const found = changes.filter(({ version, names }) => version !== oldest && names.includes(name));
  const loss = lossIn(found);
  const held = loss && releases[releases.indexOf(loss) - 1];
  return { ...historyOf(found), ...(held && { held }) };
}

/** utils.import_utils, utils: what a module has is often passed on by the package that it is in. */
function withParents(module: string): string[] {
  const parts = module === '' ? [] : module.split('.');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
}

/** The lines of the table that tell of these modules, oldest first. */
function read(table: string, modules: readonly string[]): Told {
  const [oldest = '', newest = '', ...releases] = (table.split('\n', 1)[0] as string).split(' ');
  return { oldest, newest, releases, changes: changesIn(table).filter(({ owner }) => modules.includes(owner)) };
}

/** Qwen3VL and qwen3_vl are one. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
