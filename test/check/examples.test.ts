import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/check/registry.ts';
import { library } from '../library.ts';
import { check, examplesOf, placesOf, SOUND_APP } from './spaces.ts';

describe.each([...CHECKS.keys()])('%s', (name) => {
  it.each(examplesOf(name, 'broken'))('finds what is marked in broken/$name', ({ files, expected }) => {
    expect(expected.length).toBeGreaterThan(0);
    expect(placesOf(check(files, [name]))).toEqual(expected.map((place) => `${place} ${name}`));
  });
  it.each(examplesOf(name, 'sound'))('has nothing to say about sound/$name', ({ files }) => {
    expect(placesOf(check(files, [name]))).toEqual([]);
  });
});

describe('every check', () => {
  it('links to pages that exist', () => {
    for (const [name, { see }] of CHECKS) for (const id of see) expect(library.get(id), `${name} links to ${id}`).toBeDefined();
  });
  it('leaves a good Space alone, and says that nothing stops it', () => {
    const report = check({
      'app.py': SOUND_APP,
      'requirements.txt': 'transformers\ntorch\n',
      'README.md': '---\nsdk: gradio\nsdk_version: 6.25.0\n---\n',
    });
    expect(report.findings).toEqual([]);
    expect(report.verdict).toBe('would-start');
    expect(report.calls).toMatchObject([
      { file: 'app.py', line: 8, function: 'answer', duration: 20, size: 'large', booked: 30, refusedFor: [] },
    ]);
  });
  it('weighs weights less where the pinned spaces asks for the whole card by itself, and says how to ask for it', () => {
    const load = 'from transformers import AutoModel\nmodel = AutoModel.from_pretrained("a/B-32B").to("cuda")\n';
    const app = SOUND_APP.replace('import spaces\n', `import spaces\n${load}`);
    const found = (source: string, requirements = '') =>
      check({ 'app.py': source, 'requirements.txt': requirements }, ['weights-too-large']).findings;
    const levelsOf = (...of: Parameters<typeof found>) => found(...of).map(({ level }) => level);
    expect(levelsOf(app)).toEqual(['fails']);
    expect(found(app)[0]?.fix?.diff).toContain('\n+@spaces.GPU(duration=20, size="xlarge")\n');
    expect(found(app.replace('GPU(duration=20)', 'GPU'))[0]?.fix?.diff).toContain('\n+@spaces.GPU(size="xlarge")\n');
    expect(levelsOf(app, 'spaces==0.50.2')).toEqual(['costs']);
    expect(levelsOf(app, 'spaces==0.47.0')).toEqual(['fails']);
    expect(found(app.replace('duration=20', 'duration=20, size="large"'))).toMatchObject([{ level: 'fails', fix: null }]);
    expect(found(app.replace('duration=20', 'duration=20, size="xlarge"'))).toEqual([]);
    expect(found(app.replace('32B', '72B'))).toMatchObject([{ level: 'fails', fix: null }]);
  });
});
