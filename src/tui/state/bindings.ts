/** THE table of keys: matching, footer, help screen and the README's table are made from it. */
import { ALL, CHOOSE, LETTERS, type Place, READ, ROWS, SCREENS, SEARCHED } from './places.ts';

export type KeyCommand =
  | 'up'
  | 'down'
  | 'pageUp'
  | 'pageDown'
  | 'halfUp'
  | 'halfDown'
  | 'top'
  | 'bottom'
  | 'open'
  | 'back'
  | 'search'
  | 'next'
  | 'previous'
  | 'pick'
  | 'historyBack'
  | 'historyForward'
  | 'otherPane'
  | 'copySnippet'
  | 'nextSnippet'
  | 'previousSnippet'
  | 'copyPage'
  | 'outline'
  | 'source'
  | 'follow'
  | 'nearFindings'
  | 'paste'
  | 'help'
  | 'quit'
  | 'leave'
  | 'suspend'
  | 'repaint';

export interface Binding {
  command: KeyCommand;
  /** Names as {@link keyName} gives them. */
  keys: string[];
  /** Keys that act while text is being typed; a letter or a sign never does. */
  inField?: string[];
  /** Signs that act in a field as long as nothing is typed in it. */
  inEmptyField?: string[];
  /** The keys as a person writes them. */
  shown: string;
  /** What stands in the footer for them, where that is not the first of `shown`. */
  short?: string;
  /** One or two words for the footer. */
  hint: string;
  help: string;
  /** Where it does something. */
  at: readonly Place[];
}

export const BINDINGS: readonly Binding[] = [
  {
    command: 'open',
    keys: ['enter', 'right', 'l'],
    inField: ['enter'],
    shown: 'Enter → l',
    hint: 'open',
    help: 'open; on a page: the list of its links',
    at: [...ROWS, 'page', 'diagnosis', 'check', 'value', 'paste', 'find'],
  },
  {
    command: 'back',
    keys: ['esc', 'left', 'h', 'backspace'],
    inField: ['esc'],
    shown: 'Esc ← h Backspace',
    hint: 'back',
    help: 'one step back, nothing is lost; first clears a search or filter',
    at: ALL,
  },
  {
    command: 'pick',
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    shown: '1…9',
    hint: 'go to',
    help: 'go to the item with this number: an answer, a finding, a link',
    at: [...CHOOSE, 'ask', 'page', 'diagnosis', 'log', 'check'],
  },
  {
    command: 'up',
    keys: ['up', 'k'],
    inField: ['up', 'ctrl+p'],
    shown: '↑ k',
    short: '↑↓',
    hint: 'move',
    help: 'one line or row up',
    at: [...ROWS, ...READ],
  },
  {
    command: 'down',
    keys: ['down', 'j'],
    inField: ['down', 'ctrl+n'],
    shown: '↓ j',
    hint: 'down',
    help: 'one line or row down',
    at: [...ROWS, ...READ],
  },
  {
    command: 'search',
    keys: ['/'],
    shown: '/',
    hint: 'search',
    help: 'search everything; on a page: search in it; in a list: filter it',
    at: SEARCHED,
  },
  { command: 'next', keys: ['n'], shown: 'n', hint: 'next', help: 'next hit of the search on the page', at: READ },
  { command: 'previous', keys: ['N'], shown: 'N', hint: 'previous', help: 'the one before', at: READ },
  {
    command: 'copySnippet',
    keys: ['y', 'c'],
    shown: 'y c',
    hint: 'copy',
    help: 'copy the snippet marked with ▌',
    at: ['page', 'diagnosis', 'check'],
  },
  { command: 'nextSnippet', keys: ['s'], shown: 's', hint: 'next code', help: 'mark the next snippet', at: ['page', 'diagnosis', 'check'] },
  { command: 'previousSnippet', keys: ['S'], shown: 'S', hint: 'code before', help: 'the one before', at: ['page', 'diagnosis', 'check'] },
  {
    command: 'copyPage',
    keys: ['Y'],
    shown: 'Y',
    hint: 'copy all',
    help: 'copy the page, list or report as Markdown; says where it went',
    at: [...READ, 'list', 'ask'],
  },
  {
    command: 'outline',
    keys: ['o'],
    shown: 'o',
    hint: 'outline',
    help: 'outline of the page; in a tree or a plan: the answers so far',
    at: ['page', 'diagnosis', 'check', 'ask'],
  },
  {
    command: 'source',
    keys: ['x'],
    shown: 'x',
    hint: 'sources',
    help: 'the sources; Enter copies an address',
    at: ['page', 'diagnosis', 'ask'],
  },
  { command: 'follow', keys: ['f'], shown: 'f', hint: 'hold', help: 'hold the end of the log, or follow it again', at: ['log'] },
  { command: 'nearFindings', keys: ['F'], shown: 'F', hint: 'findings only', help: 'only the lines around findings, or all', at: ['log'] },
  {
    command: 'otherPane',
    keys: ['tab'],
    inField: ['tab'],
    shown: 'Tab',
    hint: 'other pane',
    help: 'to the other pane; in a diagnosis: between findings and text',
    at: ['home', 'search', 'list', 'page', 'ask', 'value', 'diagnosis', 'log', 'check'],
  },
  {
    command: 'historyBack',
    keys: ['[', 'alt+left', 'alt+b'],
    inField: ['alt+left', 'alt+b'],
    inEmptyField: ['['],
    shown: '[ Alt-←',
    short: '[ ]',
    hint: 'history',
    help: 'the screen before, as you left it; in a field as long as it is empty',
    at: SCREENS,
  },
  {
    command: 'historyForward',
    keys: [']', 'alt+right', 'alt+f'],
    inField: ['alt+right', 'alt+f'],
    inEmptyField: [']'],
    shown: '] Alt-→',
    hint: 'forward',
    help: 'the screen after',
    at: SCREENS,
  },
  {
    command: 'paste',
    keys: ['p'],
    shown: 'p',
    hint: 'paste a log',
    help: 'paste a log; a paste anywhere outside a field does the same',
    at: [...READ, 'list', 'ask'],
  },
  {
    command: 'pageDown',
    keys: ['pagedown', 'space'],
    inField: ['pagedown'],
    shown: 'PgDn Space',
    hint: 'page down',
    help: 'a page down',
    at: [...ROWS, ...READ],
  },
  {
    command: 'pageUp',
    keys: ['pageup', 'b'],
    inField: ['pageup'],
    shown: 'PgUp b',
    hint: 'page up',
    help: 'a page up',
    at: [...ROWS, ...READ],
  },
  { command: 'halfDown', keys: ['ctrl+d'], shown: 'Ctrl-D', hint: 'half down', help: 'half a page down', at: LETTERS },
  { command: 'halfUp', keys: ['ctrl+u'], shown: 'Ctrl-U', hint: 'half up', help: 'half a page up', at: LETTERS },
  { command: 'top', keys: ['g', 'home'], shown: 'g Home', hint: 'top', help: 'to the top', at: LETTERS },
  { command: 'bottom', keys: ['G', 'end'], shown: 'G End', hint: 'end', help: 'to the end; of a live log: follow it', at: LETTERS },
  {
    command: 'help',
    keys: ['?'],
    inEmptyField: ['?'],
    shown: '?',
    hint: 'help',
    help: 'help for this screen; in a field as long as it is empty',
    at: SCREENS.filter((place) => place !== 'help'),
  },
  { command: 'quit', keys: ['q'], shown: 'q', hint: 'quit', help: 'quit', at: LETTERS },
  {
    command: 'leave',
    keys: ['ctrl+c'],
    inField: ['ctrl+c'],
    shown: 'Ctrl-C',
    hint: 'leave',
    help: 'leave at once (exit code 130)',
    at: ALL,
  },
  {
    command: 'suspend',
    keys: ['ctrl+z'],
    inField: ['ctrl+z'],
    shown: 'Ctrl-Z',
    hint: 'suspend',
    help: 'suspend; fg comes back to the same place',
    at: ALL,
  },
  { command: 'repaint', keys: ['ctrl+l'], inField: ['ctrl+l'], shown: 'Ctrl-L', hint: 'repaint', help: 'repaint the screen', at: ALL },
];
