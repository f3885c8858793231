/** Which output of Gradio refused a value, and what it takes: by its class in the message, or by the file of Gradio that was at it. */
import type { Library } from '../../library/library.ts';
import type { Location } from '../../log/traceback/traceback-line.ts';

const FILE_OF_COMPONENT = /[\\/]gradio[\\/]components[\\/](\w{3,30})\.py$/;
/** Methods of a component that see what a function returned. */
const ON_THE_WAY_OUT = /^_?(?:postprocess|format)/;

/** As `{{component}}`, `{{takes}}` and `{{returns}}`; nothing where neither names one that the table has. */
export function componentOf(
  { failures }: Pick<Library, 'failures'>,
  { named, frame }: { named: unknown; frame: Location | null },
): { component: string; takes: string; returns: string } | null {
  const ofFile = frame && ON_THE_WAY_OUT.test(frame.function) ? FILE_OF_COMPONENT.exec(frame.file)?.[1] : undefined;
  const name = plain(String(named ?? ofFile ?? ''));
  // The table is opened by the first that asks.
  if (name === '') return null;
  const found = Object.entries(failures.components).find(([known]) => plain(known) === name);
  return found ? { component: `gr.${found[0]}`, ...found[1] } : null;
}

/** HighlightedText, as highlighted_text.py has it. */
function plain(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}
