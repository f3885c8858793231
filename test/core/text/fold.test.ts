import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/core/text/fold.ts';
import { neutralise } from '../../../src/core/text/neutralise.ts';

describe('a message that was copied through a page', () => {
  it.each([
    ['You have\u00a0exceeded\u202fyour GPU quota', 'You have exceeded your GPU quota'],
    ['cannot import name ‘HfFolder’ from “huggingface_hub”', 'cannot import name \'HfFolder\' from "huggingface_hub"'],
    ['No module named &#x27;spaces&#x27; &lt;module&gt; &quot;x&quot; &amp;', 'No module named \'spaces\' <module> "x" &'],
    ["No module named 'pkg\\_resources'", "No module named 'pkg_resources'"],
    ['plain text, C:\\new\\file', 'plain text, C:\\new\\file'],
  ])('%s', (copied, plain) => expect(fold(neutralise(copied))).toBe(plain));
});
