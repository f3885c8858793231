import { describe, expect, it } from 'vitest';
import { logFixes } from '../../src/check/log-fixes.ts';
import { pathIn, sourceLines } from '../../src/check/source-lines.ts';
import { readSpace, type Space } from '../../src/check/space/space.ts';
import { library } from '../library.ts';
import { folderWith } from './spaces.ts';

const APP = `import gradio as gr
import spaces
import torch

SECRET = "hf_${'aB3'.repeat(12)}"


@spaces.GPU(duration=120)
def draw(prompt, seed):
    generator = torch.Generator().manual_seed(seed)
    latents = torch.randn(4, generator=generator, device="cuda")
    return latents


gr.Interface(draw, ["text", "number"], "json").launch()
`;
const folder = folderWith({ 'app.py': APP, 'src/run.py': 'x = 1\n', 'requirements.txt': 'torch==2.5.1\n' });

describe('the lines around a frame', () => {
  it.each(['app.py', '/home/user/app/app.py', 'C:\\space\\app.py', './app.py'])('of %s are found', (file) => {
    expect(sourceLines(folder, { file, line: 12 })).toMatchObject({
      file: 'app.py',
      line: 12,
      from: 9,
      lines: expect.arrayContaining(['    return latents']),
    });
  });
  it('are of the deepest file that is there', () => {
    expect(pathIn(folder, '/app/src/run.py')).toBe('src/run.py');
  });
  it.each([
    '../app.py',
    '/usr/lib/python3.10/app.py',
    '/x/site-packages/app.py',
    'nowhere.py',
    `${'a/'.repeat(40)}app.py`,
    'app.py\0',
    'x'.repeat(5000),
    'requirements.txt',
    '.env',
    '/etc/passwd',
    '',
    '/',
  ])('are none for %j', (file) => expect(sourceLines(folder, { file, line: 1 })).toBeNull());
  it.each([0, -1, 999, Number.NaN])('are none for line %d', (line) => expect(sourceLines(folder, { file: 'app.py', line })).toBeNull());
  it.each([
    ['draw', 12, true],
    ['draw', 10, true],
    ['paint', 12, false],
    ['<module>', 12, true],
    ['<lambda>', 12, true],
    ['draw', 15, false],
  ])('in %s, line %d: %s, for a log may tell of another version of the file', (name, line, isThere) => {
    expect(sourceLines(folder, { file: 'app.py', line, function: name }) !== null).toBe(isThere);
  });
  it('of a nested function and of a class are found by the name of either', () => {
    const nested = folderWith({
      'app.py': 'class Model:\n    def run(self):\n        async def step():\n            work()\n        step()\n',
    });
    const isIn = (name: string, line: number) => sourceLines(nested, { file: 'app.py', line, function: name }) !== null;
    expect(['step', 'run', 'Model'].map((name) => isIn(name, 4))).toEqual([true, true, true]);
    expect([isIn('step', 5), isIn('run', 5)]).toEqual([false, true]);
  });
  it('are those of the whole path, where a Space names it', () => {
    expect(pathIn(folder, '/home/user/app/src/run.py')).toBe('src/run.py');
    expect(pathIn(folder, '/home/user/app/other/app.py')).toBeNull();
  });
  it('are masked', () => {
    expect(sourceLines(folder, { file: 'app.py', line: 5 })?.lines.join('\n')).not.toContain('aB3aB3');
  });
});

const space = readSpace(folder, library) as Space;
const fixes = (id: string, line: number | null, values = {}) =>
  logFixes(space, id, line === null ? null : { file: '/home/user/app/app.py', line }, values);
const changed = (id: string, line: number | null, values = {}) =>
  fixes(id, line, values).map(({ diff }) => diff.split('\n').filter((each) => /^[-+][^-+]/.test(each)));

describe('the fix of an error in the user’s own lines', () => {
  it('is the largest duration that would have passed', () => {
    expect(changed('quota-exceeded', 12, { largest: { large: 64, xlarge: 48 } })[0]).toEqual([
      '-@spaces.GPU(duration=120)',
      '+@spaces.GPU(duration=64)',
    ]);
    expect(changed('illegal-duration', null, { largest: { large: 64 } })[0]).toEqual([
      '-@spaces.GPU(duration=120)',
      '+@spaces.GPU(duration=64)',
    ]);
    expect(fixes('quota-exceeded', 12, { largest: { large: 200 } })).toEqual([]);
    expect(fixes('quota-exceeded', 12)).toEqual([]);
  });
  it('is the way back to the CPU', () => {
    expect(changed('cuda-tensor-returned', 12)[0]).toEqual(['-    return latents', '+    return latents.detach().cpu()']);
  });
  it('is the device of the generator', () => {
    expect(changed('device-mismatch', 11, { message: "Expected a 'cuda' device type for generator but found 'cpu'" })[0]).toEqual([
      '-    generator = torch.Generator().manual_seed(seed)',
      '+    generator = torch.Generator("cuda").manual_seed(seed)',
    ]);
  });
  it('is what a check finds that links to the error', () => {
    expect(changed('torch-version-unsupported', null, { message: 'Unsupported PyTorch version' })[0]).toEqual(['-torch==2.5.1', '+torch']);
    expect(changed('queue-full', null)[0]?.[1]).toContain('.queue(max_size=20).launch()');
  });
  it('is nothing where the message speaks of something else', () => {
    expect(fixes('device-mismatch', 11, { message: 'found at least two devices, cuda:0 and cpu' })).toEqual([]);
    expect(fixes('torch-version-unsupported', null, { message: 'No matching distribution found for xformers' })).toEqual([]);
  });
  it('is nothing where no edit is known', () => {
    expect(fixes('gated-model', 12)).toEqual([]);
    expect(fixes('constructor', 12)).toEqual([]);
  });
});
