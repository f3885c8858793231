/** What a command is: a description that prints help and completions, and a function from input to Result. */
import type { Folder } from '../check/space/folder.ts';
import type { Diagnosis } from '../core/diagnose/diagnosis.ts';
import type { Library } from '../core/library/library.ts';
import type { DiagnosisResult, Result, Trouble } from '../core/result.ts';
import type { SearchIndex } from '../core/search/search.ts';

export interface Flag {
  name: string;
  short?: string;
  /** What stands for the value in help; a flag without it is a switch. */
  value?: string;
  /** Accepted values, when they are a closed list. */
  choices?: readonly string[];
  about: string;
}

export type FlagValues = Record<string, string | boolean | undefined>;

/** Everything that a command may know. It owns no stream: the log is handed in. */
export interface Input {
  words: string[];
  flags: FlagValues;
  library: Library;
  /** All commands: the registry. */
  commands: readonly Command[];
  /** Made on first use. */
  index: () => SearchIndex;
  /** Opens a folder for `check`; a problem comes back as a sentence and what to do. */
  folder: (name: string) => Folder | Trouble;
  /** The folder that the program was started in, when it is a Space's. */
  spaceHere: () => Folder | null;
  /**
   * Reads the named files (none: standard input) to the end; a problem comes back as a sentence and what to do. `explainSoFar` explains
   * what is known while the log is read, for whoever shows it.
   */
  readLog: (files: string[], explainSoFar: (diagnosis: Diagnosis) => DiagnosisResult) => Promise<Diagnosis | Trouble>;
}

export interface Command {
  name: string;
  aliases?: string[];
  /** Words of the usage line behind the name. */
  usage: string;
  about: string;
  examples: { line: string; about: string }[];
  flags: Flag[];
  /** What the exit codes mean, where it is not plain. */
  exit?: string;
  /** Kind of entry whose ids complete the first word. */
  completes?: 'any' | 'tree' | 'kind' | 'shell' | 'file';
  run: (input: Input) => Result | Promise<Result>;
}

export const GLOBAL_FLAGS: Flag[] = [
  { name: 'json', about: 'one JSON document, for programs' },
  { name: 'markdown', about: 'Markdown, to paste into an issue' },
  { name: 'plain', about: 'text only: no app, no colour, no decoration' },
  { name: 'width', value: 'N', about: 'wrap text at N columns (20 to 300)' },
  { name: 'color', about: 'colour even in a pipe' },
  { name: 'no-color', about: 'no colour' },
  { name: 'screen-reader', about: 'linear text and numbered prompts instead of the app' },
  { name: 'no-alt-screen', about: 'open the app in the normal screen' },
  { name: 'interactive', short: 'i', about: 'open the app on the piped input' },
  { name: 'help', short: 'h', about: 'help, for a command too' },
  { name: 'version', short: 'V', about: 'the version' },
];

/** What every exit code means, for help and for whoever calls the program. */
export const EXIT_CODES = '0 found, 1 nothing found, 2 wrong usage or unreadable input, 70 our bug, 129/130/143 hang-up, Ctrl-C, terminate';
