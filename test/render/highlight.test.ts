/** Source code with roles, line by line. */
import { describe, expect, it } from 'vitest';
import { highlight } from '../../src/render/highlight.ts';
import { type Paint, themeFor } from '../../src/render/theme.ts';

/** Every role as a tag around what it paints. */
const tagged = new Proxy(themeFor(false), {
  get:
    (_, role): Paint =>
    (text) =>
      `<${String(role)}>${text}</>`,
});

describe('code', () => {
  it.each([
    ['python', 'def f(x):  # why', '<keyword>def</> <strong>f</>(x):  <comment># why</>'],
    ['python', 'x = "a" + 3', 'x = <string>"a"</> + <number>3</>'],
    ['python', 'return None', '<keyword>return</> <number>None</>'],
    ['python', '"""one\ntwo"""', '<string>"""one</>\n<string>two"""</>'],
    ['bash', 'echo "$HOME"', '<keyword>echo</> <string>"</><string>$HOME</><string>"</>'],
    ['diff', '-a\n+b\n c', '<removed>-a</>\n<added>+b</>\n c'],
    ['json', '{"a": 3}', '{<keyword>"a"</>: <number>3</>}'],
    ['yaml', 'sdk: gradio', '<keyword>sdk:</> <string>gradio</>'],
    ['text', 'def f(x):', 'def f(x):'],
    ['nobody', 'def f(x):', 'def f(x):'],
  ])('in %s: %j', (language, code, painted) => expect(highlight(code, language, tagged)).toBe(painted));

  it('loses no character, and no line', () => {
    const code = 'class A:\n    """Says.\n\n    More."""\n    x: int = f"{y!r}"\n';
    expect(highlight(code, 'python', themeFor(false))).toBe(code);
  });
});

describe('a theme', () => {
  it('paints nothing without colour, and no role like plain text with it', () => {
    const { address: _, ...plain } = themeFor(false);
    expect(Object.values(plain).map((paint) => paint('x'))).toEqual(Object.keys(plain).map(() => 'x'));
    for (const look of [true, { isRich: true, hasLinks: false }, { isRich: false, hasLinks: false }] as const) {
      const { address, ...painted } = themeFor(look);
      expect(Object.keys(painted).sort()).toEqual(Object.keys(plain).sort());
      for (const [role, paint] of Object.entries(painted)) expect(paint('x'), role).toMatch(/^\u001b\[.*x.*\u001b\[/);
      expect(address('x', 'https://x.yz')).toBe('x');
    }
  });

  it('makes links where the terminal has such', () => {
    const { address } = themeFor({ isRich: true, hasLinks: true });
    expect(address('x', 'https://x.yz')).toBe('\u001b]8;;https://x.yz\u0007x\u001b]8;;\u0007');
  });
});
