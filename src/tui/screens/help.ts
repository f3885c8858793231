/** Help, and the field for a paste: what the screen is for, then all keys from the one table. */
import { type Block, code, heading, type Inline, paragraph } from '../../core/markup/blocks.ts';
import { keyTable } from '../state/keys.ts';
import { EMPTY, type Model } from '../state/model.ts';
import type { Place } from '../state/places.ts';
import type { View } from '../state/state.ts';

const ABOUT: Partial<Record<Place, string>> = {
  home: 'Type to search; arrows choose, Enter opens. Letters are text here. Paste a log and it is diagnosed. What you did last is on top.',
  search: 'Type words, an id or an error message. Arrows choose, Enter opens; Esc clears the field, then goes back.',
  list: 'Move with the arrows, Enter opens. / filters the list as you type; Esc shows all of it again.',
  page: 'Read, search inside it with / and n, go to a numbered link with its digit. y copies the snippet marked with ▌, s marks the next.',
  ask: 'Answer with its number. Esc takes the last answer back, o lists all answers to go back to. At the end, Y copies the path as Markdown.',
  diagnosis:
    'The first cause is explained, its whole page below. Digits go to another finding or to a related page, y copies the marked fix.',
  log: 'The end of the log. Digits go to the findings; what you are reading stays. f holds the log, or follows it again.',
  check: 'Each finding with its source, the change and the rule behind it. Enter opens the rule beside the source.',
  value: 'Write a value and press Enter; Esc shows the choices again.',
  paste: 'Paste a log, or type one line of it and press Enter.',
};

/** The help screen: what the screen is for that one came from, and the keys that work there. */
export function helpModel(view: View): Model {
  const about = view.subject.screen === 'help' ? view.subject.about : 'home';
  const text: Block[] = [
    heading(1, 'Keys'),
    paragraph(ABOUT[about] ?? ''),
    { type: 'table', head: [['key'], ['does']], rows: keyTable(about).map((row): Inline[][] => row.map((cell) => [cell])) },
    paragraph('Select and copy text with the mouse as always: the app does not use it. Nothing leaves this machine.'),
  ];
  return { ...EMPTY, title: 'Help', text, whole: text, place: 'help' };
}

/** The paste screen. */
export function pasteModel(): Model {
  return {
    ...EMPTY,
    title: 'Diagnose',
    arrangement: 'text',
    place: 'paste',
    prompt: '› ',
    placeholder: 'Paste here, or type one line of the log',
    text: [
      paragraph('Paste a log, a traceback or the text of an error message: it is diagnosed at once.'),
      paragraph(
        'Better pipe a long log: ',
        code('hf spaces logs USER/SPACE | zerogpu-advisor -i'),
        '. The build has its own log: add ',
        code('--build'),
        '.',
      ),
    ],
  };
}
