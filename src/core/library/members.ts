/** Which release of which library brought an argument or an attribute, and which took it away: one question to the tables of content/members/. */
import { compareVersions, shortVersion } from './version-range.ts';

/** What the tables tell. Versions are written as short as they can be: 4.57 for 4.57.0. */
export interface MemberHistory {
  library: string;
  /** The first release that has it. */
  since?: string;
  /** The first release that has it no more. */
  gone?: string;
  /** It is told of a class that many others extend, of which this may be one from elsewhere. */
  isInherited: boolean;
  /** What the same owner got in its stead, by the name: no later than it went, and not gone itself. */
  instead?: string;
}

interface Change {
  version: string;
  isGain: boolean;
  names: readonly string[];
}

/** Marks a class that stands for all that extend it. */
const HEIRS = '^';
/** The last word of a class, which tells its kind: FlashAttention is an Attention. */
const KIND = /[A-Z][a-z0-9]+$/;
/** Classes that others extend whose names tell nothing of it. */
const FOR_ALL = /(?:Model|Mixin)\^$/;
/** A part of a name that is its own. */
const TELLING = /[a-z]{4,}/g;
/** Only what is long enough is asked of classes that are not known: anything may be called `model`. */
const DISTINCT = 10;

/**
 * The history of an argument or attribute; null where no table tells, or more than one does.
 * @param tables by library, a line each: version, + or -, owner, names.
 * @param owners as messages write them, the likeliest first: `Trainer()`, `Trainer.train()` and `hf_hub_download()` take arguments, `Trainer` has attributes.
 */
export function historyOfMember(tables: Readonly<Record<string, string>>, owners: readonly string[], name: string): MemberHistory | null {
  const lines = Object.entries(tables).map(([library, table]) => [library, table, linesWith(table, name)] as const);
  for (const isWanted of waysToAsk(owners, name)) {
    const found = lines.flatMap(([library, table, changes]) => {
      const owned = changes.filter(([owner]) => isWanted(owner));
      const [first] = owned;
      return first
        ? [{ library, table, owner: first[0], changes: owned.filter(([owner]) => owner === first[0]).map(([, change]) => change) }]
        : [];
    });
    if (found.length > 1) return null;
    const [only] = found;
    if (only) return historyIn(only, name);
  }
  return null;
}

/** Who may own it: itself, of an attribute also the making of its class, all of its kind, and a class that it extends. */
function waysToAsk(owners: readonly string[], name: string): ((owner: string) => boolean)[] {
  const classes = owners.filter((owner) => !owner.endsWith(')'));
  const kinds = classes.flatMap((owner) => KIND.exec(owner) ?? []).map((kind) => `*${kind}`);
  return [
    ...owners.map((each) => (owner: string) => owner === each || owner === each + HEIRS),
    ...classes.map((each) => (owner: string) => owner === `${each}()`),
    ...kinds.map((each) => (owner: string) => owner === each),
    ...(name.length >= DISTINCT ? [(owner: string) => classes.some((each) => mayExtend(each, owner))] : []),
  ];
}

/** A Tokenizer may extend PreTrainedTokenizerBase; a model is called by what it is for. */
function mayExtend(name: string, root: string): boolean {
  const kind = KIND.exec(name)?.[0];
  return root.endsWith(HEIRS) && (FOR_ALL.test(root) || (kind !== undefined && root.includes(kind)));
}

function historyIn(
  { library, table, owner, changes }: { library: string; table: string; owner: string; changes: readonly Change[] },
  name: string,
): MemberHistory {
  const gain = changes.findLast(({ isGain }) => isGain);
  const last = changes.at(-1);
  const loss = last && !last.isGain ? last : undefined;
  const instead = loss && insteadOf(table, owner, name, loss.version);
  return {
    library,
    isInherited: owner.endsWith(HEIRS),
    ...(gain && { since: shortVersion(gain.version) }),
    ...(loss && { gone: shortVersion(loss.version) }),
    ...(instead && { instead }),
  };
}

/** The only name that the owner got and kept which shares a word with the one that went: `dtype` for `torch_dtype`. */
function insteadOf(table: string, owner: string, name: string, gone: string): string | undefined {
  const words = name.match(TELLING) ?? [];
  const [itself] = owner.split('()');
  const own = linesOf(table).filter(([each, { version }]) => each.split('()')[0] === itself && compareVersions(version, gone) <= 0);
  const gained = own.flatMap(([, { isGain, names }]) => (isGain ? names : []));
  const lost = own.flatMap(([, { isGain, names }]) => (isGain ? [] : names));
  const alike = [...new Set(gained)].filter((other) => !lost.includes(other) && words.some((word) => other.split('_').includes(word)));
  return alike.length === 1 ? alike[0] : undefined;
}

/** The lines that have a name, by their owner. */
function linesWith(table: string, name: string): [owner: string, Change][] {
  return table.includes(` ${name}`) ? linesOf(table).filter(([, { names }]) => names.includes(name)) : [];
}

function linesOf(table: string): [owner: string, Change][] {
  return table
    .split('\n')
    .slice(1)
    .map((line) => {
      const [version = '', sign, owner = '', ...names] = line.split(' ');
      return [owner, { version, isGain: sign === '+', names }];
    });
}
