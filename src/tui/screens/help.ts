/** Help, and the field for a paste: what the screen is for, then all keys from the one table. */
import { type Block, code, heading, type Inline, paragraph } from '../../core/markup/blocks.ts';
import { keyTable } from '../state/keys.ts';
import { EMPTY, type Model } from '../state/model.ts';
import type { ScreenName, View } from '../state/state.ts';

const ABOUT: Record<ScreenName, string> = {
  home: 'Type to search; arrows choose, Enter opens. Letters are text here, so Esc or Ctrl-C leaves. Paste a log and it is diagnosed.',
  search: 'Type words, an id or an error message. Arrows choose, Enter opens, Esc clears the field, Esc again goes back.',
  list: 'Move with the arrows or j and k, Enter opens, / searches.',
  page: 'Scroll, search inside it with / and n, follow the numbered links with 1 to 9, copy the snippet in view with y.',
  tree: 'Answer with a number. Esc takes the last answer back, o lists all answers to go back to. At the end, Y copies the way as Markdown.',
  diagnosis:
    'The first cause is explained. 1 to 9 choose another finding, Enter lists the pages that belong to it, y copies the fix in view.',
  plan: 'Answer with a number; every question may be skipped. At the end stands the sum, and the command that repeats it.',
  paste: 'Paste a log, or type one line of it and press Enter.',
  help: 'This is the help.',
};

/** The help screen. */
export function helpModel(view: View): Model {
  const about = view.subject.screen === 'help' ? view.subject.about : 'home';
  const text: Block[] = [
    heading(1, 'Keys'),
    paragraph(ABOUT[about]),
    { type: 'table', head: [['key'], ['does']], rows: keyTable().map((row): Inline[][] => row.map((cell) => [cell])) },
    paragraph('Text is marked and copied with the mouse as always: the app takes no mouse. Nothing leaves this machine.'),
  ];
  return { ...EMPTY, title: 'Help', text, whole: text };
}

/** The paste screen. */
export function pasteModel(): Model {
  return {
    ...EMPTY,
    title: 'Diagnose',
    arrangement: 'text',
    place: 'field',
    prompt: '› ',
    placeholder: 'Paste here, or type one line of the log',
    text: [
      paragraph('Paste a log, a traceback or the text of an error message: it is diagnosed as soon as it is here.'),
      paragraph(
        'A long log is better piped: ',
        code('hf spaces logs USER/SPACE | zerogpu-advisor -i'),
        '. The build has a log of its own: add ',
        code('--build'),
        '.',
      ),
    ],
  };
}
