/** The footer: the keys that matter here, as many as there is room for; the search that is being typed; or what has just happened. */
import { neutraliseAndMask } from '../../core/text/neutralise-and-mask.ts';
import type { Theme } from '../../render/theme.ts';
import type { KeyCommand } from '../state/bindings.ts';
import { FOOTERS } from '../state/footers.ts';
import { bindingOf, fieldKeys, worksAt } from '../state/keys.ts';
import type { State } from '../state/state.ts';
import { fieldWindow } from './field-line.ts';
import { stringWidth, wrapText } from './fit.ts';
import { chosenSnippet, findMarks } from './found.ts';
import { positionOf } from './header.ts';
import { type Scene, typedIn } from './scene.ts';

interface Footer {
  lines: string[];
  /** Column of the cursor, where one types here. */
  x: number | null;
}

/** The last lines of the screen. */
export function footerLines(state: State, scene: Scene, theme: Theme): Footer {
  const { layout, view } = scene;
  const isBare = layout.kind === 'bare';
  const rule = isBare ? [] : [theme.quiet('─'.repeat(layout.columns))];
  if (view.find?.isTyping) {
    const window = fieldWindow(view.find.field.text, view.find.field.cursor, layout.columns - 2);
    const keys = isBare ? [] : [` ${hints(state, scene, theme, layout.columns - 2)}`];
    return { lines: [...keys, `/${window.text}`], x: 1 + window.x };
  }
  if (state.status !== null) return { lines: [...rule, ...wrapText(state.status, layout.columns - 2).map((line) => ` ${line}`)], x: null };
  // A bare window has no header: what that says stands here.
  const position = isBare ? [scene.model.live.at(-1), positionOf(scene)].filter(Boolean).join(' · ') : '';
  const room = layout.columns - 2 - (position ? stringWidth(position) + 1 : 0);
  return { lines: [...rule, ` ${hints(state, scene, theme, room, position)}`], x: null };
}

interface Hint {
  key: string;
  says: string;
}

/** A bare window has room for so many, help among them. */
const BARE_HINTS = 2;

/** The keys by what matters most; help stands last and never falls away where it works. */
function hints(state: State, scene: Scene, theme: Theme, room: number, position = ''): string {
  const last: Hint[] = isOfUse('help', state, scene) ? [{ key: '?', says: 'help' }] : [];
  const first = [...foundHint(scene), ...FOOTERS[scene.place].flatMap((named) => hintOf(named, state, scene))];
  const most = scene.layout.kind === 'bare' ? BARE_HINTS - last.length : first.length;
  const kept: Hint[] = [];
  for (const hint of first) if (kept.length < most && widthOf([...kept, hint, ...last]) <= room) kept.push(hint);
  const shown = [...kept, ...last];
  const line = shown.map(({ key, says }) => `${theme.strong(key)} ${says}`).join(theme.quiet(' · '));
  return position === '' ? line : line + ' '.repeat(Math.max(1, room - widthOf(shown) + 1)) + theme.quiet(position);
}

function widthOf(shown: readonly Hint[]): number {
  return shown.reduce((sum, { key, says }) => sum + stringWidth(key) + 1 + stringWidth(says), 3 * Math.max(0, shown.length - 1));
}

function hintOf(named: KeyCommand | [KeyCommand, string], state: State, scene: Scene): Hint[] {
  const [command, own] = typeof named === 'string' ? [named, undefined] : named;
  if (!isOfUse(command, state, scene)) return [];
  const { short, shown, hint } = bindingOf(command);
  const inField = fieldKeys(bindingOf(command)).split(' ')[0] ?? '';
  const key = short ?? (scene.isTyping ? inField : (shown.split(' ')[0] as string));
  return [
    {
      key: scene.isTyping && command === 'historyBack' && typedIn(scene) !== '' ? 'Alt-←' : key,
      says: saidNow(command, scene) ?? own ?? hint,
    },
  ];
}

/** What a key does right now, where that changes. */
function saidNow(command: KeyCommand, scene: Scene): string | undefined {
  const { view } = scene;
  if (command === 'follow') return view.held === null ? 'hold' : 'follow';
  if (command === 'nearFindings') return view.isNearOnly ? 'all lines' : 'findings only';
  if (command === 'otherPane' && scene.model.arrangement === 'text') return 'other pane';
  if (command === 'copySnippet') return chosenSnippet(scene)?.isVisible ? 'copy ▌' : 'copy code';
  if (command === 'back' && scene.place === 'search') return typedIn(scene) === '' ? 'back' : 'clear';
  if (command === 'back' && view.find && !view.find.isTyping) return scene.place === 'list' ? 'whole list' : 'end search';
  return undefined;
}

function foundHint(scene: Scene): Hint[] {
  const { find } = scene.view;
  if (!find || find.isTyping || scene.model.arrangement === 'rows') return [];
  const total = findMarks(scene).length;
  return [
    { key: 'n N', says: total === 0 ? `"${neutraliseAndMask(find.field.text, 20)}" is not here` : `${find.current + 1} of ${total}` },
  ];
}

/** Whether a key would do something here and now: no footer names one that would not. */
export function isOfUse(command: KeyCommand, state: State, scene: Scene): boolean {
  if (!worksAt(command, scene.place)) return false;
  const { model, paper, layout, sideRows } = scene;
  const isEmpty = !scene.isTyping || typedIn(scene) === '';
  switch (command) {
    case 'help':
      return isEmpty;
    case 'historyBack':
      return state.views.length > 1;
    case 'copySnippet':
      return chosenSnippet(scene) !== null;
    case 'nextSnippet':
      return (chosenSnippet(scene)?.total ?? 0) > 1;
    case 'copyPage':
      return model.whole.length > 0;
    case 'source':
      return model.sources.length > 0;
    case 'outline':
      return scene.place === 'ask' ? model.side.length > 0 : (paper?.headings.length ?? 0) > 1;
    case 'otherPane':
      return (
        model.arrangement === 'rows-then-text' ||
        (layout.kind === 'two' && (model.arrangement === 'rows' || sideRows.some(({ target }) => target)))
      );
    case 'open':
      return model.place !== 'page' && model.place !== 'diagnosis'
        ? true
        : scene.place === 'overlay' || scene.place === 'find' || model.links.length > 0;
    case 'pick':
      return scene.rows.some(({ number }) => number) || model.links.length > 0 || scene.place === 'overlay';
    case 'up':
      return scene.active !== 'text' || scene.maxScroll > 0;
    case 'follow':
      return scene.view.subject.screen === 'diagnosis' && scene.view.subject.origin.isReading;
    default:
      return true;
  }
}
