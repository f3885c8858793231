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

export type PaintRole = (typeof ROLES)[number];
export type Paint = (text: string) => string;
export type Theme = Record<PaintRole, Paint> & {
  /** Makes a link of an address, where the terminal has such links. */
  address: (painted: string, href: string) => string;
};

/** What a terminal announces beyond the sixteen colours that all have. */
export interface Look {
  /** Exact colours. */
  isRich: boolean;
  /** Links (OSC 8). */
  hasLinks: boolean;
}

/** Whether to paint: not at all, with sixteen colours, or with what the terminal announces. */
export type Colour = boolean | Look;

/** Paints for every role; without colour each is the identity, so that nothing depends on it. */
export function themeFor(colour: Colour): Theme {
  const { isRich, hasLinks } = typeof colour === 'object' ? colour : { isRich: false, hasLinks: false };
  const paints = colour
    ? colours(isRich)
    : (Object.fromEntries(ROLES.map((role) => [role, (text: string) => text])) as Record<PaintRole, Paint>);
  return { ...paints, address: hasLinks ? linked : (painted) => painted };
}

function linked(painted: string, href: string): string {
  return `\u001b]8;;${href}\u0007${painted}\u001b]8;;\u0007`;
}
