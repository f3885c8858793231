/** The header: where one is at the left, how far one is, or how a log goes, at the right. */
import type { Theme } from '../../render/theme.ts';
import { stringWidth, toWidth } from './fit.ts';
import type { Scene } from './scene.ts';

const NAME = 'zerogpu-advisor';

/** The header and the rule below it; a bare window has none. */
export function headerLines(scene: Scene, theme: Theme): string[] {
  const { columns, kind } = scene.layout;
  if (kind === 'bare') return [];
  const [left, right] = fitting(lefts(scene.model.title), rights(scene), columns - 2);
  const name = left.startsWith(NAME) ? theme.title(NAME) + left.slice(NAME.length) : left;
  return [` ${toWidth(name, columns - 2 - stringWidth(right))}${theme.quiet(right)}`, theme.quiet('─'.repeat(columns))];
}

function lefts(title: string): string[] {
  if (title === '') return [`${NAME}: why does my ZeroGPU Space not do what it should?`, NAME];
  return [`${NAME} › ${title}`, title, ''];
}

/** What is said at the right, the whole first. */
function rights(scene: Scene): string[] {
  const { live } = scene.model;
  return live.length > 0 ? live : [positionOf(scene)];
}

/** The longest of both that fit on one line, a blank between them; the right one gives way last. */
function fitting(left: readonly string[], right: readonly string[], room: number): [string, string] {
  for (const said of right) {
    const found = left.find((each) => stringWidth(each) + stringWidth(said) + 1 <= room);
    if (found !== undefined) return [found, said];
  }
  return ['', ''];
}

/** Where one is: the row of how many, and how far down the text. */
export function positionOf({ active, rows, selected, view, model, scroll, maxScroll, paper, overlayRows }: Scene): string {
  if (active === 'overlay') return `${(view.overlay?.selected ?? 0) + 1}/${overlayRows.length}`;
  const choosable = rows.flatMap((row, index) => (row.target ? [index] : []));
  const row = choosable.length > 0 ? `${choosable.indexOf(selected) + 1}/${choosable.length}` : '';
  const share = paper && maxScroll > 0 ? `${Math.round((scroll / maxScroll) * 100)} %` : '';
  if (active === 'rows' && model.arrangement !== 'rows-then-text') return row;
  return [model.arrangement === 'rows-then-text' ? row : '', share].filter(Boolean).join(' · ');
}
