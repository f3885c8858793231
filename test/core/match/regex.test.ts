/** The reader of expressions sees what a full parser sees. */
import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { expect, it } from 'vitest';
import { expressionsOf } from '../../../src/core/library/entry.ts';
import { type Alternative, alternativesOf, type Element } from '../../../src/core/match/regex.ts';
import { library } from '../../library.ts';

const peer = new RegExpParser();

function ofPeer(source: string): Alternative[] {
  return peer.parsePattern(source).alternatives.map(simplified);
}

function simplified({ elements }: AST.Alternative): Alternative {
  return elements.map(ofElement);
}

function ofElement(element: AST.Element): Element {
  switch (element.type) {
    case 'Character':
      return { kind: 'character', text: String.fromCodePoint(element.value) };
    case 'Assertion':
      return { kind: 'assertion' };
    case 'Backreference':
      return { kind: 'reference' };
    case 'Group':
    case 'CapturingGroup':
      return { kind: 'group', alternatives: element.alternatives.map(simplified) };
    case 'Quantifier':
      return { kind: 'repeated', min: element.min, max: element.max, element: ofElement(element.element) };
    default:
      return { kind: 'class' };
  }
}

it.each([
  ...['', 'a|', '(a|b(?:c))', 'a{2}b{3,}?c{4,5}d*e+?f?', '[^\\]x]{1,2}[)|(]', '.\\d\\W\\S', '^\\b\\Ba$', '(?=a|b)(?!c)(?<=d)(?<!e)f'],
  ...['(?<name>a)\\k<name>(b)\\2', '\\x41\\u0042\\n\\t\\/\\.\\]\\-', 'a{b}{,2}', '中{1,2}é', '}]"'],
])('%s', (source) => expect(alternativesOf(source)).toEqual(ofPeer(source)));

it('all that the signatures are made of', () => {
  const sources = [...new Set(library.errors().flatMap(({ signature }) => expressionsOf(signature)))];
  expect(sources.length).toBeGreaterThan(2000);
  expect(sources.filter((source) => JSON.stringify(alternativesOf(source)) !== JSON.stringify(ofPeer(source)))).toEqual([]);
});
