/** Who asks about a Space that he cannot change: he says so, or he calls it, and what failed is told by the Space. */
import type { Finding } from '../../diagnose/diagnosis.ts';
import type { Environment } from '../../environment/environment.ts';
import { VISITOR, type VisitorFix } from '../../library/asker.ts';
import { BARE_FIX, type ErrorEntry, type Fix } from '../../library/entry.ts';
import { type Inline, paragraph, snippet } from '../../markup/blocks.ts';
import { plainInlines, sentencesOf, snippetsOf } from '../../markup/read.ts';
import type { Filling } from './fill.ts';
import { filled } from './filled.ts';

/** A line that passes on what the app behind a client said. */
const OF_CALLED = /\bAppError\b|\bupstream Gradio app\b|\.hf\.space\b/;
/** The page of a Space that does not run: what stands beside it is why. */
const NOT_RUNNING = 'space-not-running';
/** Whoever sits there can change what runs there. */
const OWN_PLACES: readonly string[] = ['caller', 'local', 'colab', 'kaggle', 'ci', 'cluster', 'docker'];
/** What only the owner of a Space may do. */
const OF_OWNER = /\bhf spaces (?:restart|settings|secrets|variables|logs|pause)\b|^[+]?sdk_version:/m;

const RESTART = /^Restart\b/;
/** How a branch begins that is for who does not own the Space. */
const NOT_HIS = /\b(?:Space is not yours|not your Space|visit this Space|Space of somebody else)\b/;
/** About two lines of a card. */
const LONGEST_WORD = 150;

/** Whether this finding is of a Space that is not the asker's. `findings`: all of the text. */
export function isVisiting({ asker, where }: Environment, finding: Finding, findings: readonly Finding[]): boolean {
  const isOfCalled =
    where === 'caller' &&
    (OF_CALLED.test(finding.evidence) || findings.some(({ id, causedBy }) => id === NOT_RUNNING && causedBy === finding.id));
  if (isOfCalled) return asker.who !== 'author' && asker.who !== 'copy';
  return saysVisitor({ asker, where });
}

/** Whether he says that it is not his, and that it is no program of his own that failed. */
export function saysVisitor({ asker, where }: Pick<Environment, 'asker' | 'where'>): boolean {
  return asker.who === 'visitor' && !OWN_PLACES.includes(where);
}

/** Whether a fix changes the Space itself: then it is its owner's. */
export function isOfOwner({ title, who, when, blocks }: Fix, isOfClient: boolean): boolean {
  if (who === 'visitor') return false;
  // Whoever is to blame: a restart is the owner's.
  if (who === 'platform') return RESTART.test(plainInlines(title));
  if (when.some(({ name, operator, values }) => name === 'where' && operator === '=' && values.includes('caller'))) return false;
  const does = snippetsOf(blocks)[0]?.code ?? '';
  return who === 'author' || OF_OWNER.test(does) || (who === null && !isOfClient);
}

/** What is left to him where the page has only fixes for the owner, of which `theirs` is the first: what the page says to him, else a word for all. */
export function fixForVisitor({ sections }: ErrorEntry, theirs: Fix, { title, say, code }: VisitorFix, filling: Filling): Fix {
  const said = ofBranch(theirs) ?? ofSection(sections) ?? say;
  const blocks = [paragraph(...said), snippet(code, 'text')];
  return filled({ ...BARE_FIX, name: VISITOR, title, blocks }, filling);
}

/** "If the Space is not yours: …". */
function ofBranch({ then }: Fix): Inline[] | null {
  const words = then.find(({ see }) => NOT_HIS.test(plainInlines(see)))?.do;
  const [first, ...rest] = words ?? [];
  return typeof first === 'string' ? [`${first.charAt(0).toUpperCase()}${first.slice(1)}`, ...rest, '.'] : null;
}

/** The first sentences of the section that is for him. */
function ofSection(sections: ErrorEntry['sections']): Inline[] | null {
  const [first] = sections.find(({ heading }) => heading === 'If you are the visitor')?.blocks ?? [];
  if (first?.type !== 'paragraph') return null;
  const kept: Inline[] = [];
  for (const sentence of sentencesOf(first.inlines)) {
    if (kept.length > 0 && plainInlines([...kept, ...sentence]).length > LONGEST_WORD) break;
    kept.push(...(kept.length > 0 ? [' '] : []), ...sentence);
  }
  return kept;
}
