/** What the knowledge base is made of, as the program sees it: plain data, checked and linked at build time. */
import type { Block, Inline } from '../markup/blocks.ts';
import type { Act } from './asker.ts';
import type { Condition } from './condition.ts';
import type { LineEdit } from './edit.ts';
import type { FailureKind } from './failure.ts';

export type Kind = 'error' | 'rule' | 'guide' | 'tree';
export type Role = 'cause' | 'symptom' | 'notice';
export type Stage = 'scheduler' | 'startup' | 'boundary' | 'cuda' | 'build' | 'client' | 'platform';

export interface Source {
  title: string;
  url: string;
  /** The day on which the page was compared with this source, as YYYY-MM-DD. */
  checked: string;
}

export interface Section {
  heading: string;
  /** Without the heading; of the section "Fix" without the fixes, which stand by themselves. */
  blocks: Block[];
}

/** Who can carry a fix out: whoever wrote the app, whoever calls it, the owner of somebody else's Space, Hugging Face. */
export const ACTORS = ['author', 'visitor', 'owner', 'platform'] as const;
export type Actor = (typeof ACTORS)[number];

export interface Fix {
  /** Unique within the page: what a pattern calls it by. */
  name: string;
  title: Inline[];
  /** Sentences and snippets. */
  blocks: Block[];
  /** Why it happens where this fix is the right one; empty where the page says it for all. */
  why: Inline[][];
  /** A fix of which one is known to be false is not offered. */
  when: Condition[];
  /** What it pins has no build for other Pythons: known to be false they rule it out, unknown they say nothing. */
  limits: Condition[];
  /** What it changes in the statement that failed, where the traceback quotes that one. */
  edits: LineEdit[];
  who: Actor | null;
  /** What it does of all that somebody may have tried already. */
  does: Act[];
  /** What it comes after, where somebody has tried that in vain. */
  after: Act[];
  /** A command that shows that it worked. */
  verify: string | null;
  /** What will be seen next, and what to do then; at most two. */
  then: { see: Inline[]; do: Inline[] }[];
}

/** A fix of which nothing more is said. */
export const BARE_FIX: Omit<Fix, 'name' | 'title' | 'blocks'> = {
  ...{ why: [], when: [], limits: [], edits: [], who: null, does: [], after: [], verify: null },
  // biome-ignore lint/suspicious/noThenProperty: a list of branches; nothing awaits a fix.
  then: [],
};

/** How an error is known, best first. */
export const BASES = ['reproduced', 'source', 'documented', 'reported'] as const;

export interface Basis {
  kind: (typeof BASES)[number];
  /** The recording that shows it, by its name. */
  story: string | null;
  /** What it was seen in: "spaces 0.51.3". */
  version: string | null;
  date: string;
}

/** One regular expression of a signature, tried ignoring case. */
export interface Pattern {
  source: string;
  /** Lower-case runs of which every match holds at least one: what the log is searched for first. */
  literals: string[];
  /** Deliberately weak: counts only where no text of another entry stands close by. */
  weak: boolean;
  /** Names of the fixes that belong to this text; the first that fits is meant. */
  fixes: string[];
}

/** Another page, and which of its fixes belongs to what was found. */
export interface Instead {
  when: Condition;
  id: string;
  fix: string;
}

/** A sentence that is added when the log shows what the condition asks for. */
export interface Note {
  when: Condition;
  say: Inline[];
}

export interface Signature {
  patterns: Pattern[];
  unless: string[];
  near: string[];
  overrides: string[];
  /** Ids that this is the reason for, wherever in the log they stand: they follow from it, and a warning counts as a cause then. */
  explains: string[];
  /** Pages that tell this better where a condition is known to hold. */
  instead: Instead[];
  /** Sentences with values in them; the first whose values are all there is said. */
  found: Inline[][];
  notes: Note[];
}

interface Base {
  id: string;
  title: string;
  /** Earlier ids of this entry. */
  aka: string[];
  asks: string[];
  see: string[];
  /** Ids of the entries that link here, computed. */
  seenFrom: string[];
  sources: Source[];
  checked: string;
  /** One sentence of plain text. */
  summary: string;
}

interface Written extends Base {
  lead: Block[];
  sections: Section[];
}

export interface ErrorEntry extends Written {
  kind: 'error';
  stage: Stage;
  role: Role;
  /** What users see, word for word; null where there is no single message. */
  message: string | null;
  /** A warning that seldom stops an app: named after the causes that do. */
  mild: boolean;
  /** Says only that something else failed: a cause where no reason stands near, else the consequence of that reason. */
  wraps: boolean;
  signature: Signature;
  /** Of what kinds its texts are: for guesses at what no entry knows. */
  kinds: FailureKind[];
  /** The likeliest first. */
  fixes: Fix[];
  /** Why it happens, in the first sentences of its section that hold for every fix. */
  why: Inline[][];
  /** What to put where a value is not known, by the name of the value. */
  blanks: Record<string, string>;
  basis: Basis | null;
}

export interface RuleEntry extends Written {
  kind: 'rule';
  level: 'must' | 'should' | 'know';
}

export interface GuideEntry extends Written {
  kind: 'guide';
}

export interface Option {
  say: Inline[];
  to: string;
}

export interface Question {
  ask: Inline[];
  why: Inline[];
  options: Option[];
}

export interface Answer {
  answer: Inline[];
  blocks: Block[];
  see: string[];
  /** Flags of the plan that belongs to it; null when none does. */
  plan: Record<string, string> | null;
}

export type TreeNode = Question | Answer;

export interface TreeEntry extends Base {
  kind: 'tree';
  start: string;
  nodes: Record<string, TreeNode>;
}

export type Page = ErrorEntry | RuleEntry | GuideEntry;
export type Entry = Page | TreeEntry;

/** The sources of all regular expressions of a signature. */
export function expressionsOf({ patterns, unless, near }: Pick<Signature, 'patterns' | 'unless' | 'near'>): string[] {
  return [...patterns.map(({ source }) => source), ...unless, ...near];
}

/** Tells a question from an answer. */
export function isQuestion(node: TreeNode): node is Question {
  return 'ask' in node;
}
