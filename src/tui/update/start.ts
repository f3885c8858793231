/** What the command line asks the app to open with. */
import { kindNamed } from '../../commands/list.ts';
import type { Library } from '../../core/library/library.ts';
import { subjectOf } from '../screens/rows.ts';
import { fieldOf } from '../state/field.ts';
import type { View } from '../state/state.ts';
import { viewOf } from '../state/state.ts';
import { openView } from './open.ts';

/** The first view for a command (null: none was named) and its words. */
export function startView(command: string | null, words: string[], library: Library): View {
  const text = words.join(' ').trim();
  if (command === 'show' || command === 'decide') {
    const entry = text ? library.find(text, command === 'decide' ? 'tree' : undefined).entry : null;
    if (entry) return openView(subjectOf(entry));
    if (command === 'decide' && !text) return openView({ screen: 'list', kind: 'tree' });
  }
  if (command === 'check') return openView({ screen: 'check' });
  if (command === 'plan') return openView({ screen: 'plan', answers: {}, isTyped: false });
  if (command === 'list') {
    const kind = kindNamed(text);
    return openView(kind ? { screen: 'list', kind } : { screen: 'home' });
  }
  return text ? viewOf({ screen: 'search' }, fieldOf(text)) : openView({ screen: 'home' });
}
