/** What a text means, and what paints it. */
import { colours } from './colours.ts';

const ROLES = [
  'title',
  'heading',
  'strong',
  'emphasis',
  'code',
  'link',
  'quiet',
  'cause',
  'symptom',
  'notice',
  'must',
  'should',
  'fix',
  'marked',
  'match',
  'keyword',
  'string',
  'number',
  'comment',
  'added',
  'removed',
] as const;

export type Role = (typeof ROLES)[number];
export type Paint = (text: string) => string;
export type Theme = Record<Role, Paint>;

/** Whether to paint: not at all, with the sixteen colours that every terminal has, or `rich`, with exact ones where the terminal announces them. */
export type Colour = boolean | 'rich';

/** Paints for every role; without colour each is the identity, so that nothing depends on it. */
export function themeFor(colour: Colour): Theme {
  return colour ? colours(colour === 'rich') : (Object.fromEntries(ROLES.map((role) => [role, (text: string) => text])) as Theme);
}
