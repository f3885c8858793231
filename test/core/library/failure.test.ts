/** Of what kind a failure is that no entry knows. */
import { expect, it } from 'vitest';
import { type KindRule, kindOf } from '../../../src/core/library/failure.ts';

const rules: KindRule[] = [
  { kind: 'own-code', types: ['KeyError'], source: null, own: true },
  { kind: 'memory', types: ['MemoryError'], source: 'out of memory', own: false },
  { kind: 'network', types: ['ConnectTimeout'], source: null, own: false },
  { kind: 'own-code', types: [], source: 'my own', own: true },
];

it.each([
  ['the name of its exception', { type: 'MemoryError', text: 'MemoryError', isOwn: false }, 'memory'],
  ['its words, in any case', { type: null, text: 'CUDA Out Of Memory', isOwn: false }, 'memory'],
  ['an exception within its message', { type: 'RuntimeError', text: 'RuntimeError: failed (ConnectTimeout)', isOwn: false }, 'network'],
  ['an exception in a line that names none itself', { type: null, text: 'it was ConnectTimeout: no answer', isOwn: false }, 'network'],
  ['the first rule that fits', { type: 'MemoryError', text: 'MemoryError after ConnectTimeout', isOwn: false }, 'memory'],
  ["the user's own code", { type: 'KeyError', text: "KeyError: 'prompt'", isOwn: true }, 'own-code'],
  ["the user's own words", { type: null, text: 'this is my own', isOwn: true }, 'own-code'],
  // In a library the same name tells nothing, and one that is passed on is not one's own.
  ['nothing, in a library', { type: 'KeyError', text: "KeyError: 'prompt'", isOwn: false }, 'other'],
  ['nothing, for the words of a library', { type: null, text: 'this is my own', isOwn: false }, 'other'],
  ['nothing, where it is passed on', { type: 'RuntimeError', text: 'RuntimeError: KeyError', isOwn: true }, 'other'],
  ['nothing at all', { type: null, text: 'null', isOwn: true }, 'other'],
  ['a part of a longer name', { type: 'NotMemoryError', text: 'NotMemoryError', isOwn: false }, 'other'],
] as const)('by %s', (_, failure, kind) => expect(kindOf({ rules }, failure)).toBe(kind));
