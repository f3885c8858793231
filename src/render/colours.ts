/**
 * THE role table: code says what a text means, only this file says how that looks, on light and on dark backgrounds. Of the sixteen colours
 * only bright red and bright magenta can be read on both in all the usual palettes; where a terminal announces exact colours, each role
 * has a hue of medium lightness, which stands out from white as it does from black.
 */
import { Chalk } from 'chalk';
import type { Paint, PaintRole } from './theme.ts';

type Paints = Record<PaintRole, Paint>;

/** Paints in colour for every role. The bundle loads this file at first need. */
export function colours(isRich: boolean): Paints {
  return isRich ? rich() : plain();
}

function plain(): Paints {
  const chalk = new Chalk({ level: 1 });
  return {
    title: chalk.bold,
    heading: chalk.bold,
    strong: chalk.bold,
    emphasis: chalk.italic,
    code: chalk.magentaBright,
    link: chalk.underline,
    quiet: chalk.dim,
    cause: chalk.bold.redBright,
    symptom: chalk.bold.magentaBright,
    notice: chalk.dim,
    must: chalk.bold.redBright,
    should: chalk.bold.magentaBright,
    fix: chalk.bold,
    marked: chalk.inverse,
    match: chalk.bold.underline,
    keyword: chalk.bold,
    string: chalk.magentaBright,
    number: chalk.magentaBright,
    comment: chalk.dim,
    added: chalk.bold,
    removed: chalk.redBright,
  };
}

/** Each at least 4.5 to 1 against white and against black. */
export const HUES = {
  red: '#dd3333',
  orange: '#b65e00',
  green: '#1e8649',
  teal: '#0c8290',
  blue: '#2776cc',
  purple: '#9b55ca',
  grey: '#767676',
} as const;

function rich(): Paints {
  const chalk = new Chalk({ level: 3 });
  const { red, orange, green, teal, blue, purple, grey } = Object.fromEntries(
    Object.entries(HUES).map(([name, hue]) => [name, chalk.hex(hue)]),
  ) as Record<keyof typeof HUES, typeof chalk>;
  return {
    title: chalk.bold,
    heading: teal.bold,
    strong: chalk.bold,
    emphasis: chalk.italic,
    code: purple,
    link: teal.underline,
    quiet: grey,
    cause: red.bold,
    symptom: orange.bold,
    notice: grey,
    must: red.bold,
    should: orange.bold,
    fix: green.bold,
    marked: chalk.inverse,
    match: orange.bold.underline,
    keyword: blue,
    string: green,
    number: purple,
    comment: grey,
    added: green,
    removed: red,
  };
}
