/** Which release of which library brought an argument or an attribute, and which took it away: one question to the tables of content/members/. */
import { byRelease, type Change, changesIn, type History, historyOf, lossIn } from './changes.ts';
import { compareVersions } from './version-range.ts';

/** What the tables tell. */
export interface MemberHistory extends History {
  library: string;
  /** It is told of a class that many others extend, of which this may be one from elsewhere. */
  isInherited: boolean;
  /** What the same owner got in its stead, by the name: no later than it went, and not gone itself. */
  instead?: string;
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
 * @param tables by library, as `byOwner` writes them.
 * @param owners as messages write them, the likeliest first: `Trainer()`, `Trainer.train()` and `hf_hub_download()` take arguments, `Trainer` has attributes.
 */
export function historyOfMember(tables: Readonly<Record<string, string>>, owners: readonly string[], name: string): MemberHistory | null {
  // Most tables do not have it, which is soon seen.
  const telling = Object.entries(tables).filter(([, short]) => short.includes(` ${name}`));
  const lines = telling.map(([library, short]) => {
    const table = changesIn(byRelease(short));
    return { library, table, changes: table.filter(({ names }) => names.includes(name)) };
  });
  for (const isWanted of waysToAsk(owners, name)) {
    const found = lines.flatMap(({ library, table, changes }) => {
      const owner = changes.map((change) => change.owner).find(isWanted);
      return owner === undefined ? [] : [{ library, table, changes: changes.filter((change) => change.owner === owner) }];
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
  { library, table, changes }: { library: string; table: readonly Change[]; changes: readonly Change[] },
  name: string,
): MemberHistory {
  const owner = changes[0]?.owner ?? '';
  const loss = lossIn(changes);
  const instead = loss && insteadOf(table, owner, name, loss);
  return { library, isInherited: owner.endsWith(HEIRS), ...historyOf(changes), ...(instead && { instead }) };
}

/** The only name that the owner got and kept which shares a word with the one that went: `dtype` for `torch_dtype`. */
function insteadOf(table: readonly Change[], of: string, name: string, gone: string): string | undefined {
  const words = name.match(TELLING) ?? [];
  const [itself] = of.split('()');
  const own = table.filter(({ owner, version }) => owner.split('()')[0] === itself && compareVersions(version, gone) <= 0);
  const gained = own.flatMap(({ isGain, names }) => (isGain ? names : []));
  const lost = own.flatMap(({ isGain, names }) => (isGain ? [] : names));
  const alike = [...new Set(gained)].filter((other) => !lost.includes(other) && words.some((word) => other.split('_').includes(word)));
  return alike.length === 1 ? alike[0] : undefined;
}
