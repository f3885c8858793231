/** Inlines × width → painted lines, and where the links stand in them. */
import type { Inline } from '../core/markup/blocks.ts';
import { plainInlines } from '../core/markup/read.ts';
import { columnsOf } from '../core/text/columns.ts';
import { wrapWords } from '../core/text/wrap.ts';
import type { Paint, Theme } from './theme.ts';

export type LinkTarget = { entry: string } | { url: string };

/** Columns of one line that lead somewhere. */
export interface LinkPlace {
  target: LinkTarget;
  line: number;
  start: number;
  end: number;
}

export interface Flow {
  lines: string[];
  links: LinkPlace[];
}

/** A part of the text that is painted in one way. */
interface Run {
  text: string;
  paint: Paint;
  target: LinkTarget | null;
}

/** Wraps between words; a word that is too long is cut, an address never is. `around` paints what the parts leave plain. */
export function flow(inlines: readonly Inline[], width: number, theme: Theme, around: Paint = same): Flow {
  const runs = runsOf(inlines, around, theme);
  const text = runs.map((run) => run.text).join('');
  const painted: Flow = { lines: [], links: [] };
  for (const { start, end } of wrapWords(text, Math.max(1, width))) paintLine(runs, start, end, painted);
  return painted;
}

const same: Paint = (text) => text;

function runsOf(inlines: readonly Inline[], paint: Paint, theme: Theme): Run[] {
  return inlines.flatMap((inline): Run[] => {
    if (typeof inline === 'string') return [{ text: inline.replace(/\n/g, ' '), paint, target: null }];
    const within = (own: Paint): Paint => (paint === same ? own : (text) => paint(own(text)));
    switch (inline.type) {
      case 'strong':
        return runsOf(inline.inlines, within(theme.strong), theme);
      case 'emphasis':
        return runsOf(inline.inlines, within(theme.emphasis), theme);
      case 'code':
        return [{ text: inline.text.replace(/\n/g, ' '), paint: within(theme.code), target: null }];
      case 'entry':
        return [{ text: inline.id, paint: within(theme.link), target: { entry: inline.id } }];
      case 'link':
        return [
          {
            text: inline.text === inline.href ? inline.href : `${inline.text} (${inline.href})`,
            paint: (text) => theme.address(within(theme.link)(text), inline.href),
            target: { url: inline.href },
          },
        ];
      case 'break':
        return [{ text: '\n', paint, target: null }];
      default:
        return [{ text: plainInlines([inline]), paint, target: null }];
    }
  });
}

function paintLine(runs: Run[], from: number, to: number, { lines, links }: Flow): void {
  let out = '';
  let at = 0;
  let column = 0;
  for (const { text, paint, target } of runs) {
    const part = text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += text.length;
    if (part === '') continue;
    const end = column + columnsOf(part);
    if (target) links.push({ target, line: lines.length, start: column, end });
    out += paint(part);
    column = end;
  }
  lines.push(out);
}
