/** THE role table: code says what a text means, only this file says how that looks. Readable on light and on dark backgrounds. */
import { Chalk } from 'chalk';

export type Role =
  | 'title'
  | 'heading'
  | 'strong'
  | 'emphasis'
  | 'code'
  | 'link'
  | 'quiet'
  | 'cause'
  | 'symptom'
  | 'notice'
  | 'fix'
  | 'marked'
  | 'keyword'
  | 'string'
  | 'number'
  | 'comment'
  | 'added'
  | 'removed';

export type Paint = (text: string) => string;
export type Theme = Record<Role, Paint>;

/** Paints for every role; without colour each is the identity, so that nothing depends on it. */
export function themeFor(hasColor: boolean): Theme {
  const chalk = new Chalk({ level: hasColor ? 1 : 0 });
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
    fix: chalk.bold.green,
    marked: chalk.inverse,
    keyword: chalk.blue,
    string: chalk.green,
    number: chalk.magenta,
    comment: chalk.dim,
    added: chalk.green,
    removed: chalk.red,
  };
}
