/** What speaks against a fix for this asker: it was tried, it changes what must stay, it is of another SDK, or somebody else must do it. */
import type { Asker } from '../environment/asker.ts';
import type { Environment } from '../environment/environment.ts';
import type { Act, AskerKnowledge } from '../library/asker.ts';
import type { ErrorEntry, Fix } from '../library/entry.ts';
import type { Inline } from '../markup/blocks.ts';
import { snippetsOf } from '../markup/read.ts';
import { changedBy } from './changes.ts';

export type Hindrance = { by: 'did'; act: Act } | { by: 'keeps' | 'changed'; packages: string[] } | { by: 'sdk' } | { by: 'visitor' };

/** Front matter that only a Gradio Space has. */
const OF_GRADIO = /^[+]?\s{0,4}(?:sdk: ?gradio|sdk_version:)/m;
/** Whoever sits there can change what runs there. */
const OWN_PLACES: readonly string[] = ['caller', 'local', 'colab', 'kaggle', 'ci', 'cluster', 'docker'];

/** What speaks against a fix, filled in; null when nothing does. */
export function hindranceOf(fix: Fix, entry: ErrorEntry, { asker, where }: Pick<Environment, 'asker' | 'where'>): Hindrance | null {
  const changed = changedBy(fix);
  const kept = asker.keeps.filter((name) => changed.includes(name));
  if (kept.length > 0) return { by: 'keeps', packages: kept };
  if (
    asker.sdk &&
    snippetsOf(fix.blocks)
      .slice(0, 1)
      .some(({ code }) => OF_GRADIO.test(code))
  )
    return { by: 'sdk' };
  if (isForOwner(fix, entry, asker, where)) return { by: 'visitor' };
  const again = asker.changed.filter((name) => changed.includes(name));
  if (again.length > 0) return { by: 'changed', packages: again };
  const act = fix.does.find((each) => asker.did.includes(each));
  return act ? { by: 'did', act } : null;
}

/** Whether it changes a Space, and who asks only uses it. */
export function isForOwner({ who }: Fix, { stage }: ErrorEntry, { who: asks }: Asker, where: Environment['where']): boolean {
  return asks === 'visitor' && (who === null || who === 'author') && stage !== 'client' && !OWN_PLACES.includes(where);
}

/** What is said of it. `isOnly`: no other fix is meant for this text. */
export function hindranceNote(hindrance: Hindrance, isOnly: boolean, { said }: AskerKnowledge): Inline[] | null {
  switch (hindrance.by) {
    case 'did':
      return isOnly
        ? [`You say that you ${said[hindrance.act]}: look whether that took effect before you do it again.`]
        : [`As you say that you ${said[hindrance.act]}, this comes first.`];
    case 'changed':
      return [`You say that you changed ${hindrance.packages.join(', ')}: print the version where it runs; an old one may still be used.`];
    case 'keeps':
      return isOnly
        ? [`It changes ${hindrance.packages.join(', ')}, which you say must stay: no other way is known here.`]
        : [`${hindrance.packages.join(', ')} can stay as you need it.`];
    case 'sdk':
    case 'visitor':
      return null;
  }
}

/** Whether the asker says anything that may speak against a fix. */
export function saysSomething({ did, changed, keeps, who, sdk }: Asker): boolean {
  return did.length + changed.length + keeps.length > 0 || who === 'visitor' || sdk !== null;
}
