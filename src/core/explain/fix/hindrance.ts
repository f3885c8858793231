/** What speaks against a fix for this asker: it was tried, it changes what must stay, it is of another SDK, or somebody else must do it. */
import type { Asker } from '../../environment/asker.ts';
import { type Act, type AskerKnowledge, doneBy, OBSERVED } from '../../library/asker.ts';
import type { ErrorEntry, Fix } from '../../library/entry.ts';
import { code, type Inline } from '../../markup/blocks.ts';
import { snippetsOf } from '../../markup/read.ts';
import { changedBy } from './changes.ts';
import { isOfOwner } from './visiting.ts';

export type Hindrance = { by: 'did'; act: Act } | { by: 'keeps' | 'changed'; packages: string[] } | { by: 'sdk' } | { by: 'visitor' };

/** Front matter that only a Gradio Space has. */
const OF_GRADIO = /^[+]?\s{0,4}(?:sdk: ?gradio|sdk_version:)/m;

/** What speaks against a fix, filled in; null when nothing does. `visits`: who asks cannot change the Space. */
export function hindranceOf(fix: Fix, { stage }: Pick<ErrorEntry, 'stage'>, asker: Asker, visits: boolean): Hindrance | null {
  const changed = changedBy(fix);
  const kept = asker.keeps.filter((name) => changed.includes(name));
  if (kept.length > 0) return { by: 'keeps', packages: kept };
  if (asker.sdk && OF_GRADIO.test(snippetsOf(fix.blocks)[0]?.code ?? '')) return { by: 'sdk' };
  if (visits && isOfOwner(fix, stage === 'client')) return { by: 'visitor' };
  const again = asker.changed.filter((name) => changed.includes(name));
  if (again.length > 0) return { by: 'changed', packages: again };
  // Who has done a part of it has not done it, and what comes after something is no repetition of it. What the text shows is enough.
  const done = fix.does.filter((each) => !OBSERVED.includes(each)).map((each) => doneBy(each, asker.did));
  const shown = fix.does.find((each) => OBSERVED.includes(each) && asker.did.includes(each));
  const act = shown ?? (done.includes(undefined) ? undefined : done[0]);
  return act && !fix.after.some((each) => asker.did.includes(each)) ? { by: 'did', act } : null;
}

/** What is said of it. `other`: the fix that comes first instead; null where none is meant for this text. */
export function hintOf(hindrance: Hindrance, other: Fix | null, { said }: AskerKnowledge): Inline[] | null {
  switch (hindrance.by) {
    case 'did':
      return other
        ? [`${said[hindrance.act]}: then do this next.`]
        : [`${said[hindrance.act]}: check that it took effect before you do it again.`];
    case 'changed':
      return [`You say that you changed ${hindrance.packages.join(', ')}: print the version where it runs; an old one may still be used.`];
    case 'keeps': {
      const names = hindrance.packages.join(', ');
      return other
        ? [`With this, ${names} can stay as you need it.`]
        : [`It changes ${names}, which you say must stay: no other way is known here.`];
    }
    case 'sdk':
      return other
        ? null
        : ['Your SDK is not Gradio: leave ', code('sdk:'), ' as it is; Gradio’s version is then in ', code('requirements.txt'), '.'];
    case 'visitor':
      return null;
  }
}

/** Whether the asker says anything that may speak against a fix. */
export function saysSomething({ did, changed, keeps, sdk }: Asker): boolean {
  return did.length + changed.length + keeps.length > 0 || sdk !== null;
}
