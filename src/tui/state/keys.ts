/** Keys → commands, and the table of both for people. */
import { BINDINGS, type Binding, type KeyCommand } from './bindings.ts';
import { FIELDS, type Place } from './places.ts';

type Keys = Pick<Binding, 'keys' | 'inField' | 'inEmptyField'>;
const BY_KEY = byKey(({ keys }) => keys);
const BY_FIELD_KEY = byKey(({ inField = [] }) => inField);
const BY_EMPTY_FIELD_KEY = byKey(({ inEmptyField = [] }) => inEmptyField);

function byKey(keysOf: (binding: Keys) => readonly string[]): ReadonlyMap<string, KeyCommand> {
  return new Map(BINDINGS.flatMap((binding) => keysOf(binding).map((key) => [key, binding.command] as const)));
}

/** The command that a key stands for; null when it is text or nothing. */
export function commandFor(key: string, isField: boolean, isEmpty = false): KeyCommand | null {
  if (!isField) return BY_KEY.get(key) ?? null;
  return BY_FIELD_KEY.get(key) ?? (isEmpty ? BY_EMPTY_FIELD_KEY.get(key) : undefined) ?? null;
}

/** Whether the table says that a command does something in a place. */
export function worksAt(command: KeyCommand, place: Place): boolean {
  return bindingOf(command).at.includes(place);
}

/** The row of the key table that belongs to a command. */
export function bindingOf(command: KeyCommand): Binding {
  return BINDINGS.find((binding) => binding.command === command) as Binding;
}

/** Keys and what they do, for a table: all, or those of one place; of a field only the keys that are no text there. */
export function keyTable(place?: Place): [keys: string, does: string][] {
  const isField = place !== undefined && FIELDS.includes(place);
  return BINDINGS.filter(({ at }) => !place || at.includes(place)).map((binding) => [
    isField ? fieldKeys(binding) : binding.shown,
    binding.help,
  ]);
}

/** The keys of a binding that work where text is typed, as a person writes them. */
export function fieldKeys({ inField = [], inEmptyField = [] }: Keys): string {
  return [...inEmptyField, ...inField]
    .filter((key) => !/^alt\+[bf]$/.test(key))
    .map(label)
    .join(' ');
}

const LABELS: Record<string, string> = {
  up: '↑',
  down: '↓',
  'alt+left': 'Alt-←',
  'alt+right': 'Alt-→',
  enter: 'Enter',
  esc: 'Esc',
  tab: 'Tab',
  pageup: 'PgUp',
  pagedown: 'PgDn',
};

function label(key: string): string {
  return LABELS[key] ?? key.replace(/^ctrl\+(.)$/, (_, letter: string) => `Ctrl-${letter.toUpperCase()}`);
}
