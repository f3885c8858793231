/** The sides of a conflict, as pip lists them and uv tells them: who asks for which package in which versions. */
import type { Reading, Sighting } from '../reading.ts';
import { asPackage, asVersion, NAME, VERSION } from '../shape.ts';

const MOST = 40;
const LIMIT = '(?:[=<>!~]{1,3} ?[\\w.*+!]{1,40})';
const SOME_LIMITS = `${LIMIT}(?:(?:, ?| and )${LIMIT}){0,8}`;
const LIMITS = `(?<limits>${SOME_LIMITS})`;
const EXTRAS = '(?:\\[[\\w,.-]{1,80}\\])?';
const MINE = new RegExp(`The user requested (?:\\(constraint\\) )?(?<of>${NAME})${EXTRAS} ?${LIMITS}`);
const THEIRS = new RegExp(`(?<who>${NAME})${EXTRAS} (?<version>${VERSION}) depends on (?<of>${NAME})${EXTRAS} ?${LIMITS}`, 'i');

/** uv writes sentences. What it concludes from others nobody asked for. */
const MINE_TO_UV = new RegExp(
  `(?<!conclude that )(?:you require|your project depends on) (?:${NAME}${EXTRAS}${SOME_LIMITS} and )?(?<of>${NAME})${EXTRAS}${LIMITS}(?! depends)`,
);
const THEIRS_TO_UV = new RegExp(`(?<who>${NAME})==(?<version>${VERSION}) depends on (?<of>${NAME})${EXTRAS}${LIMITS}`);

/** Readings of conflicts. Each demand is "who version|package|limits". */
export const DEMANDS: readonly Reading[] = [{ marks: ['The user requested', ' depends on ', 'you require '], most: MOST, find: demands }];

function demands(text: string): Sighting[] {
  const ofPip = MINE.exec(text) ?? THEIRS.exec(text);
  const all = ofPip ? [ofPip] : [THEIRS_TO_UV.exec(text), MINE_TO_UV.exec(text)];
  return all.flatMap((found) => demandOf(found?.groups));
}

function demandOf(groups: RegExpExecArray['groups']): Sighting[] {
  const of = asPackage(groups?.of);
  if (!groups || !of) return [];
  const who = groups.who === undefined ? '' : `${asPackage(groups.who)} ${asVersion(groups.version)}`;
  const limits = (groups.limits as string).replaceAll(/, ?| and /g, ',').replaceAll(' ', '');
  return [{ of: 'named', name: 'demand', value: `${who}|${of}|${limits}` }];
}
