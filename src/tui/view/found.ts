/** Places within the text of a scene: where the search is right, which snippet would be copied, which numbers can be seen. */
import type { LineMark } from '../../render/paint.ts';
import { RELATED } from '../screens/rows.ts';
import { stringWidth } from './fit.ts';
import { heightOf } from './row-lines.ts';
import type { Scene } from './scene.ts';

/** Every place where the search inside the text is right. */
export function findMarks({ paper, view, model }: Scene): LineMark[] {
  const query = view.find?.field.text.toLowerCase() ?? '';
  if (!paper || query.trim() === '' || model.arrangement === 'rows') return [];
  return paper.plain.flatMap((line, index) => occurrences(line, query).map((at) => ({ line: index, ...columns(line, at, query.length) })));
}

function occurrences(line: string, query: string): number[] {
  const lower = line.toLowerCase();
  const found: number[] = [];
  for (let at = lower.indexOf(query); at >= 0; at = lower.indexOf(query, at + query.length)) found.push(at);
  return found;
}

function columns(line: string, at: number, length: number): { start: number; end: number } {
  const start = stringWidth(line.slice(0, at));
  return { start, end: start + stringWidth(line.slice(at, at + length)) };
}

export interface Chosen {
  /** What is pasted: of a change without a header, the lines as they are afterwards. */
  code: string;
  /** From 0. */
  index: number;
  total: number;
  line: number;
  height: number;
  /** Whether its first line shows. */
  isVisible: boolean;
}

/** The snippet that y takes: the one that was chosen, else the first in view (from the place that was found on), else the next below, or the last. */
export function chosenSnippet(scene: Scene): Chosen | null {
  const { paper, view, scroll } = scene;
  const all = scene.active === 'overlay' || scene.model.arrangement === 'rows' ? [] : (paper?.snippets ?? []);
  if (all.length === 0) return null;
  const own = view.snippet !== null && isInView(scene, all[view.snippet]?.line) ? view.snippet : null;
  const next = all.findIndex(({ line, height }) => line + height > from(scene, scroll));
  const index = own ?? (next < 0 ? all.length - 1 : next);
  const { code, language, line, height } = all[index] as (typeof all)[number];
  return {
    code: language === 'diff' ? changed(code) : code,
    index,
    total: all.length,
    line,
    height,
    isVisible: isInView(scene, line) || isInView(scene, line + height - 1),
  };
}

/** A whole diff is for a tool that applies it; a change of a few lines is pasted over them. */
function changed(diff: string): string {
  const lines = diff.split('\n');
  if (lines[0]?.startsWith('---')) return diff;
  return lines
    .filter((line) => !line.startsWith('-'))
    .map((line) => line.slice(1))
    .join('\n');
}

function from(scene: Scene, top: number): number {
  const found = scene.view.find ? findMarks(scene)[scene.view.find.current]?.line : undefined;
  return isInView(scene, found) ? (found as number) : top;
}

/** Whether a line of the text stands in the window now. */
export function isInView({ scroll, textHeight }: Scene, line: number | undefined): boolean {
  return line !== undefined && line >= scroll && line < scroll + textHeight;
}

/** Whether a numbered link shows: in the left pane, or at the end of the text. */
export function canSeeNumber(scene: Scene, number: number): boolean {
  const { sideRows, rowsWidth, height, layout, paper } = scene;
  if (layout.kind === 'two' && sideRows.some((row) => row.number === number)) {
    const at = sideRows.findIndex((row) => row.number === number);
    return sideRows.slice(0, at + 1).reduce((sum, row) => sum + heightOf(row, rowsWidth), 0) <= height;
  }
  const start = paper?.headings.findLast(({ title }) => title === RELATED)?.line;
  if (start === undefined) return false;
  const line = paper?.plain.findIndex((text, index) => index > start && text.trimStart().startsWith(`${number}. `));
  return line !== undefined && isInView(scene, line);
}
