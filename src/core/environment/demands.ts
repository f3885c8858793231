/** The sides of a conflict, as pip lists them: who asks for which package in which versions. */
import type { Reading, Sighting } from './reading.ts';
import { asPackage, asVersion, NAME, VERSION } from './shape.ts';

const MOST = 40;
const LIMIT = '(?:[=<>!~]{1,3} ?[\\w.*+!]{1,40})';
const LIMITS = `(?<limits>${LIMIT}(?:(?:, ?| and )${LIMIT}){0,8})`;
const EXTRAS = '(?:\\[[\\w,.-]{1,80}\\])?';
const MINE = new RegExp(`The user requested (?:\\(constraint\\) )?(?<of>${NAME})${EXTRAS} ?${LIMITS}`);
const THEIRS = new RegExp(`(?<who>${NAME})${EXTRAS} (?<version>${VERSION}) depends on (?<of>${NAME})${EXTRAS} ?${LIMITS}`, 'i');

/** Readings of conflicts. Each demand is "who version|package|limits". */
export const DEMANDS: readonly Reading[] = [{ marks: ['The user requested', ' depends on '], most: MOST, find: demands }];

function demands(text: string): Sighting[] {
  const groups = (MINE.exec(text) ?? THEIRS.exec(text))?.groups;
  const of = asPackage(groups?.of);
  if (!groups || !of) return [];
  const who = groups.who === undefined ? '' : `${asPackage(groups.who)} ${asVersion(groups.version)}`;
  const limits = (groups.limits as string).replaceAll(/, ?| and /g, ',').replaceAll(' ', '');
  return [{ of: 'named', name: 'demand', value: `${who}|${of}|${limits}` }];
}
