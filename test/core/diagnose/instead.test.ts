import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/diagnose/diagnosis.ts';
import { ownFileOf, toldInstead } from '../../../src/core/diagnose/instead.ts';
import type { Environment } from '../../../src/core/environment/environment.ts';
import { parseCondition } from '../../../src/core/library/condition.ts';
import type { Entry } from '../../../src/core/library/entry.ts';
import type { SafeText } from '../../../src/core/text/neutralise.ts';
import { diagnose, idsOf, libraryWith } from '../../library.ts';

const NO_CUDA = 'AssertionError: Torch not compiled with CUDA enabled';

describe('the same words on another machine', () => {
  it('are told as what they are there, wherever the machine is named', () => {
    expect(idsOf(NO_CUDA)).toEqual(['cpu-only-torch']);
    expect(idsOf(`C:\\work> python app.py\n${NO_CUDA}`)).toEqual(['cpu-only-torch']);
    expect(idsOf(`${NO_CUDA}\nno idea why, this is my MacBook`)).toEqual(['no-cuda-gpus']);
  });

  it('are told once', () => {
    const both = `on my MacBook\nRuntimeError: No CUDA GPUs are available\n\n\n\n\n\n${NO_CUDA}`;
    expect(idsOf(both)).toEqual(['no-cuda-gpus']);
  });

  it('point to the fix that belongs there', () => {
    const [finding] = diagnose(`${NO_CUDA}\nmacOS 15.5`).findings;
    expect(finding).toMatchObject({ id: 'no-cuda-gpus', role: 'cause', evidence: NO_CUDA });
    expect(finding?.pattern).toBeGreaterThan(0);
  });
});

describe('the file that a module stands for', () => {
  const at = (file: string) => ({ file: file as SafeText, line: 1, function: 'run' as SafeText, quoted: '' });
  it.each([
    ['/srv/nodes/Uni-W/tools/__init__.py', 'Uni-W.tools.clip', 'Uni-W/tools/clip.py'],
    ['C:\\nodes\\Uni-W\\tools\\__init__.py', 'Uni-W.tools.clip', 'Uni-W/tools/clip.py'],
    ['/srv/nodes/app.py', 'Uni-W.tools.clip', undefined],
    ['/srv/utils/app.py', 'utils', undefined],
  ])('%s asks for %s', (file, module, own) => {
    expect(ownFileOf({ location: at(file), values: { module: module as SafeText } })).toBe(own);
  });
});

describe('a page that is told as another one', () => {
  const page = (id: string, role: string, instead: object[], ...fixes: string[][]) =>
    ({ kind: 'error', id, role, aka: [], signature: { instead, patterns: fixes.map((each) => ({ fixes: each })) } }) as unknown as Entry;
  const when = (condition: string, id: string) => ({ when: parseCondition(condition), id, fix: 'right' });
  const shelf = libraryWith(
    page('one', 'cause', [when('os = macos', 'three'), when('os = windows', 'two'), when('size = 3', 'three')]),
    page('two', 'symptom', [], ['left'], ['right', 'left'], ['right']),
    page('three', 'notice', []),
    page('other', 'cause', []),
    page('old', 'cause', [when('python < 3.10', 'three')]),
    page('built', 'cause', [when('building-name = flash-attn', 'three')]),
    page('away', 'cause', [when('where != space', 'three')]),
  );
  const found = (id: string, more: object = {}) =>
    ({ id, role: 'cause', pattern: 5, causedBy: null, values: {}, location: null, ...more }) as unknown as Finding;
  const told = (findings: Finding[], machine: object = { os: 'windows' }) =>
    toldInstead(shelf, findings, {
      where: 'unknown',
      os: null,
      python: null,
      sources: [],
      origins: [],
      ...machine,
    } as unknown as Environment);

  it('is told by its id, its role and the pattern that names the fix', () => {
    expect(told([found('one')])).toEqual([found('two', { role: 'symptom', pattern: 1 })]);
    expect(told([found('one', { role: 'notice' })])).toEqual([found('two', { role: 'notice', pattern: 1 })]);
  });

  it('stays where nobody knows the machine, or knows another one', () => {
    expect(told([found('one')], {})).toEqual([found('one')]);
    expect(told([found('one')], { os: 'linux' })).toEqual([found('one')]);
    expect(told([found('one')], { os: 'macos' })[0]?.id).toBe('three');
    expect(told([found('one', { values: { size: 3 } })], {})[0]?.id).toBe('three');
  });

  it('is told by the Python that runs it', () => {
    expect(['3.9.2', '3.12', null].map((python) => told([found('old')], { python })[0]?.id)).toEqual(['three', 'old', 'old']);
  });

  it('stays where nobody knows the place, for it may be the one', () => {
    expect(told([found('away')], {})[0]?.id).toBe('away');
    expect(told([found('away')], { where: 'local' })[0]?.id).toBe('three');
  });

  it('is told by the package that pip was building', () => {
    const sources = ['torch', 'flash-attn==2.8.3'];
    expect(told([found('built')], { sources })[0]?.id).toBe('three');
    expect(told([found('built')], { sources: ['llvmlite'] })[0]?.id).toBe('built');
  });

  it('is told once, and what it is the reason of follows', () => {
    const findings = [found('one'), found('other', { causedBy: 'one' }), found('two'), found('other')];
    expect(told(findings).map(({ id, causedBy }) => [id, causedBy])).toEqual([
      ['two', null],
      ['other', 'two'],
    ]);
    expect(told([found('one'), found('other', { causedBy: 'three' })])[1]?.causedBy).toBe('three');
  });
});
