import { describe, expect, test } from 'vitest';
import type { Row } from '../../../src/tui/state/model.ts';
import { viewNow } from '../../../src/tui/state/state.ts';
import { sceneOf } from '../../../src/tui/view/scene.ts';
import { act, afterwards, press, stateOf, world } from '../world.ts';

const typed = (text: string) => press(stateOf(), ...text);
const rows = (text: string): Row[] => sceneOf(typed(text), world).rows;
const marked = ({ label, marks = [] }: Row): string[] => marks.map(([start, end]) => label.slice(start, end).toLowerCase());

describe('a hit', () => {
  test('shows why it matched: its words marked, or the way of asking that says them', () => {
    const hits = rows('hang tensor').filter(({ target }) => target);
    expect(marked(hits[0] as Row).join(' ')).toMatch(/hang|tensor/);
    // One may be there for another word that means the same, or for what it is linked with.
    expect(hits.filter((hit) => marked(hit).length > 0).length).toBeGreaterThan(hits.length / 2);
    expect(hits.some(({ label }) => label.includes(' · asked as: '))).toBe(true);
  });
});

describe('what answers the words themselves', () => {
  const ERROR = 'exceeded your free ZeroGPU quota (90s requested vs. 30s left)';

  test('an error typed key by key is diagnosed with its numbers, as one that is pasted', () => {
    const [first] = rows(ERROR);
    expect(first?.label).toContain('90 s, and 30 s were left');
    const opened = press(typed(ERROR), 'enter');
    const pasted = afterwards(stateOf(), { type: 'paste', text: ERROR });
    expect(viewNow(opened).subject).toMatchObject({ screen: 'diagnosis', result: { diagnoses: [{ entry: { id: 'quota-exceeded' } }] } });
    const shown = (state: typeof opened) => sceneOf(state, world).paper?.plain.slice(0, 8);
    expect(shown(opened)).toEqual(shown(pasted));
  });

  test.each([
    ['plan', {}],
    ['fit', {}],
    ['does a 13B bf16 model fit with 90 s calls as a free user', { duration: '90', tier: 'free', params: '13b', dtype: 'bf16' }],
  ])('%s leads to the sum first', (words, answers) => {
    expect(viewNow(press(typed(words), 'enter')).subject).toEqual({ screen: 'plan', answers, isTyped: false });
  });

  test('a plan that was begun with words asks only for the rest, and keeps an answer when another is changed', () => {
    const asked = press(typed('does a 13B model fit with 90 s calls'), 'enter');
    expect(sceneOf(asked, world).paper?.plain.join('\n')).toContain('So far: duration 90, params 13b.');
    const changed = press(asked, 'o', 'enter');
    expect(viewNow(changed).subject).toMatchObject({ answers: { params: '13b' } });
  });
});

describe('a link and a snippet', () => {
  const PAGE = { screen: 'page', id: 'quota-exceeded' } as const;

  test('y copies what is marked, and what was out of sight is in sight then', () => {
    const { state, effects } = act(stateOf(PAGE, 60, 18), 'y');
    const [effect] = effects;
    const { paper, scroll, textHeight } = sceneOf(state, world);
    const place = paper?.snippets.find(({ code }) => effect?.type === 'copy' && code === effect.text);
    expect(place && place.line >= scroll && place.line < scroll + textHeight).toBe(true);
  });

  test('s goes round all snippets, and y takes the one that is marked', () => {
    const total = sceneOf(stateOf(PAGE), world).paper?.snippets.length ?? 0;
    let state = press(stateOf(PAGE), 'y');
    const taken = new Set<string>();
    for (let count = 0; count < total; count++) {
      const [effect] = act(state, 'y').effects;
      taken.add(effect?.type === 'copy' ? effect.what : '');
      state = press(state, 's');
    }
    expect(taken.size).toBe(total);
  });

  test('code is folded where it is too wide, and copied as it was', () => {
    for (const { id, kind } of world.library.entries) {
      if (kind === 'tree') continue;
      const { paper } = sceneOf(stateOf({ screen: 'page', id }, 60, 18), world);
      for (const { code, line, height } of paper?.snippets ?? []) {
        const shown = paper?.plain.slice(line, line + height).map((each) => each.replace(/^ {0,8}↪ /, '').trim()) ?? [];
        expect({ id, code: shown.join('').replace(/\s/g, '') }).toEqual({ id, code: code.replace(/\s/g, '') });
      }
    }
  });
});
