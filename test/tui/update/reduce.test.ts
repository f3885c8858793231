import { describe, expect, test } from 'vitest';
import { plainWords } from '../../../src/core/markup/read.ts';
import { lastDiagnosis } from '../../../src/tui/state/history.ts';
import { type State, viewNow } from '../../../src/tui/state/state.ts';
import { sceneOf } from '../../../src/tui/view/scene.ts';
import { act, afterwards, press, stateOf, world } from '../world.ts';

const PAGE = { screen: 'page', id: 'quota-exceeded' } as const;
const TREE = { screen: 'tree', id: 'large-or-xlarge', answers: [] } as { screen: 'tree'; id: string; answers: number[] };
const QUOTA = 'You have exceeded your free ZeroGPU quota (60s requested vs. 30s left). Try again in 3:12:00.';

const shown = (state: State) => viewNow(state).subject;

describe('home and search', () => {
  test('typing on the home screen is a search, also letters that are keys elsewhere', () => {
    const state = press(stateOf(), ...'jqk');
    expect(shown(state)).toEqual({ screen: 'search' });
    expect(viewNow(state).field?.text).toBe('jqk');
  });

  test('Esc clears the field, then goes back, then leaves', () => {
    const typed = press(stateOf(), 'q', 'esc');
    expect(viewNow(typed).field?.text).toBe('');
    expect(shown(press(typed, 'esc'))).toEqual({ screen: 'home' });
    expect(act(typed, 'esc', 'esc').effects).toEqual([{ type: 'exit', code: 0 }]);
  });

  test('Enter opens the chosen hit, and coming back finds it chosen', () => {
    const opened = press(stateOf(), ...'quota', 'down', 'down', 'enter');
    expect(shown(opened).screen).toMatch(/page|tree/);
    const back = press(opened, 'esc');
    expect(sceneOf(back, world).selected).toBe(2);
    expect(viewNow(back).field?.text).toBe('quota');
  });

  test('an id in full comes first', () => {
    expect(shown(press(stateOf(), ...'large-or-xlarge', 'enter'))).toEqual(TREE);
  });

  test('? on an empty field is help, inside a text a letter', () => {
    expect(shown(press(stateOf(), '?'))).toEqual({ screen: 'help', about: 'home' });
    expect(viewNow(press(stateOf(), 'w', '?')).field?.text).toBe('w?');
  });
});

describe('reading', () => {
  test('moves by lines, pages and to the ends, and not beyond', () => {
    const state = stateOf(PAGE);
    const { maxScroll, textHeight } = sceneOf(state, world);
    const at = (...keys: string[]) => viewNow(press(state, ...keys)).scroll;
    expect([at('j'), at('k'), at('space'), at('G'), at('G', 'j'), at('G', 'g')]).toEqual([1, 0, textHeight - 1, maxScroll, maxScroll, 0]);
    expect(at('ctrl+d', 'ctrl+u')).toBe(0);
  });

  test('history keeps scroll and search', () => {
    const deep = press(stateOf(PAGE), 'space', '/', ...'quota', 'enter', '?');
    const back = press(deep, '[');
    expect(viewNow(back).find?.field.text).toBe('quota');
    expect(viewNow(back).scroll).toBe((deep.views[0] as { scroll: number }).scroll);
    expect(shown(press(back, ']'))).toMatchObject({ screen: 'help' });
  });

  test('n goes round all places', () => {
    const found = press(stateOf(PAGE), '/', ...'token', 'enter');
    const first = viewNow(found).find?.current;
    let state = found;
    const seen = new Set<number | undefined>();
    do {
      seen.add(viewNow(state).find?.current);
      state = press(state, 'n');
    } while (viewNow(state).find?.current !== first);
    expect(seen.size).toBeGreaterThan(1);
    expect(viewNow(press(found, 'N', 'n')).find?.current).toBe(first);
  });

  test('a number follows the link of that number, Enter lists them', () => {
    const links = sceneOf(stateOf(PAGE), world).model.links;
    const target = links[1]?.target;
    expect(target?.to === 'subject' && target.subject).toEqual(shown(press(stateOf(PAGE, 140, 45), '2')));
    expect(viewNow(press(stateOf(PAGE), 'enter')).overlay?.kind).toBe('links');
    // Below the screen the number cannot be seen: it is shown first.
    expect(viewNow(press(stateOf(PAGE), '2')).overlay).toEqual({ kind: 'links', selected: 1 });
    expect(shown(press(stateOf(PAGE), 'enter', 'down', 'enter'))).toEqual(shown(press(stateOf(PAGE), '2', 'enter')));
  });

  test('the outline jumps to a heading', () => {
    const state = press(stateOf(PAGE), 'o', 'G', 'enter');
    const { paper, view, maxScroll } = sceneOf(state, world);
    const line = paper?.headings.filter(({ depth }) => depth <= 3).at(-1)?.line ?? 0;
    expect(view.scroll).toBe(Math.min(maxScroll, line));
    expect(view.overlay).toBeNull();
  });

  test('every heading and snippet of every page is found where it stands', () => {
    for (const { id, kind } of world.library.entries) {
      if (kind === 'tree') continue;
      const { paper } = sceneOf(stateOf({ screen: 'page', id }), world);
      const places = paper?.headings.map(({ line }) => line) ?? [];
      expect({ id, places }).toEqual({ id, places: [...places].sort((a, b) => a - b) });
      expect(new Set(places).size).toBe(places.length);
    }
  });

  test('resizing stays at the same part of the text', () => {
    const state = press(stateOf(PAGE, 80, 24), 'pagedown', 'pagedown', 'pagedown');
    const share = (each: State) => viewNow(each).scroll / (sceneOf(each, world).paper?.lines.length ?? 1);
    const narrow = afterwards(state, { type: 'resize', size: { columns: 50, rows: 24 } });
    expect(Math.abs(share(narrow) - share(state))).toBeLessThan(0.03);
  });
});

describe('copying', () => {
  test('y copies the snippet in view', () => {
    const state = press(stateOf(PAGE), '/', ...'gradio_client', 'enter');
    const [effect] = act(state, 'y').effects;
    expect(effect).toMatchObject({ type: 'copy' });
    expect(effect?.type === 'copy' && effect.text).toContain('Client(');
  });

  test('y copies a change as the lines that it leaves', () => {
    const page = { screen: 'page', id: 'async-function' } as const;
    const { paper } = sceneOf(stateOf(page), world);
    const change = paper?.snippets.findIndex(({ language }) => language === 'diff') ?? -1;
    const [effect] = act(stateOf(page), ...Array.from({ length: change }, () => 's'), 'y').effects;
    const text = effect?.type === 'copy' ? effect.text : '';
    expect(paper?.snippets[change]?.code).toContain('-async def');
    expect(text).toContain('\ndef ');
    expect(text).not.toMatch(/async def|^[+-]/m);
  });

  test('Y copies the page as Markdown', () => {
    const [effect] = act(stateOf(PAGE), 'Y').effects;
    expect(effect?.type === 'copy' && effect.text).toMatch(/^# The booking[\s\S]*```python/);
  });

  test('where there is nothing to copy it says so', () => {
    expect(press(stateOf({ screen: 'page', id: 'quota-tiers' }), 'y').status).toContain('no snippet');
  });

  test('x lists the sources, Enter copies the address', () => {
    const [effect] = act(stateOf(PAGE), 'x', 'enter').effects;
    expect(effect?.type === 'copy' && effect.text).toMatch(/^https:/);
  });
});

describe('trees and plans', () => {
  test('numbers answer, Esc takes the answer back', () => {
    const state = press(stateOf(TREE), '1', '5');
    expect(shown(state)).toMatchObject({ answers: [1, 5] });
    expect(shown(press(state, 'esc'))).toMatchObject({ answers: [1] });
    expect(shown(press(stateOf({ ...TREE, answers: [1, 5] }), 'esc'))).toMatchObject({ answers: [1] });
  });

  test('any answer can be changed, from its list', () => {
    expect(shown(press(stateOf(TREE), '1', '5', '1', 'o', 'down', 'enter'))).toMatchObject({ answers: [1] });
  });

  test('every way through every tree ends in an answer that can be copied with its way', () => {
    for (const tree of world.library.list('tree')) {
      const walk = (answers: number[]): void => {
        const { model } = sceneOf(stateOf({ screen: 'tree', id: tree.id, answers }), world);
        if (model.place === 'ask') for (const [index] of model.rows.entries()) walk([...answers, index + 1]);
        else expect(plainWords(model.text)).toContain(`zerogpu-advisor decide ${tree.id} --answers ${answers.join(',')}`);
      };
      walk([]);
    }
  });

  test('a plan is asked, and ends with its sum and its command', () => {
    let state = press(stateOf({ screen: 'plan', answers: {}, isTyped: false }), '2');
    for (let count = 0; count < 9 && sceneOf(state, world).model.place === 'ask'; count++) state = press(state, '1');
    expect(plainWords(sceneOf(state, world).model.text)).toContain('zerogpu-advisor plan --duration 30');
  });

  test('a value of one’s own is checked', () => {
    const typing = press(stateOf({ screen: 'plan', answers: {}, isTyped: true }), ...'never', 'enter');
    expect(typing.status).toContain('Write seconds');
    const own = stateOf({ screen: 'plan', answers: {}, isTyped: true });
    expect(shown(press(own, ...'45', 'enter'))).toMatchObject({ answers: { duration: '45' } });
    // One Esc, as the screen says, whatever is typed.
    expect(shown(press(typing, 'esc'))).toMatchObject({ screen: 'plan', isTyped: false });
  });
});

describe('pastes', () => {
  test('into a field keep the blank at their end, and not the end of a line', () => {
    const afterPaste = (text: string) => press(afterwards(stateOf({ screen: 'search' }), { type: 'paste', text }), 'w');
    expect(viewNow(afterPaste('model fit ')).field?.text).toBe('model fit w');
    expect(viewNow(afterPaste('model fit \n')).field?.text).toBe('model fitw');
  });

  test('outside a field are diagnosed', () => {
    for (const subject of [{ screen: 'home' }, PAGE, TREE] as const) {
      const state = afterwards(stateOf(subject), { type: 'paste', text: QUOTA });
      expect(shown(state)).toMatchObject({ screen: 'diagnosis', result: { diagnoses: [{ entry: { id: 'quota-exceeded' } }] } });
      expect(lastDiagnosis(state)?.id).toBe(viewNow(state).id);
    }
  });

  test('of a few words on the home screen are a search', () => {
    const state = afterwards(stateOf(), { type: 'paste', text: 'illegal duration\n' });
    expect(shown(state)).toEqual({ screen: 'search' });
    expect(viewNow(state).field?.text).toBe('illegal duration');
  });

  test('are the same with any line ending', () => {
    const text = `first\n${QUOTA}\nlast`;
    const of = (paste: string) => shown(afterwards(stateOf(), { type: 'paste', text: paste }));
    expect(of(text.replaceAll('\n', '\r'))).toEqual(of(text));
    expect(of(text.replaceAll('\n', '\r\n'))).toEqual(of(text));
  });

  test('show no secret, not even in what arrived', () => {
    const token = `hf_${'a1B2'.repeat(9)}`;
    const state = afterwards(stateOf(), { type: 'paste', text: `HF_TOKEN=${token}\n${QUOTA}\nlast ${token}` });
    expect(JSON.stringify(sceneOf(state, world).model.text)).not.toContain(token);
  });

  test('of more than 2 MB are cut, and it is said', () => {
    const state = afterwards(stateOf(), { type: 'paste', text: `${QUOTA}\n${'noise\n'.repeat(400_000)}` });
    expect(state.status).toContain('2 MB');
  });

  test('the matched words are marked in the line of the log', () => {
    const state = afterwards(stateOf(), { type: 'paste', text: `prefix words: ${QUOTA}` });
    const { paper } = sceneOf(state, world);
    const marked = (paper?.marks ?? []).map(({ line, start, end }) => paper?.plain[line]?.slice(start, end)).join('');
    expect(marked).toContain('exceeded your free ZeroGPU quota');
    expect(marked).not.toContain('prefix');
  });
});

describe('a live log', () => {
  test('grows under the reader without moving anything', () => {
    const start = stateOf({
      screen: 'diagnosis',
      result: world.diagnose(''),
      origin: { name: 'pipe', first: '' as never, last: '' as never, isReading: true, reading: 1, tail: null, idle: 0 },
    });
    const away = press(start, '?');
    const grown = afterwards(away, { type: 'live', result: world.diagnose(QUOTA), isReading: true, reading: 1, tail: null, idle: 0 });
    expect(shown(grown)).toEqual({ screen: 'help', about: 'diagnosis' });
    expect(shown(press(grown, '['))).toMatchObject({ result: { diagnoses: [{ entry: { id: 'quota-exceeded' } }] } });
  });
});
