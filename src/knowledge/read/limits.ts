/** Which Pythons a fix is for that pins torch. */
import { limitsOfTorch } from '../../core/explain/fix/torch-tables.ts';
import type { Condition } from '../../core/library/condition.ts';
import type { Fix } from '../../core/library/entry.ts';
import type { Library } from '../../core/library/library.ts';
import { snippetsOf } from '../../core/markup/read.ts';

const PINNED = /\btorch==(\d{1,2}(?:\.\d{1,3}){2})\b/g;

/** What must hold so that each torch that its code pins has a wheel. */
export function limitsOf({ blocks }: Pick<Fix, 'blocks'>, companions: Library['companions']): Condition[] {
  const pinned = snippetsOf(blocks).flatMap(({ code }) => [...code.matchAll(PINNED)].map(([, release]) => release as string));
  return [...new Set(pinned)].flatMap((release) => limitsOfTorch(companions, release));
}
