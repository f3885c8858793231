/** A terminal's screen → SVG: every cell in its place, in the colours that the program asked for. */
import type { IBufferCell, Terminal } from '@xterm/headless';

const CELL = { width: 8.4, height: 18 };
const MARGIN = 14;
const BACKGROUND = '#16181d';
const FOREGROUND = '#d6d9df';
/** The eight colours that the theme uses, and their bright forms. */
const PALETTE = ['#3b4048', '#e06c75', '#98c379', '#d9b562', '#6ea8fe', '#c88ce0', '#56b6c2', '#d6d9df'];

interface Style {
  color: string;
  background: string | null;
  isBold: boolean;
  isDim: boolean;
  isItalic: boolean;
  isUnderlined: boolean;
}

interface Run extends Style {
  text: string;
  column: number;
  width: number;
}

/** Draws what the screen shows: the rows of a picture, or of one of its frames. */
export function drawScreen(terminal: Terminal): string[] {
  return Array.from({ length: terminal.rows }, (_, row) => drawRow(terminal, row)).filter(Boolean);
}

/** How long each frame of several is shown. */
const FRAME_SECONDS = 3;

/** A picture of so many columns and rows; of several frames one after the other, round and round. `title` is read by those who do not see it. */
export function toSvg(frames: readonly string[][], { cols, rows }: Pick<Terminal, 'cols' | 'rows'>, title: string): string {
  const width = Math.ceil(cols * CELL.width + 2 * MARGIN);
  const height = Math.ceil(rows * CELL.height + 2 * MARGIN);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escapeXml(title)}</title>`,
    ...(frames.length > 1 ? [animation(frames.length)] : []),
    `<rect width="100%" height="100%" rx="8" fill="${BACKGROUND}"/>`,
    `<g font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,monospace" font-size="14" fill="${FOREGROUND}" xml:space="preserve" style="white-space:pre">`,
    ...frames.flatMap((lines, index) => (frames.length > 1 ? [`<g class="frame f${index}">`, ...lines, '</g>'] : lines)),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** Each frame has its turn; who wants no motion sees the last one. */
function animation(count: number): string {
  const share = 100 / count;
  const turns = Array.from({ length: count }, (_, index) => `.f${index}{animation-delay:${index * FRAME_SECONDS}s}`).join('');
  const keyframes = `@keyframes turn{0%,${n(share - 0.01)}%{visibility:visible}${n(share)}%,100%{visibility:hidden}}`;
  const still = `@media (prefers-reduced-motion:reduce){.frame{animation:none}.f${count - 1}{visibility:visible}}`;
  return `<style>${keyframes}.frame{visibility:hidden;animation:turn ${count * FRAME_SECONDS}s step-end infinite}${turns}${still}</style>`;
}

function drawRow(terminal: Terminal, row: number): string {
  return runsOf(terminal, row)
    .map((run) => drawRun(run, row))
    .join('');
}

function runsOf(terminal: Terminal, row: number): Run[] {
  const line = terminal.buffer.active.getLine(terminal.buffer.active.viewportY + row);
  const runs: Run[] = [];
  for (let column = 0; line && column < terminal.cols; column++) {
    const cell = line.getCell(column);
    if (!cell || cell.getWidth() === 0) continue;
    const style = styleOf(cell);
    const last = runs.at(-1);
    if (last && isSame(last, style)) {
      last.text += cell.getChars() || ' ';
      last.width += cell.getWidth();
    } else runs.push({ ...style, text: cell.getChars() || ' ', column, width: cell.getWidth() });
  }
  return runs.filter((run) => run.text.trim() !== '' || run.background).map(trimmed);
}

/** Blanks at the ends are left out: not every viewer keeps them. */
function trimmed(run: Run): Run {
  if (run.background) return run;
  const lead = run.text.length - run.text.trimStart().length;
  const tail = run.text.length - run.text.trimEnd().length;
  return { ...run, text: run.text.trim(), column: run.column + lead, width: run.width - lead - tail };
}

function styleOf(cell: IBufferCell): Style {
  const color = cell.isFgRGB()
    ? `#${cell.getFgColor().toString(16).padStart(6, '0')}`
    : cell.isFgPalette()
      ? (PALETTE[cell.getFgColor() % 8] as string)
      : FOREGROUND;
  const isInverse = cell.isInverse() !== 0;
  return {
    color: isInverse ? BACKGROUND : color,
    background: isInverse ? color : null,
    isBold: cell.isBold() !== 0,
    isDim: cell.isDim() !== 0,
    isItalic: cell.isItalic() !== 0,
    isUnderlined: cell.isUnderline() !== 0,
  };
}

function isSame(run: Style, style: Style): boolean {
  return (Object.keys(style) as (keyof Style)[]).every((key) => run[key] === style[key]);
}

function drawRun({ text, column, width, color, background, isBold, isDim, isItalic, isUnderlined }: Run, row: number): string {
  const x = MARGIN + column * CELL.width;
  const y = MARGIN + row * CELL.height;
  const length = width * CELL.width;
  const box = background ? `<rect x="${n(x)}" y="${n(y)}" width="${n(length)}" height="${CELL.height}" fill="${background}"/>` : '';
  const style = [
    color === FOREGROUND ? '' : ` fill="${color}"`,
    isBold ? ' font-weight="bold"' : '',
    isDim ? ' opacity="0.6"' : '',
    isItalic ? ' font-style="italic"' : '',
    isUnderlined ? ' text-decoration="underline"' : '',
  ].join('');
  // The length keeps the columns, whatever font the reader has.
  const words = `<text x="${n(x)}" y="${n(y + 13.5)}" textLength="${n(length)}" lengthAdjust="spacingAndGlyphs"${style}>${escapeXml(text)}</text>`;
  return box + words;
}

function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
