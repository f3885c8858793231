/** A fix as it is told for one text: its values filled in, and told for the place that the log shows. */
import type { Fix } from '../../library/entry.ts';
import { type Filling, fillBlocks, fillCode, fillInlines } from './fill.ts';
import { forPlace, isElsewhere, isOfSpaces, lineFor } from './place/for-place.ts';
import { forSdk } from './place/for-sdk.ts';
import { forSystem } from './place/for-system.ts';
import { shellOf } from './place/shell.ts';

/** A fix with its values, told for the place that the log shows. */
export function filled(written: Fix, filling: Filling): Fix {
  const fix = forSystem(forSdk(written, filling.known), filling.known);
  const { where, os } = filling.known;
  const shell = shellOf(where, os);
  const told = fix.then.filter(({ see, do: todo }) => !(isElsewhere(where) && isOfSpaces([...see, ...todo])));
  const branches = told.map((branch) => ({ see: fillInlines(branch.see, filling), do: fillInlines(branch.do, filling) }));
  return {
    ...fix,
    title: fillInlines(fix.title, filling),
    blocks: forPlace(fillBlocks(fix.blocks, filling), filling.known, shell),
    verify: fix.verify && lineFor(fillCode(fix.verify, filling), filling.known, shell),
    // biome-ignore lint/suspicious/noThenProperty: a list of branches; nothing awaits a fix.
    then: branches,
  };
}
