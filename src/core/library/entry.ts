/** What the knowledge base is made of, as the program sees it: plain data, checked and linked at build time. */

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
  /** Markdown without the heading. */
  text: string;
}

export interface Fix {
  title: string;
  /** The sentences around the snippet, as Markdown. */
  text: string;
  code: string;
  language: string;
}

/** One regular expression of a signature, tried ignoring case. */
export interface Pattern {
  source: string;
  /** Lower-case runs of which every match holds at least one: what the log is searched for first. */
  literals: string[];
  /** Deliberately weak: counts only where no text of another entry stands close by. */
  weak: boolean;
}

/** A sentence that is added when the log shows a version in the given range. */
export interface VersionNote {
  name: string;
  operator: '<' | '<=' | '>' | '>=' | '=';
  version: string;
  say: string;
}

export interface Signature {
  patterns: Pattern[];
  unless: string[];
  near: string[];
  /** By the source of any of these expressions: sets of small letters, each with one that a matching text holds. */
  needs: Record<string, string[][]>;
  overrides: string[];
  /** Ids that this warning is the reason for: where one of them stands in the log as well, it counts as a cause. */
  explains: string[];
  found: string[];
  notes: VersionNote[];
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
  /** The whole page as Markdown, without title; links as [[id]]. */
  body: string;
  lead: string;
  sections: Section[];
}

export interface ErrorEntry extends Written {
  kind: 'error';
  stage: Stage;
  role: Role;
  /** A warning that seldom stops an app: named after the causes that do. */
  mild: boolean;
  signature: Signature;
  fixes: Fix[];
}

export interface RuleEntry extends Written {
  kind: 'rule';
  level: 'must' | 'should' | 'know';
}

export interface GuideEntry extends Written {
  kind: 'guide';
}

export interface Option {
  say: string;
  to: string;
}

export interface Question {
  ask: string;
  why: string;
  options: Option[];
}

export interface Answer {
  answer: string;
  /** Markdown; links as [[id]]. */
  text: string;
  see: string[];
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
