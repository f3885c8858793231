/** The figures that a plan is made of, taken from the facts: as numbers to calculate with, and as words to cite. */
import type { Fact } from '../library/library.ts';

export const TIERS = ['anonymous', 'free', 'pro', 'team', 'enterprise'] as const;
export type Tier = (typeof TIERS)[number];

/** Who it is, as the middle of a sentence says it. */
export const TIER_NAMES: Record<Tier, string> = {
  anonymous: 'a visitor without an account',
  free: 'a free account',
  pro: 'PRO',
  team: 'a Team member',
  enterprise: 'an Enterprise member',
};

export interface Figure {
  /** Seconds for a time, GB for memory, else the bare number. */
  value: number;
  text: string;
  /** Where it comes from and of which day, for the end of a sentence. */
  cite: string;
}

export interface Figures {
  defaultDuration: Figure;
  largeFactor: Figure;
  xlargeCost: Figure;
  margin: Figure;
  day: Record<Tier, Figure>;
  anonymousSeen: Figure;
  window: Figure;
  largeVram: Figure;
  xlargeVram: Figure;
  nf4Bytes: Figure;
  credits: { text: string; cite: string };
}

const SECONDS: Record<string, number> = { s: 1, min: 60, h: 3600 };

/** Reads what plans need; throws when a figure is missing, for that is our own bug. */
export function figuresOf(facts: ReadonlyMap<string, Fact>): Figures {
  const fact = (name: string): Fact => {
    const found = facts.get(name);
    if (!found) throw new Error(`facts.yaml has no "${name}"`);
    return found;
  };
  const figure = (name: string): Figure => {
    const found = fact(name);
    if (found.value === undefined) throw new Error(`"${name}" of facts.yaml is no number`);
    return { value: found.value * (SECONDS[found.unit ?? ''] ?? 1), text: found.text, cite: cite(found) };
  };
  return {
    defaultDuration: figure('default-duration'),
    largeFactor: figure('duration-factor'),
    xlargeCost: figure('xlarge-cost'),
    margin: figure('duration-margin'),
    day: Object.fromEntries(TIERS.map((tier) => [tier, figure(`quota-${tier}`)])) as Record<Tier, Figure>,
    anonymousSeen: figure('quota-anonymous-seen'),
    window: figure('quota-window'),
    largeVram: figure('large-vram'),
    xlargeVram: figure('xlarge-vram'),
    nf4Bytes: figure('nf4-bytes'),
    credits: { text: fact('credits-price').text, cite: cite(fact('credits-price')) },
  };
}

function cite({ source, asOf, certainty }: Fact): string {
  return `${source}, ${asOf}${certainty === 'reported' ? ', reported' : ''}`;
}

/** A number as people write it: at most two decimals, none that are zero. */
export function say(number: number): string {
  return String(Math.round(number * 100) / 100);
}

/** Takes the dust of binary fractions off: 0.1 × 1.5 is 0.15. */
export function tidy(number: number): number {
  return Math.round(number * 1e4) / 1e4;
}
