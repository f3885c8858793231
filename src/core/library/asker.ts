/** What somebody who asks says of himself, and how it is recognised in his words. */
import type { Inline } from '../markup/blocks.ts';

/** What can have been tried. */
export const ACTS = [
  'restart',
  'rebuild',
  'version',
  'reinstall',
  'login',
  'token',
  'pro',
  'credits',
  'duration',
  'cache',
  'browser',
  'access',
  'wait',
  'duplicate',
  'lighter',
  'install',
  'decorate',
  'push',
  'inputs',
  'reached',
  'fine',
  'ready',
  'served',
  'remote',
  'present',
  'train',
  'silicon',
] as const;
export type Act = (typeof ACTS)[number];

/** What nobody did: the text shows that it is so, and a fix for the opposite cannot help. */
export const OBSERVED: readonly Act[] = ['reached', 'ready', 'served', 'remote', 'fine', 'present', 'train', 'silicon'];

/** Whoever has one of these has an account, and used it. */
const WITH_ACCOUNT: readonly Act[] = ['login', 'pro', 'credits', 'token'];

/** What of all that somebody says he did shows that this was done; undefined when nothing does. */
export function doneBy(act: Act, did: readonly Act[]): Act | undefined {
  if (did.includes(act)) return act;
  return act === 'login' ? did.find((each) => WITH_ACCOUNT.includes(each)) : undefined;
}

/** Who asks: somebody who uses a Space of others, somebody with a copy of it, whoever made it. */
export const ROLES = ['visitor', 'copy', 'author'] as const;
export type Role = (typeof ROLES)[number];
export const SDKS = ['docker', 'static', 'streamlit'] as const;
export type Sdk = (typeof SDKS)[number];
export const HARDWARE = ['cpu', 'gpu'] as const;
export type Hardware = (typeof HARDWARE)[number];

/** One way of saying something. */
export interface AskerSign {
  /** A regular expression, ignoring case. */
  source: string;
  /** Lower-case runs of which every match holds one. */
  literals: string[];
  /** What it tells; `keeps`: the packages that are named around it must stay as they are. */
  act?: Act | undefined;
  keeps: boolean;
  who?: Role | undefined;
  sdk?: Sdk | undefined;
  hardware?: Hardware | undefined;
  /** Only with words around it that say that it was done. */
  framed: boolean;
  /** Counts in what a program printed, too. */
  printed: boolean;
}

/** The name of the fix that every page has for who cannot change the Space. */
export const VISITOR = 'visitor';

/** What is left to him, where a page has only fixes for the owner. */
export interface VisitorFix {
  title: Inline[];
  say: Inline[];
  code: string;
}

export interface AskerKnowledge {
  /** Regular expressions: what stands just before a thing that was done, and what follows one. */
  frames: { before: string; after: string };
  /** By act: the clause that tells it, "You say that you have waited". */
  said: Record<Act, string>;
  signs: AskerSign[];
  visitor: VisitorFix;
}

/** So much of a line around a sign says whether the thing was done. */
const WIDTH = 110;

/** Where a sign stands in a line, with words around it that say that it was done, where it needs them; null where it does not stand. */
export function signedAt(sign: AskerSign, frames: AskerKnowledge['frames'], line: string): { start: number; end: number } | null {
  for (const found of line.matchAll(new RegExp(sign.source, 'gi'))) {
    const [start, end] = [found.index, found.index + found[0].length];
    if (!sign.framed || isDone(frames, line.slice(Math.max(0, start - WIDTH), start), line.slice(end, end + WIDTH))) return { start, end };
  }
  return null;
}

function isDone({ before, after }: AskerKnowledge['frames'], words: string, rest: string): boolean {
  return new RegExp(`${before}$`, 'i').test(words) || new RegExp(`^${after}`, 'i').test(rest);
}
