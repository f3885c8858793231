/** THE key table: matching, footer, help screen and the README's table are printed from it. */

export type Command =
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
  | 'copyPage'
  | 'outline'
  | 'source'
  | 'paste'
  | 'help'
  | 'quit'
  | 'leave'
  | 'suspend'
  | 'repaint';

/** What a screen lets one do: a binding shows up where one of its places applies. */
export type Place = 'choose' | 'read' | 'ask' | 'field' | 'overlay';

export interface Binding {
  command: Command;
  /** Names as {@link keyName} gives them. */
  keys: string[];
  /** Keys that act while text is being typed; letters never do. */
  inField?: string[];
  /** The keys as a person writes them. */
  shown: string;
  /** One or two words for the footer; without it the binding is in the help only. */
  hint?: string;
  help: string;
  /** Where the footer names it. */
  places?: Place[];
  /** Named only where there are two panes. */
  isWide?: boolean;
}

/** In the order of the footer: what stands first is what stays when the window is narrow. */
export const BINDINGS: readonly Binding[] = [
  { command: 'help', keys: ['?'], shown: '?', hint: 'help', help: 'help for this screen', places: ['choose', 'read', 'ask', 'overlay'] },
  { command: 'quit', keys: ['q'], shown: 'q', hint: 'quit', help: 'quit', places: ['choose', 'read', 'ask'] },
  {
    command: 'back',
    keys: ['esc', 'left', 'h', 'backspace'],
    inField: ['esc'],
    shown: 'Esc ← h Backspace',
    hint: 'back',
    help: 'one step back; in a field: clear it first',
    places: ['choose', 'read', 'ask', 'field', 'overlay'],
  },
  {
    command: 'open',
    keys: ['enter', 'right', 'l'],
    inField: ['enter'],
    shown: 'Enter → l',
    hint: 'open',
    help: 'open; on a page: its numbered links',
    places: ['choose', 'field', 'overlay', 'ask'],
  },
  {
    command: 'pick',
    keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    shown: '1…9',
    hint: 'pick',
    help: 'answer in a tree, pick in a list, follow a numbered link',
    places: ['ask', 'overlay', 'read'],
  },
  { command: 'up', keys: ['up', 'k'], inField: ['up', 'ctrl+p'], shown: '↑ k', help: 'one line or entry up' },
  {
    command: 'down',
    keys: ['down', 'j'],
    inField: ['down', 'ctrl+n'],
    shown: '↓ j',
    help: 'one line or entry down',
  },
  {
    command: 'search',
    keys: ['/'],
    shown: '/',
    hint: 'search',
    help: 'search from anywhere; inside a page: in the page',
    places: ['choose', 'read', 'ask'],
  },
  { command: 'copySnippet', keys: ['y', 'c'], shown: 'y c', hint: 'copy', help: 'copy the snippet in view', places: ['read'] },
  {
    command: 'copyPage',
    keys: ['Y'],
    shown: 'Y',
    help: 'copy the page as Markdown; says honestly where it went',
  },
  {
    command: 'outline',
    keys: ['o'],
    shown: 'o',
    hint: 'outline',
    help: 'outline of the page; in a tree: the answers so far',
    places: ['read'],
  },
  { command: 'next', keys: ['n'], shown: 'n', help: 'next place that the search found' },
  { command: 'previous', keys: ['N'], shown: 'N', help: 'the one before' },
  {
    command: 'otherPane',
    keys: ['tab'],
    inField: ['tab'],
    shown: 'Tab',
    hint: 'other pane',
    help: 'other pane; in a diagnosis: between findings and text',
    places: ['choose', 'read', 'ask', 'field'],
    isWide: true,
  },
  { command: 'source', keys: ['x'], shown: 'x', hint: 'sources', help: 'the links of its sources', places: ['read'] },
  {
    command: 'paste',
    keys: ['p'],
    shown: 'p',
    hint: 'paste',
    help: 'paste a log; a paste anywhere outside a field does the same',
    places: ['choose'],
  },
  {
    command: 'pageDown',
    keys: ['pagedown', 'space', 'f'],
    inField: ['pagedown'],
    shown: 'PgDn Space f',
    help: 'a page down',
  },
  { command: 'pageUp', keys: ['pageup', 'b'], inField: ['pageup'], shown: 'PgUp b', help: 'a page up' },
  { command: 'halfDown', keys: ['ctrl+d'], shown: 'Ctrl-D', help: 'half a page down' },
  { command: 'halfUp', keys: ['ctrl+u'], shown: 'Ctrl-U', help: 'half a page up' },
  { command: 'top', keys: ['g', 'home'], shown: 'g Home', help: 'to the top' },
  { command: 'bottom', keys: ['G', 'end'], shown: 'G End', help: 'to the end' },
  { command: 'historyBack', keys: ['['], shown: '[', help: 'history: back, to where you were in it' },
  { command: 'historyForward', keys: [']'], shown: ']', help: 'history: forward' },
  {
    command: 'leave',
    keys: ['ctrl+c'],
    inField: ['ctrl+c'],
    shown: 'Ctrl-C',
    hint: 'leave',
    help: 'leave at once (exit code 130)',
    places: ['field'],
  },
  { command: 'suspend', keys: ['ctrl+z'], inField: ['ctrl+z'], shown: 'Ctrl-Z', help: 'suspend; fg comes back to the same place' },
  { command: 'repaint', keys: ['ctrl+l'], inField: ['ctrl+l'], shown: 'Ctrl-L', help: 'repaint the screen' },
];

const BY_KEY = new Map(BINDINGS.flatMap((binding) => binding.keys.map((key) => [key, binding.command])));
const BY_FIELD_KEY = new Map(BINDINGS.flatMap((binding) => (binding.inField ?? []).map((key) => [key, binding.command])));

/** The command that a key stands for; null when it is text or nothing. */
export function commandFor(key: string, isField: boolean): Command | null {
  return (isField ? BY_FIELD_KEY : BY_KEY).get(key) ?? null;
}

/** Keys and what they do, for a table. */
export function keyTable(): [keys: string, does: string][] {
  return BINDINGS.map(({ shown, help }) => [shown, help]);
}
