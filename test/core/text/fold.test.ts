import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, joined, partOf, placeIn } from '../../../src/core/text/fold.ts';
import { neutralise } from '../../../src/core/text/neutralise.ts';

describe('a message that was copied through a page', () => {
  it.each([
    ['You have\u00a0exceeded\u202fyour GPU quota', 'You have exceeded your GPU quota'],
    ['cannot import name ‘HfFolder’ from “huggingface_hub”', 'cannot import name \'HfFolder\' from "huggingface_hub"'],
    ['No module named &#x27;spaces&#x27; &lt;module&gt; &quot;x&quot; &amp;', 'No module named \'spaces\' <module> "x" &'],
    ["No module named 'pkg\\_resources'", "No module named 'pkg_resources'"],
    ['plain text, C:\\new\\file', 'plain text, C:\\new\\file'],
  ])('%s', (copied, plain) => expect(fold(neutralise(copied)).text).toBe(plain));

  it('is shown as it stood', () => {
    const copied = neutralise('&lt;b&gt; \u201cquoted\u201d [[1]] C:\\_x &amp;amp; \\"end\\"');
    expect(fold(copied)).toMatchObject({ text: '<b> "quoted" [[1]] C:_x &amp; "end"', shown: copied });
  });
});

describe('places', () => {
  const traces = fc.constantFrom('&lt;', '&quot;', '\\_', '\u00a0', '\u201c', '&amp;lt;', 'word', ' ', '\\"', 'x', '&', '\\');
  const texts = fc.array(traces, { maxLength: 12 }).map((parts) => neutralise(parts.join('')));

  it('lead back to where each character stood', () => {
    fc.assert(
      fc.property(texts, texts, fc.nat(20), fc.nat(20), (one, two, from, length) => {
        for (const passage of [fold(one), joined(fold(one), fold(two), ' '), joined(fold(one), fold(two), '')]) {
          expect(placeIn(passage, passage.text.length)).toBe(passage.shown.length);
          const cut = partOf(passage, passage.text.slice(from, from + length));
          expect(fold(cut.shown).text).toContain(cut.text.slice(1, -1));
          for (let at = 0; at < cut.text.length; at++) {
            const stood = cut.shown.slice(placeIn(cut, at), placeIn(cut, at + 1));
            expect(stood).not.toBe('');
          }
        }
      }),
    );
  });
});
