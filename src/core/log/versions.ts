/** Finds the versions that a log names. */
import type { Wanted } from '../match/gate.ts';

export const PACKAGES = ['spaces', 'torch', 'gradio', 'python'] as const;
export type Package = (typeof PACKAGES)[number];
export type Versions = Record<Package, string | null>;

const NUMBER = '(\\d{1,4}\\.\\d{1,4}(?:\\.\\d{1,4})?(?:\\+[a-z0-9]{1,12})?)';

/** Most certain first: what is installed or running before what somebody asked for. */
const EVIDENCE: Record<Package, RegExp[]> = {
  spaces: [
    new RegExp(`(?<![\\w/-])spaces-${NUMBER}`),
    new RegExp(`(?<![\\w/-])spaces(?:==| {1,40})${NUMBER}`),
    new RegExp(`"pySpacesVersion": ?"${NUMBER}"`),
  ],
  torch: [
    new RegExp(`(?<![\\w-])torch-${NUMBER}`),
    new RegExp(`torch\\.__version__ {0,3}[=:]{1,2} {0,3}'?${NUMBER}`),
    new RegExp(`(?<![\\w-])torch(?:==| {1,40}|: {0,3}|, version | {1,3}version:? {1,3})${NUMBER}`, 'i'),
    new RegExp(`PyTorch(?: version)?:? {1,3}${NUMBER}`, 'i'),
  ],
  gradio: [
    new RegExp(`(?<![\\w-])gradio-${NUMBER}`),
    new RegExp(`(?<![\\w-])gradio(?:\\[[\\w,]{1,40}\\])?(?:==| {1,40})${NUMBER}`),
    new RegExp(`sdk_version: {0,3}["']?${NUMBER}`),
  ],
  python: [
    new RegExp(`Python[ :/]{1,3}(?:version:? )?${NUMBER}`, 'i'),
    /\/python(\d\.\d{1,2})\//,
    new RegExp(`requires a different Python: ${NUMBER}`),
  ],
};
const WORTH_A_LOOK = /spaces|torch|gradio|python|sdk_version/i;

interface VersionMark extends Wanted {
  name: Package;
  /** The most certain wording that it may be part of. */
  rank: number;
}

const mark = (name: Package, rank: number, ...texts: string[]): VersionMark[] => texts.map((text) => ({ text, name, rank }));

/** Without one of these no line names a version. */
export const VERSION_MARKS: readonly VersionMark[] = [
  ...mark('spaces', 0, 'spaces-'),
  ...mark('spaces', 1, 'spaces=', 'spaces '),
  ...mark('spaces', 2, 'spacesversion"'),
  ...mark('torch', 0, 'torch-'),
  ...mark('torch', 1, 'torch.__version__'),
  ...mark('torch', 2, 'torch=', 'torch ', 'torch:', 'torch,'),
  ...mark('gradio', 0, 'gradio-'),
  ...mark('gradio', 1, 'gradio=', 'gradio ', 'gradio['),
  ...mark('gradio', 2, 'sdk_version'),
  ...mark('python', 0, 'python ', 'python:', 'python/'),
  ...mark('python', 1, '/python'),
];

/** Gathers versions line by line; the most certain wording wins, then the first. */
export class VersionReader {
  /** How often something better was found. */
  changes = 0;
  readonly #found = new Map<Package, { rank: number; version: string }>();

  /** Takes one line. */
  read(text: string): void {
    if (!WORTH_A_LOOK.test(text)) return;
    for (const name of PACKAGES) {
      const known = this.#found.get(name)?.rank ?? Number.POSITIVE_INFINITY;
      for (const [rank, regex] of EVIDENCE[name].entries()) {
        if (rank >= known) break;
        const version = regex.exec(text)?.[1];
        if (!version) continue;
        this.#found.set(name, { rank, version });
        this.changes++;
        break;
      }
    }
  }

  /** The marks that can tell nothing better than what is known. */
  get settled(): VersionMark[] {
    return VERSION_MARKS.filter(({ name, rank }) => (this.#found.get(name)?.rank ?? Number.POSITIVE_INFINITY) <= rank);
  }

  /** What was found so far. */
  get versions(): Versions {
    const entries = PACKAGES.map((name) => [name, this.#found.get(name)?.version ?? null]);
    return Object.fromEntries(entries) as Versions;
  }
}
