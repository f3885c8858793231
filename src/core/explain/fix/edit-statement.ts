/**
 * Changes of a Python statement that a traceback quotes: an argument dropped, added or handed over, a name replaced, an import moved.
 * The statement is a stranger's text: it is read by its brackets and quotes alone, and left as it is where they do not tell where
 * something ends.
 */
import type { LineEdit } from '../../library/edit.ts';
import { literally } from '../../text/literally.ts';

const OPENING = '([{';
const CLOSING = ')]}';
/** Stands for the lines that nobody quoted, between the statement and the one that it hands arguments to; a comment, for both are pasted. */
export const GAP = '# …';
/** The name of what a constructor makes. */
const MADE = /^(?:with .{1,600}\) as (?<entered>\w{1,60}):|(?<assigned>\w{1,60}) ?= ?[\w.]{1,100}\()/s;
const IMPORT = /^from ([\w.]{1,100}) import ([\w, ]{1,300})$/;

/** The statement with the edit made; the same where the edit has nothing to do with it. */
export function editStatement(statement: string, edit: LineEdit): string {
  if ('drop' in edit) return withoutArgument(statement, edit.drop);
  if ('from' in edit) return replaced(statement, edit.from, edit.to);
  if ('move' in edit) return moved(statement, edit.move, edit.to);
  if ('hand' in edit) return handedOver(statement, edit.hand, edit.to);
  return withArgument(statement, edit.call, edit.add);
}

function withoutArgument(statement: string, name: string): string {
  const found = argumentOf(statement, name);
  return found ? without(statement, found) : statement;
}

interface Part {
  start: number;
  end: number;
}

function without(statement: string, { start, end }: Part): string {
  const [before, rest] = [statement.slice(0, start), statement.slice(end)];
  // The comma behind goes with it; where it was the last one, the comma before.
  return rest.startsWith(',') ? before + rest.slice(1).trimStart() : before.replace(/\s{0,40},\s{0,40}$/, '') + rest;
}

/** Where a keyword argument stands; null where it does not, or not whole. */
function argumentOf(statement: string, name: string): Part | null {
  const pattern = new RegExp(`(?<=[(,]\\s{0,40})${literally(name)}\\s{0,4}=(?!=)`, 'g');
  const code = codeOf(statement);
  const found = [...statement.matchAll(pattern)].filter(({ index }) => code[index]);
  // Where a call within the call has an argument of that name too, the outer one is meant.
  const [outermost] = found.sort((one, other) => depthAt(statement, code, one.index) - depthAt(statement, code, other.index));
  const end = outermost ? endOfArgument(statement, code, outermost.index + outermost[0].length) : null;
  return outermost && end !== null ? { start: outermost.index, end } : null;
}

/** The argument goes to the method where that is called in the same statement, else to a call of it further down. */
function handedOver(statement: string, name: string, method: string): string {
  const found = argumentOf(statement, name);
  if (!found) return statement;
  const argument = statement.slice(found.start, found.end).trimEnd();
  const rest = without(statement, found);
  const { entered, assigned } = MADE.exec(statement)?.groups ?? {};
  const made = entered ?? assigned;
  const calls = [...(made ? [`${made}.${method}`] : []), `.${method}`];
  const handed = calls.map((call) => withArgument(rest, call, argument)).find((each) => each !== rest);
  return handed ?? (made ? `${rest}\n${GAP}\n${made}.${method}(${argument})` : rest);
}

function depthAt(statement: string, code: readonly boolean[], end: number): number {
  let depth = 0;
  for (let at = 0; at < end; at++) {
    if (!code[at]) continue;
    if (OPENING.includes(statement[at] as string)) depth++;
    if (CLOSING.includes(statement[at] as string)) depth--;
  }
  return depth;
}

/** Where the argument ends that begins here: at its comma, or at the bracket that closes the call; null where neither is quoted. */
function endOfArgument(statement: string, code: readonly boolean[], from: number): number | null {
  let depth = 0;
  for (let at = from; at < statement.length; at++) {
    const sign = statement[at] as string;
    if (!code[at]) continue;
    if (depth === 0 && (sign === ',' || CLOSING.includes(sign))) return at;
    if (OPENING.includes(sign)) depth++;
    if (CLOSING.includes(sign)) depth--;
  }
  return null;
}

function replaced(statement: string, from: string, to: string): string {
  const before = /^\w/.test(from) ? '(?<!\\w)' : '';
  const behind = /\w$/.test(from) ? '(?!\\w)' : '';
  return statement.replace(new RegExp(before + literally(from) + behind, 'g'), () => to);
}

function moved(statement: string, name: string, to: string): string {
  const [, module, list] = IMPORT.exec(statement) ?? [];
  if (!module || !list || module === to) return statement;
  const names = list.split(',').map((each) => each.trim());
  const own = names.filter((each) => each.split(' ')[0] === name);
  if (own.length === 0) return statement;
  const rest = names.filter((each) => !own.includes(each));
  return [...(rest.length > 0 ? [`from ${module} import ${rest.join(', ')}`] : []), `from ${to} import ${own.join(', ')}`].join('\n');
}

function withArgument(statement: string, call: string, argument: string): string {
  const code = codeOf(statement);
  const [name = ''] = argument.split('=');
  for (const { index, 0: start } of statement.matchAll(new RegExp(`(?<!\\w)${literally(call)}\\(`, 'g'))) {
    if (!code[index]) continue;
    const from = index + start.length;
    let end: number | null = endOfArgument(statement, code, from);
    while (end !== null && statement[end] === ',') end = endOfArgument(statement, code, end + 1);
    if (end === null) continue;
    const given = statement.slice(from, end).trimEnd().replace(/,$/, '');
    if (new RegExp(`(?<!\\w)${literally(name)}\\s{0,4}=`).test(given)) continue;
    return `${statement.slice(0, from)}${given}${given.trim() === '' ? '' : ', '}${argument}${statement.slice(end)}`;
  }
  return statement;
}

/** For each character whether it is code: no part of a string or a comment. */
function codeOf(statement: string): boolean[] {
  const code = new Array<boolean>(statement.length).fill(true);
  for (const { index, 0: text } of statement.matchAll(
    /"""[\s\S]{0,600}?"""|'''[\s\S]{0,600}?'''|"(?:[^"\\\n]|\\.){0,600}"|'(?:[^'\\\n]|\\.){0,600}'|#[^\n]{0,600}/g,
  )) {
    code.fill(false, index, index + text.length);
  }
  return code;
}
