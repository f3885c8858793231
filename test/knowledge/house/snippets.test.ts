import { describe, expect, it } from 'vitest';
import { crossingResult } from '../../../src/knowledge/house/boundary.ts';
import { decoratedIn } from '../../../src/knowledge/house/decorated.ts';
import { type Snippet, snippetsOf } from '../../../src/knowledge/house/snippets.ts';
import { typedToken } from '../../../src/knowledge/house/token.ts';
import { wideLine } from '../../../src/knowledge/house/width.ts';

const snippet = (code: string, language = 'python'): Snippet => ({ section: 'Do', language, isRun: true, lines: code.split('\n') });

describe('the reader of fences', () => {
  it('gives section, language, mark and lines, without the indentation of a tree', () => {
    expect(
      snippetsOf(
        'A lead.\n```bash\nls\n```\n## Do\n```python norun\nimport os\n```\n```python own=config,utils.images\nimport config\n```\n',
      ),
    ).toEqual([
      { section: '', language: 'bash', isRun: true, lines: ['ls'] },
      { section: 'Do', language: 'python', isRun: false, lines: ['import os'] },
      { section: 'Do', language: 'python', isRun: true, lines: ['import config'] },
    ]);
    expect(snippetsOf('    text: |\n      ```python\n      def f():\n          ...\n      ```\n')[0]?.lines).toEqual([
      'def f():',
      '    ...',
    ]);
  });

  it('takes a heading inside a fence for code, and leaves an open fence alone', () => {
    expect(snippetsOf('## Do\n```bash\n## not a heading\n```\n```bash\nls\n```')[1]?.section).toBe('Do');
    expect(snippetsOf('```python\nimport os\n')).toEqual([]);
  });
});

describe('the house rules', () => {
  it('find every decorated function with its decorators', () => {
    const [first, second] = decoratedIn(
      '@spaces.GPU\n@torch.inference_mode()\ndef f(x):\n    return x\n\n@spaces.GPU()\nasync def g():\n    ...'.split('\n'),
    );
    expect(first?.head).toHaveLength(3);
    expect([first?.isAsync, second?.isAsync]).toEqual([false, true]);
    expect(decoratedIn(['@spaces.GPU'])).toEqual([]);
  });

  it.each([
    ['@torch.inference_mode()', 'return model(x).cpu()'],
    ['', 'return model(x).detach().cpu()'],
    ['', 'return tokenizer.decode(model.generate(**x)[0])'],
    ['', 'return model.encode(x)'],
    ['', 'return pipe(x).images[0]'],
  ])('are content with %s %s', (decorator, line) => {
    expect(crossingResult(snippet(`@spaces.GPU\n${decorator ? `${decorator}\n` : ''}def f(x):\n    ${line}`))).toBeNull();
  });

  it.each(['return model(x).cpu()', 'yield model(x)', 'return [model(one) for one in x]', 'return net(x).to("cpu")'])(
    'complain about %s',
    (line) => {
      expect(crossingResult(snippet(`@spaces.GPU\ndef f(x):\n    ${line}`))?.check).toBe('boundary');
      expect(crossingResult(snippet(`def f(x):\n    ${line}`))).toBeNull();
    },
  );

  it('let an address be as long as it is, and nothing else', () => {
    const address = `https://example.org/${'a'.repeat(80)}`;
    expect(wideLine(snippet(`curl -s ${address}`, 'bash'))).toBeNull();
    expect(wideLine(snippet('x'.repeat(77)))?.check).toBe('wide');
    expect(wideLine(snippet('x'.repeat(76)))).toBeNull();
  });

  it('know a typed token from a name', () => {
    expect(typedToken(snippet('Client("a/b", token="hf_...")'))?.check).toBe('token');
    expect(typedToken(snippet('curl -H "Authorization: Bearer hf_abc"', 'bash'))?.check).toBe('token');
    expect(typedToken(snippet('name = "hf_token"; hf_hub_download("a/b", "hf_config.json", token=None)'))).toBeNull();
  });
});
