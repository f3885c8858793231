/** The machine that a text gives away, as one line. */
import { describe, expect, it } from 'vitest';
import { environmentLine, environmentParts } from '../../../src/core/document/environment.ts';
import { SILENT_ASKER } from '../../../src/core/environment/asker.ts';
import type { Environment } from '../../../src/core/environment/environment.ts';
import { plainWords } from '../../../src/core/markup/read.ts';
import { own } from '../../../src/core/text/neutralise.ts';
import { diagnose } from '../../library.ts';

const NOTHING = diagnose('').environment;
const partsOf = (known: Partial<Environment>) => environmentParts({ ...NOTHING, ...known });
const version = (text: string, more: object = {}) =>
  ({ version: own(text), exact: true, from: 'pip', by: null, file: null, line: 1, ...more }) as const;

describe('what a text gives away', () => {
  it('is nothing where it says nothing', () => expect(environmentLine(NOTHING)).toEqual([]));

  it('stands in one line, what matters most first', () => {
    const packages = { numpy: version('2.0'), torch: version('2.8.0'), odd: version('1') };
    const known = { where: 'space', python: own('3.10'), packages, cuda: own('12.8'), gpu: own('H200'), space: own('me/x') } as const;
    expect(plainWords(environmentLine({ ...NOTHING, ...known }))).toBe(
      'Space · of me/x · Python 3.10 · torch 2.8.0 · numpy 2.0 · CUDA 12.8 · H200',
    );
  });

  it.each<[Partial<Environment>, string[]]>([
    [{ where: 'space', os: 'linux' }, ['Space']],
    [{ where: 'local', os: 'linux' }, ['own machine (Linux)']],
    [{ where: 'space', os: 'windows' }, ['Space (Windows)']],
    [{ where: 'unknown', os: 'macos' }, ['macOS']],
  ])('says the system where it is not that of every Space: %j', (known, parts) => expect(partsOf(known)).toEqual(parts));

  it('says how a version is known, where it is not what is installed', () => {
    const told = (more: object) => partsOf({ packages: { torch: version('2.1.x', more) } });
    expect(told({ exact: false, from: 'frame', by: own('module.py:15') })).toEqual(['torch 2.1.x (from module.py:15)']);
    expect(told({ exact: true, from: 'frame', by: own('module.py:15') })).toEqual(['torch 2.1.x']);
    expect(told({ from: 'pin', by: own('x') })).toEqual(['torch 2.1.x (asked for)']);
    expect(told({ from: 'sdk' })).toEqual(['torch 2.1.x (asked for)']);
    expect(told({ exact: false })).toEqual(['torch 2.1.x']);
  });

  it('leaves out how a version is known before it leaves out the version', () => {
    const packages = { torch: version('2.1.x', { exact: false, from: 'frame', by: own('module.py:15') }) };
    const whole = 76 - 'torch 2.1.x'.length - ' · '.length - 'Python '.length;
    const told = (width: number) => partsOf({ python: own('x'.repeat(width)), packages }).slice(1);
    expect([whole - ' (from module.py:15)'.length, whole, whole + 1].map(told)).toEqual([
      ['torch 2.1.x (from module.py:15)'],
      ['torch 2.1.x'],
      [],
    ]);
  });

  it('leaves out what does not fit into the line, and goes on behind it', () => {
    const parts = partsOf({ space: own(`me/${'x'.repeat(71)}`), python: own('3.10'), gpu: own('H200') });
    expect(parts).toEqual(['Python 3.10', 'H200']);
    const whole = 76 - 'Python 3.10'.length - ' · '.length;
    expect([whole, whole + 1].map((width) => partsOf({ python: own('3.10'), gpu: own('x'.repeat(width)) }).length)).toEqual([2, 1]);
  });

  it('says what the asker says of himself', () => {
    const says = (asker: Partial<Environment['asker']>) => partsOf({ asker: { ...SILENT_ASKER, ...asker } });
    expect(says({ keeps: ['torch', 'numpy'], who: 'visitor', sdk: 'docker', hardware: 'gpu' })).toEqual([
      'docker SDK',
      'own GPU',
      'not the owner',
      'keeps torch, numpy',
    ]);
    expect(says({ who: 'author', hardware: 'cpu' })).toEqual(['CPU hardware']);
    expect(says({ who: 'copy' })).toEqual(['a copy of a Space']);
    // What was seen was not tried.
    expect(says({ did: ['restart', 'ready', 'rebuild'] })).toEqual(['you said: restart, rebuild']);
    expect(says({ did: ['ready'] })).toEqual([]);
  });
});
