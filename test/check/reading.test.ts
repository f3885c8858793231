import { describe, expect, it } from 'vitest';
import { parseFrontMatter } from '../../src/check/space/front-matter.ts';
import { markerApplies } from '../../src/check/space/markers.ts';
import { parseRequirements } from '../../src/check/space/requirements.ts';
import { wheelOf } from '../../src/check/space/wheels.ts';
import { check } from './spaces.ts';

describe('the front matter', () => {
  it('is read flat, with lines, quotes and comments', () => {
    const front = parseFrontMatter(
      'README.md',
      '---\ntitle: "A: b"\nsdk: gradio # yes\npython_version: 3.10\ntags:\n  - sdk: docker\n---\nsdk: static\n',
    );
    expect(Object.fromEntries([...(front?.settings ?? [])].map(([key, { text, line }]) => [key, `${text}@${line}`]))).toEqual({
      title: 'A: b@2',
      sdk: 'gradio@3',
      python_version: '3.10@4',
      tags: '@5',
    });
    expect(front?.end).toBe(7);
  });
  it('is none without the first line, and has no end without the last', () => {
    expect(parseFrontMatter('README.md', '# title\n---\nsdk: gradio\n---\n')).toBeNull();
    expect(parseFrontMatter('README.md', '---\nsdk: gradio\n')?.end).toBeNull();
  });
});

describe('a line of requirements', () => {
  it.each([
    ['Torch_Vision [extra] >= 0.2 , < 1 # why', { name: 'torch-vision', specifier: '>=0.2,<1' }],
    ['torch==2.0.1; sys_platform == "darwin"', { name: 'torch', specifier: '==2.0.1', marker: 'sys_platform == "darwin"' }],
    ['git+https://github.com/a/b.git@main#egg=b', { name: '', url: 'git+https://github.com/a/b.git@main#egg=b' }],
    [
      'flash_attn @ https://h/x.whl ; python_version < "3.11"',
      { name: 'flash-attn', url: 'https://h/x.whl', marker: 'python_version < "3.11"' },
    ],
    ['torch (>=1.0)', { name: 'torch', specifier: '>=1.0' }],
    ['numpy --hash=sha256:aa --hash=sha256:bb', { name: 'numpy', options: ['--hash', '--hash'] }],
  ])('%s', (line, expected) => {
    expect(parseRequirements('requirements.txt', line).requirements[0]).toMatchObject(expected);
  });
  it('goes on behind a backslash, and keeps the number of its first line', () => {
    const { requirements } = parseRequirements('r.txt', '# one\n\ntorch \\\n  ==2.0.1\nnumpy\n');
    expect(requirements.map(({ name, specifier, line }) => [name, specifier, line])).toEqual([
      ['torch', '==2.0.1', 3],
      ['numpy', '', 5],
    ]);
  });
  it('of options alone is no requirement; an include is followed', () => {
    const parsed = parseRequirements('r.txt', '-i https://x\n--pre\n-e .\n-r base.txt\n');
    expect(parsed.requirements).toEqual([]);
    expect(parsed.includes).toEqual(['base.txt']);
  });
});

describe('a marker', () => {
  it.each([
    ['', true],
    ['sys_platform == "win32"', false],
    ["platform_system=='Linux' and python_version >= '3.9'", true],
    ['python_version < "3.10"', false],
    ['(sys_platform == "darwin" or os_name == "posix") and platform_machine != "arm64"', true],
    ['"linux" in sys_platform', true],
    ['extra == "gpu"', null],
    ['sys_platform = "x"', null],
    ['((((', null],
  ])('%s', (marker, applies) => expect(markerApplies(marker, '3.10')).toBe(applies));
});

describe('the name of a wheel', () => {
  it('is read field by field', () => {
    expect(wheelOf('https://h/a/flash_attn-2.8.3%2Bcu12torch2.8cxx11abiTRUE-cp312-cp312-linux_x86_64.whl#sha256=aa')).toEqual({
      distribution: 'flash-attn',
      version: '2.8.3',
      built: 'cu12torch2.8cxx11abitrue',
      python: ['cp312'],
      abi: ['cp312'],
      platform: ['linux_x86_64'],
    });
    expect(wheelOf('x-1.0-py2.py3-none-any.whl')?.python).toEqual(['py2', 'py3']);
    expect(wheelOf('https://h/x.tar.gz')).toBeNull();
    expect(wheelOf('model.whl')).toBeNull();
  });
});

/** What the table of calls says of one GPU function. */
function callOf(source: string): [number | string, string, number | null] {
  const [call] = check({ 'app.py': `import os\nfrom datetime import timedelta\nimport functools\nimport spaces\n${source}` }).calls;
  return call ? [call.duration, call.size, call.booked] : ['none', 'none', null];
}

describe('the declaration of a GPU function', () => {
  const f = '\ndef f(x):\n    return x\n';
  it.each([
    [`@spaces.GPU${f}`, 60, 'large', 90],
    [`@spaces.GPU()${f}`, 60, 'large', 90],
    [`@spaces.GPU(duration=None)${f}`, 60, 'large', 90],
    [`@spaces.GPU(45)${f}`, 45, 'large', 67.5],
    [`@spaces.GPU("xlarge")${f}`, 60, 'xlarge', 120],
    [`@spaces.GPU(duration=30, size="xlarge")${f}`, 30, 'xlarge', 60],
    [`N = 40\n@spaces.GPU(duration=N * 2)${f}`, 80, 'large', 120],
    [`N = 40\nN = 50\n@spaces.GPU(duration=N)${f}`, 50, 'large', 75],
    [`N = int(os.getenv("SECONDS", "70"))\n@spaces.GPU(duration=N)${f}`, 70, 'large', 105],
    [`@spaces.GPU(duration=timedelta(minutes=1, seconds=5))${f}`, 65, 'large', 97.5],
    [`N = 100 if os.getenv("SPACES_ZERO_GPU") else 10\n@spaces.GPU(duration=N)${f}`, 100, 'large', 150],
    [`N = {"a": 20, "b": 30}["b"]\n@spaces.GPU(duration=N)${f}`, 30, 'large', 45],
    [`@spaces.GPU(duration=max(20, 35))${f}`, 35, 'large', 52.5],
    [`@spaces.GPU(duration=lambda *a: 33)${f}`, 'lambda *a: 33', 'large', 49.5],
    [`def seconds(x):\n    return x\n@spaces.GPU(duration=seconds)${f}`, 'seconds', 'large', null],
    [`import random\n@spaces.GPU(duration=random.randint(1, 9))${f}`, 'random.randint(1, 9)', 'large', null],
    [`gpu = functools.partial(spaces.GPU, duration=25)\n@gpu(size="xlarge")${f}`, 25, 'xlarge', 50],
    [`${f}g = spaces.GPU(duration=15)(f)\n`, 15, 'large', 22.5],
    [`${f}g = spaces.GPU(f, duration=16)\n`, 16, 'large', 24],
    [`class A:\n    @spaces.GPU(duration=17)\n    def f(self):\n        return 1\n`, 17, 'large', 25.5],
    [`def outer(n):\n    def inner(fn):\n        return spaces.GPU(duration=n)(fn)\n    return inner\n@outer(18)${f}`, 18, 'large', 27],
    [`def outer(n=19):\n    def inner(fn):\n        return spaces.GPU(duration=n)(fn)\n    return inner\n@outer()${f}`, 19, 'large', 28.5],
  ])('%s', (source, duration, size, booked) => expect(callOf(source)).toEqual([duration, size, booked]));
});
