/** The exit code that a result stands for: something was found, nothing was, or it was asked for wrongly. */
import { expect, it } from 'vitest';
import { EXIT, exitCode, type Result } from '../../src/core/result.ts';

it.each<[string, object, keyof typeof EXIT]>([
  ['a diagnosis with a cause', { type: 'diagnosis', diagnoses: [{}] }, 'found'],
  ['a diagnosis without one', { type: 'diagnosis', diagnoses: [] }, 'nothing'],
  ['a Space that would start', { type: 'check', report: { verdict: 'would-start' } }, 'found'],
  ['a Space of which nobody can tell', { type: 'check', report: { verdict: 'cannot-tell' } }, 'found'],
  ['a Space that would fail', { type: 'check', report: { verdict: 'would-fail' } }, 'nothing'],
  ['a search that answers', { type: 'search', confident: true, plan: null }, 'found'],
  ['a search that is answered by a sum', { type: 'search', confident: false, plan: {} }, 'found'],
  ['a search that does not answer', { type: 'search', confident: false, plan: null }, 'nothing'],
  ['a page', { type: 'page' }, 'found'],
  ['a problem', { type: 'problem' }, 'usage'],
])('%s', (_, result, code) => expect(exitCode(result as Result)).toBe(EXIT[code]));
