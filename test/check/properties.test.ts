import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/check/registry.ts';
import { anyCharacter } from '../any-character.ts';
import { check, examplesOf, placesOf, SOUND_APP } from './spaces.ts';

const EXAMPLES = [...CHECKS.keys()].flatMap((name) => examplesOf(name, 'broken').map((example) => ({ check: name, ...example })));
const SINGLE = EXAMPLES.filter(
  ({ files, check: name }) => Object.keys(files).every((file) => file === 'app.py') && name !== 'python-syntax',
);

/** Pieces of Python, for programs that are nearly right. */
const PIECES =
  `import spaces|from spaces import GPU|@spaces.GPU|@GPU(duration=N)|(duration=|def f(x):|async def g():|class A:|    return |yield |lambda x: |if |else:|try:|except Exception:|
|model|.to("cuda")|.from_pretrained("a/b-7B")|torch.load(x)|global model|= |== |(|)|[|]|{|}|,|:|"""|'|f"{x}"|#|    |\t|\\|0|1e9|None|os.getenv("X", "1")|*args|**kw|for x in |while |with open("a.png", "wb") as f:|raise ValueError("x")|demo.launch()|.queue()|é|\u{1f600}`.split(
    '|',
  );

describe('any text', () => {
  it('as app, requirements or README is answered', () => {
    const soup = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));
    const text = fc.oneof(fc.string({ unit: anyCharacter, maxLength: 200 }), soup);
    fc.assert(
      fc.property(text, text, text, (app, requirements, readme) => {
        const report = check({ 'app.py': app, 'requirements.txt': requirements, 'README.md': `---\n${readme}` });
        for (const { line, column, level } of report.findings) {
          expect(line).toBeGreaterThan(0);
          expect(column).toBeGreaterThan(0);
          expect(['fails', 'costs', 'consider']).toContain(level);
        }
      }),
    );
  });

  it('behind a sound app leaves the app’s own calls in the table', () => {
    const lines = fc.array(fc.constantFrom('x = 1', 'def f(a):\n    return a', 'print(spaces)', 'y = [z for z in range(3)]', 'import os'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(lines, (more) => {
        expect(check({ 'app.py': `${SOUND_APP}${more.join('\n')}\n` }).calls[0]).toMatchObject({ function: 'answer', booked: 30 });
      }),
    );
  });
});

describe('what does not change a program does not change its findings', () => {
  it.each(SINGLE)('lines above move them down: $check $name', ({ files, check: name }) => {
    const before = placesOf(check(files, [name]));
    const moved = placesOf(check({ 'app.py': `\n# a comment\n\n${files['app.py']}` }, [name]));
    expect(moved).toEqual(before.map((place) => place.replace(/:(\d+)/, (_, line) => `:${Number(line) + 3}`)).sort());
  });
  it.each(SINGLE)('another name for spaces: $check $name', ({ files, check: name }) => {
    const app = files['app.py'] as string;
    const renamed = app.replace(/^(\s*)import spaces$/gm, '$1import spaces as zero').replace(/\bspaces\.(?=GPU|aoti)/g, 'zero.');
    expect(placesOf(check({ 'app.py': renamed }, [name]))).toEqual(placesOf(check(files, [name])));
  });
});

describe('the change that is shown', () => {
  const fixed = EXAMPLES.flatMap((example) =>
    check(example.files, [example.check]).findings.map((finding) => ({ ...example, finding })),
  ).filter(({ finding }) => finding.fix);
  it('is shown by many checks', () => expect(new Set(fixed.map(({ check: name }) => name)).size).toBeGreaterThan(9));
  it.each(fixed)('mends what was found: $check $name', ({ files, check: name, finding }) => {
    const mended = apply(files, finding.fix?.diff ?? '');
    expect(mended).not.toEqual(files);
    const left = check(mended, [name]).findings.filter(({ message }) => message === finding.message);
    expect(left.length).toBeLessThan(check(files, [name]).findings.filter(({ message }) => message === finding.message).length);
  });
});

/** The files after a unified diff; throws when its lines are not those of the file. */
function apply(files: Record<string, string>, diff: string): Record<string, string> {
  const out = { ...files };
  for (const part of diff.split(/^(?=--- a\/)/m)) {
    const name = /^\+\+\+ b\/(.*)$/m.exec(part)?.[1] as string;
    const lines = (out[name] as string).split('\n');
    let shift = 0;
    for (const hunk of part.split(/^(?=@@ )/m).slice(1)) {
      const [, from, count] = /^@@ -(\d+),(\d+) /.exec(hunk) as unknown as [string, string, string];
      const body = hunk
        .split('\n')
        .slice(1)
        .filter((line) => line !== '');
      const old = body.filter((line) => !line.startsWith('+')).map((line) => line.slice(1));
      const next = body.filter((line) => !line.startsWith('-')).map((line) => line.slice(1));
      const at = Number(from) - 1 + shift;
      expect(lines.slice(at, at + Number(count))).toEqual(old);
      lines.splice(at, Number(count), ...next);
      shift += next.length - old.length;
    }
    out[name] = lines.join('\n');
  }
  return out;
}
