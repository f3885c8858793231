/** What pip takes as source code, in its own words for it. */
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../library.ts';

const sourcesOf = (text: string) => diagnose(text).environment.sources;

describe('what pip builds', () => {
  it.each([
    ['  Downloading basicsr-1.4.2.tar.gz (172 kB)', ['basicsr==1.4.2']],
    ['  Using cached https://host/packages/PyAudio-0.2.14.zip', ['pyaudio==0.2.14']],
    ['Collecting git+https://github.com/me/odd.git@main', ['git+https://github.com/me/odd.git@main']],
    ['Obtaining file:///home/me/odd', ['/home/me/odd']],
    ['ERROR: Failed building wheel for flash_attn', ['flash-attn']],
    ["error: Failed to build 'pyaudio' when getting requirements", ['pyaudio']],
    ['ERROR: Failed to build installable wheels for some pyproject.toml based projects (lxml, numpy)', ['lxml']],
    ['× Failed to build installable wheels for some pyproject.toml based projects', []],
    [
      "ERROR: Failed to build 'git+https://github.com/me/odd.git' when getting requirements to build wheel",
      ['git+https://github.com/me/odd.git'],
    ],
    ['custom build command for `x (/tmp/pip-install-3_gjy_22/pydantic-core_e36fdb29aabb46fd98dbf91cec638e70)`', ['pydantic-core']],
    ['  Downloading torch-2.8.0-cp310-cp310-linux_x86_64.whl (888.0 MB)', []],
    ['see "git+https://github.com/me/odd.git"', []],
    ['all is well', []],
  ])('%s', (line, sources) => expect(sourcesOf(line)).toEqual(sources));

  it('is all of it, in the order of the log, each once', () => {
    const lines = ['Downloading basicsr-1.4.2.tar.gz', 'Obtaining file:///home/me/odd', 'Downloading basicsr-1.4.2.tar.gz'];
    expect(sourcesOf(lines.join('\n'))).toEqual(['basicsr==1.4.2', '/home/me/odd']);
  });

  it.each([
    ['Collecting tokenizers<0.14 (from transformers==4.30.2->-r /tmp/requirements.txt (line 1))', ['tokenizers transformers==4.30.2']],
    [
      'Collecting Pydantic_Core==2.14 (from pydantic<2.6->gradio[mcp]==4.44->-r r.txt (line 3)) (2.14)',
      ['pydantic-core gradio[mcp]==4.44'],
    ],
    ['Collecting torch==2.8.0 (from -r requirements.txt (line 2))', []],
    ['Collecting tokenizers (from transformers==4.30.2)', []],
  ])('was brought by what stands in the list: %s', (line, origins) => expect(diagnose(line).environment.origins).toEqual(origins));
});
