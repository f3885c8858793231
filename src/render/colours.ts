/** THE role table: code says what a text means, only this file says how that looks. Readable on light and on dark backgrounds. */
import { Chalk } from 'chalk';
import type { Theme } from './theme.ts';

/** Paints in colour for every role. The bundle loads this file at first need. */
export function colours(): Theme {
  const chalk = new Chalk({ level: 1 });
  return {
    title: chalk.bold,
    heading: chalk.bold.cyan,
    strong: chalk.bold,
    emphasis: chalk.italic,
    code: chalk.magenta,
    link: chalk.cyan.underline,
    quiet: chalk.dim,
    cause: chalk.bold.red,
    symptom: chalk.yellow,
    notice: chalk.dim,
    must: chalk.bold.red,
    should: chalk.yellow,
    fix: chalk.bold.green,
    marked: chalk.inverse,
    match: chalk.bold.underline,
    keyword: chalk.blue,
    string: chalk.green,
    number: chalk.magenta,
    comment: chalk.dim,
    added: chalk.green,
    removed: chalk.red,
  };
}
