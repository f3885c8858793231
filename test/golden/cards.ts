/** The cards of real stories, with the real content: read by a person whenever they change. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { knowledge } from '../library.ts';
import { print } from './print.ts';

export const WIDTHS = [60, 80, 120];

const logs = join(import.meta.dirname, '../logs');

/**
 * The names of the stories whose cards are kept, some of each part of the laboratory and of each kind of log: those that have a folder
 * here, so that a new story moves none of the others. One more: make its folder, then `npm run golden`.
 */
export const STORIES = readdirSync(join(import.meta.dirname, 'cards')).sort();

/** What `diagnose` prints of a story. */
export function cardOf(story: string, width: number): Promise<string> {
  return print(['diagnose', '--width', String(width)], readFileSync(join(logs, `${story}.log`), 'utf8'), knowledge);
}
