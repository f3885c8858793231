/** What a text gives away of the machine, as plain data. */
import type { System, Where } from '../library/place.ts';
import type { SafeText } from '../text/neutralise.ts';
import type { Asker } from './asker.ts';

/** How a version is known; `sdk`: the front matter of a Space asks for it, and there that decides. */
export type From = 'pip' | 'wheel' | 'banner' | 'frame' | 'pin' | 'sdk';

/** Where in the text something stands: the file (null on standard input) and a line of it. */
export interface Stand {
  file: SafeText | null;
  line: number;
}

/** A version, or a range as "2.1.x" when it is not exact. */
export interface KnownVersion extends Stand {
  version: SafeText;
  exact: boolean;
  from: From;
  /** What settled it, in words, where that helps: "module.py:1518". */
  by: SafeText | null;
  /** What it can be, where it is not exact; null where an end is open. */
  range?: { oldest: string | null; newest: string | null };
}

export interface Environment {
  where: Where | 'unknown';
  os: System | null;
  python: SafeText | null;
  cuda: SafeText | null;
  driver: SafeText | null;
  gpu: SafeText | null;
  /** Compute capability of the card. */
  capability: SafeText | null;
  /** `user/name`, where the text names one Space and no other. */
  space: SafeText | null;
  /** By the name that PyPI gives them. */
  packages: Readonly<Record<string, KnownVersion>>;
  models: readonly SafeText[];
  datasets: readonly SafeText[];
  /** All Spaces that are named. */
  spaces: readonly SafeText[];
  /** The addresses at which Spaces answer: "https://user-name.hf.space". */
  addresses: readonly SafeText[];
  /** The port on which a server says that it listens; null where several are named. */
  port: SafeText | null;
  /** The first commands that were run. */
  commands: readonly SafeText[];
  /** What pip names as the sides of a conflict: "gradio 5.9.1|huggingface-hub|>=0.25.1"; of the user's own wishes the first part is empty. */
  demands: readonly SafeText[];
  /** What pip took as source code, in its own words for it: "basicsr==1.4.2", "git+https://…", a path. */
  sources: readonly SafeText[];
  /** Which wish of the user's brought a package: "tokenizers transformers==4.30.2". */
  origins: readonly SafeText[];
  /** The Python of an environment of one's own, as its paths give it away: "/home/me/app/venv/bin/python"; null where there are several. */
  interpreter: SafeText | null;
  /** How commands begin that install something, where that is not pip: "uv add". */
  installer: SafeText | null;
  /** What the asker says of himself. */
  asker: Asker;
}

/** Whether a version is only asked for: what is installed may be another one. */
export function isAskedFor(from: From | undefined): boolean {
  return from === 'pin' || from === 'sdk';
}

/** The version of a package; null when it is not known. */
export function versionOf({ packages }: Environment, name: string): SafeText | null {
  return packages[name]?.version ?? null;
}
