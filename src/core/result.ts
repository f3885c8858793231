/** What a command answers: plain data, from which render/ makes text, Markdown or JSON. */
import type { Beside } from './beside.ts';
import type { CheckReport } from './check-report.ts';
import type { Diagnosis, Failure, Finding } from './diagnose/diagnosis.ts';
import type { Entry, ErrorEntry, Fix, Kind, TreeEntry, TreeNode } from './library/entry.ts';
import type { NextStep } from './library/failure.ts';
import type { Walk } from './library/walk.ts';
import type { Inline, Snippet } from './markup/blocks.ts';
import type { AskedPlan } from './plan/asked.ts';
import type { Plan } from './plan/shape.ts';
import type { Hit } from './search/search.ts';
import type { SafeText } from './text/neutralise.ts';

/** A finding with the entry that explains it. */
export interface Explained {
  finding: Finding;
  entry: ErrorEntry;
  /** The user's own numbers in a sentence; empty when the log gave none. */
  said: Inline[];
  /** Sentences that apply because of what the log shows. */
  notes: Inline[][];
  /** What the asker says that decided which fix comes first, or that speaks against it. */
  hint: Inline[] | null;
  /** The fix that belongs to this text, with its values filled in; null when none of the page fits. */
  fix: Fix | null;
  /** The others that fit, likeliest first. */
  otherFixes: Fix[];
  /** The log shows that the program does not run in a Space. */
  elsewhere: boolean;
  /** What the Space's own source adds, where its folder is at hand. */
  beside?: Beside;
}

/** The nearest page as an answer, where no text proves it: how one would see that it is this, and what to do then. */
export interface Guess {
  entry: Entry;
  /** Other pages that come near. */
  others: Entry[];
  /** Whether it is more often right than not: else nothing is told to do. */
  isLikely: boolean;
  /** Its first fix that fits what the text gives away; null for what is no error. */
  fix: Fix | null;
  /** What the asker says that decided which fix it is, or that speaks against it. */
  hint: Inline[] | null;
  /** What a rule or a guide shows first, in code. */
  shown: Snippet | null;
}

/** A page that may be meant by what somebody tells, and what it says to do first; null where that is no fix. */
export interface Way {
  entry: Entry;
  todo: Inline[] | null;
}

/** A failure that no entry knows, with what its kind is called and what is looked at first. */
export interface Told {
  failure: Failure;
  title: string;
  look: Inline[];
  /** The line that shows it, or that is tried first. */
  shown: Snippet | null;
  /** What is seen next, and what is done then. */
  steps: NextStep[];
  /** The message itself is read, and not only its kind. */
  isRead: boolean;
  /** The page that tells more of what was read. */
  page: Entry | null;
  /** That page, and guesses: the nearest pages, as far as some are near. */
  suggestions: Entry[];
  /** The first of them. */
  guess: Guess | null;
  /** All of them, where somebody only tells and none is likely. */
  ways: Way[];
  /** The lines around the frame, where the Space's folder is at hand. */
  beside?: Beside;
}

export interface DiagnosisResult {
  type: 'diagnosis';
  diagnosis: Diagnosis;
  diagnoses: Explained[];
  notices: Explained[];
  failures: Told[];
  /** Where nothing was recognised at all: errors that the text only speaks of, then guesses by search. */
  nearest: Entry[];
  /** The first of them. */
  guess: Guess | null;
  /** All of them, where none is likely. */
  ways: Way[];
  /** Whole pages were asked for, not cards. */
  isFull?: boolean;
  /** Ids of findings whose cards were printed while the log was read. */
  shown?: ReadonlySet<string>;
}

export interface SearchResult {
  type: 'search';
  query: SafeText;
  hits: Hit[];
  /** Whether the first hit answers the query; else all are only the nearest that there are. */
  confident: boolean;
  /** The plan that the words ask for, where they speak of a call or a model. */
  plan: AskedPlan | null;
}

export interface ListResult {
  type: 'list';
  kind: Kind | null;
  entries: Entry[];
}

export interface PageResult {
  type: 'page';
  entry: Entry;
}

export interface TreeResult {
  type: 'tree';
  tree: TreeEntry;
  walk: Walk | null;
  node: TreeNode | null;
  /** Wanted as a drawing of the whole. */
  isDrawing?: boolean;
}

export interface PlanResult {
  type: 'plan';
  plan: Plan;
}

export interface CheckResult {
  type: 'check';
  report: CheckReport;
  /** `sarif` for code scanning, `github` for annotations alone. */
  format: 'text' | 'sarif' | 'github';
}

export interface TextResult {
  type: 'text';
  text: string;
}

/** Expected trouble: what went wrong and what to do, in one sentence each. */
/** Expected trouble: a sentence on what happened, and one on what to do. */
export interface Trouble {
  what: string;
  help: string;
}

export interface ProblemResult extends Trouble {
  type: 'problem';
}

export type Result =
  | DiagnosisResult
  | SearchResult
  | ListResult
  | PageResult
  | TreeResult
  | PlanResult
  | CheckResult
  | TextResult
  | ProblemResult;

export const EXIT = { found: 0, nothing: 1, usage: 2, bug: 70, hangUp: 129, interrupt: 130, terminate: 143 } as const;

/** The exit code that a result stands for. */
export function exitCode(result: Result): number {
  if (result.type === 'problem') return EXIT.usage;
  if (result.type === 'diagnosis') return result.diagnoses.length > 0 ? EXIT.found : EXIT.nothing;
  if (result.type === 'check') return result.report.verdict === 'would-fail' ? EXIT.nothing : EXIT.found;
  if (result.type === 'search') return result.confident || result.plan ? EXIT.found : EXIT.nothing;
  return EXIT.found;
}
