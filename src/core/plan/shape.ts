/** What a plan is made of: what was asked, the booking, the memory, and the words for both. */
import type { Generation, Range, Size } from './booking.ts';
import type { Tier } from './figures.ts';
import type { Memory, MemoryInput } from './memory.ts';

export type Verdict = 'fits' | 'quota-exceeded' | 'illegal-duration' | 'unknown';

/** What is asked; null is not said. */
export interface PlanInput {
  /** Declared seconds. */
  duration: number | null;
  size: Size | null;
  tier: Tier | null;
  /** Seconds left of the day. */
  left: number | null;
  /** Version of `spaces`. */
  spaces: string | null;
  /** Seconds that a run really takes. */
  takes: number | null;
  /** The seconds that a refusal printed. */
  requested: number | null;
  memory: MemoryInput | null;
}

/** A whole day of one tier. */
export interface TierRow {
  tier: Tier;
  day: number;
  verdict: 'fits' | 'illegal-duration';
  calls: Range;
  /** The largest declared duration whose booking is within the day. */
  largest: number;
}

export interface Booking {
  declared: number;
  /** Nothing was declared: the default counts. */
  isDefault: boolean;
  size: Size;
  generation: Generation;
  factor: number;
  booked: number;
  /** What it is compared with; null when neither `left` nor `tier` was said. */
  room: { seconds: number; from: 'left' | 'tier' } | null;
  /** For a run of `takes` seconds, else at most: for the whole declared time. */
  charge: Range;
  calls: Range | null;
  largest: number | null;
  tiers: TierRow[];
}

export interface Advice {
  say: string;
  /** Python to paste, or empty. */
  code: string;
  /** Ids of entries that tell more. */
  see: string[];
}

export interface Plan {
  input: PlanInput;
  headline: string;
  booking: Booking | null;
  verdict: Verdict;
  because: string[];
  advice: Advice[];
  memory: Memory | null;
}

/** A plan before it is advised on. */
export type PlanDraft = Omit<Plan, 'headline' | 'advice'>;
