/** What `check` answers: findings in a Space's own source, its GPU calls, and what could not be seen. */
import type { Tier } from './plan/figures.ts';
import type { SafeText } from './text/neutralise.ts';

/** `fails`: the Space or a call stops. `costs`: it takes quota or turns visitors away. `consider`: look at it. */
export const CHECK_LEVELS = ['fails', 'costs', 'consider'] as const;
export type CheckLevel = (typeof CHECK_LEVELS)[number];

export type CheckVerdict = 'would-fail' | 'would-start' | 'cannot-tell';

export interface CheckFinding {
  check: string;
  /** What the check is about, as a title. */
  about: string;
  level: CheckLevel;
  /** Of what fails: whether the Space does not start, or a call fails in it. */
  stops: 'start' | 'call';
  file: SafeText;
  /** From 1. */
  line: number;
  column: number;
  message: SafeText;
  because: SafeText[];
  /** The change as a unified diff of the user's own lines. */
  fix: { title: string; diff: SafeText } | null;
  see: string[];
  /** Marked in the source as known and accepted. */
  isIgnored: boolean;
}

export interface GpuCall {
  file: SafeText;
  line: number;
  function: SafeText;
  /** Declared seconds, or the expression that decides them. */
  duration: number | SafeText;
  size: string;
  /** Seconds that are booked; null when the duration is decided at run time. */
  booked: number | null;
  refusedFor: Tier[];
}

export interface CheckReport {
  root: SafeText;
  verdict: CheckVerdict;
  findings: CheckFinding[];
  calls: GpuCall[];
  unseen: { file: SafeText; line: number | null; why: SafeText }[];
}
