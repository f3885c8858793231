/** Every role can be read on light and on dark backgrounds, in the palettes that people have, and says the same without colour. */
import { describe, expect, test } from 'vitest';
import { colours, HUES } from '../../src/render/colours.ts';
import { themeFor } from '../../src/render/theme.ts';

/** Bright red and bright magenta of a palette, with the background that it comes with. */
const PALETTES: [name: string, background: string, colours: Record<number, string>][] = [
  ['xterm on black', '#000000', { 91: '#ff0000', 95: '#ff00ff' }],
  ['xterm on white', '#ffffff', { 91: '#ff0000', 95: '#ff00ff' }],
  ['Terminal.app, Basic', '#ffffff', { 91: '#e60000', 95: '#e600e6' }],
  ['Terminal.app, Pro', '#000000', { 91: '#e60000', 95: '#e600e6' }],
  ['GNOME, light', '#ffffff', { 91: '#ef2929', 95: '#ad7fa8' }],
  ['GNOME, dark', '#300a24', { 91: '#ef2929', 95: '#ad7fa8' }],
  ['VS Code, light', '#ffffff', { 91: '#cd3131', 95: '#bc05bc' }],
  ['VS Code, dark', '#1e1e1e', { 91: '#f14c4c', 95: '#d670d6' }],
  ['Windows, Campbell', '#0c0c0c', { 91: '#e74856', 95: '#b4009e' }],
  ['Solarized, light', '#fdf6e3', { 91: '#cb4b16', 95: '#6c71c4' }],
  ['Solarized, dark', '#002b36', { 91: '#cb4b16', 95: '#6c71c4' }],
];
/** Large or bold text, by WCAG 2; most of what is coloured is bold or a heading. */
const LEAST = 3;
/** Text, by the same. */
const LEAST_EXACT = 4.5;
/** Attributes, which take the colours of the terminal's own text. */
const ATTRIBUTES = [1, 2, 3, 4, 7];

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** The codes that a paint switches on. */
function codesOf(painted: string): number[] {
  return [...(painted.split('x')[0]?.matchAll(/\u001b\[(\d{1,3})m/g) ?? [])].map(([, code]) => Number(code));
}

describe('sixteen colours', () => {
  const used = Object.entries(colours(false)).flatMap(([role, paint]) => codesOf(paint('x')).map((code) => ({ role, code })));
  test.each(PALETTES)('%s', (_, background, palette) => {
    for (const { role, code } of used) {
      if (ATTRIBUTES.includes(code)) continue;
      expect({ role, code, isKnown: code in palette }).toEqual({ role, code, isKnown: true });
      expect({ role, contrast: contrast(palette[code] as string, background) }).toEqual({
        role,
        contrast: expect.toSatisfy((value: number) => value >= LEAST),
      });
    }
  });
});

test('what means something else looks different', () => {
  for (const isRich of [false, true]) {
    const paint = colours(isRich);
    const looks = (['cause', 'symptom', 'notice', 'fix', 'code', 'link'] as const).map((role) => paint[role]('x'));
    expect(new Set(looks).size).toBe(looks.length);
    expect([paint.must('x'), paint.should('x')]).toEqual([paint.cause('x'), paint.symptom('x')]);
  }
});

test.each(Object.entries(HUES))('exact %s stands out from white and from black', (_, hue) => {
  expect(contrast(hue, '#ffffff')).toBeGreaterThanOrEqual(LEAST_EXACT);
  expect(contrast(hue, '#000000')).toBeGreaterThanOrEqual(LEAST_EXACT);
});

test('exact colours and links come only where they are asked for', () => {
  const of = (look: Parameters<typeof themeFor>[0]) => themeFor(look).address(themeFor(look).cause('x'), 'https://huggingface.co');
  expect(of(false)).toBe('x');
  expect(of(true)).not.toMatch(/38;2|\]8;/);
  expect(of({ isRich: true, hasLinks: false })).toMatch(/38;2/);
  expect(of({ isRich: false, hasLinks: true })).toMatch(/^\u001b\]8;;https:\/\/huggingface\.co\u0007.{1,40}\u001b\]8;;\u0007$/);
});
