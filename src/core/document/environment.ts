/** The machine that a text gives away, as one line. */
import type { Asker } from '../environment/asker.ts';
import { type Environment, isAskedFor, type KnownVersion } from '../environment/environment.ts';
import { OBSERVED, type Role } from '../library/asker.ts';
import type { System, Where } from '../library/place.ts';
import { type Block, foreign, joined } from '../markup/blocks.ts';
import { own, type SafeText } from '../text/neutralise.ts';

const PLACES: Record<Where, string> = {
  space: 'Space',
  caller: 'caller of a Space',
  local: 'own machine',
  colab: 'Colab',
  kaggle: 'Kaggle',
  ci: 'CI',
  cluster: 'cluster',
  docker: 'container',
};
const SYSTEMS: Record<System, string> = { linux: 'Linux', windows: 'Windows', macos: 'macOS' };

/** What fixes ask for, in the order in which it matters. */
const FIRST = [
  'torch',
  'gradio',
  'spaces',
  'transformers',
  'diffusers',
  'accelerate',
  'huggingface-hub',
  'gradio-client',
  'numpy',
  'pydantic',
];
/** With what stands between them, within a line of 80 columns. */
const WIDTH = 76;
const BETWEEN = ' · ';

/** `Space · Python 3.10 · torch 2.1.x (from module.py:1518) · gradio 4.44.1`; nothing where the text gives nothing away. */
export function environmentLine(environment: Environment): Block[] {
  const parts = environmentParts(environment);
  return parts.length === 0 ? [] : [{ type: 'paragraph', tone: 'quiet', inlines: joined(parts.map(foreign), BETWEEN) }];
}

/** The parts of the line, as many as fit, the most important first; of one with several wordings the first that fits. */
export function environmentParts({ where, os, python, packages, cuda, gpu, space, asker }: Environment): SafeText[] {
  const system = os && (where !== 'space' || os !== 'linux') ? SYSTEMS[os] : null;
  const place = where === 'unknown' ? system : `${PLACES[where]}${system ? ` (${system})` : ''}`;
  const parts = [
    place,
    space && `of ${space}`,
    python && `Python ${python}`,
    ...FIRST.flatMap((name) => (packages[name] ? [versionTexts(name, packages[name])] : [])),
    cuda && `CUDA ${cuda}`,
    gpu,
    ...askerParts(asker),
  ].filter((part): part is string | string[] => Boolean(part));
  let width = -BETWEEN.length;
  const kept = parts.flatMap((wordings) => {
    const part = [wordings].flat().find(({ length }) => width + BETWEEN.length + length <= WIDTH);
    if (part === undefined) return [];
    width += BETWEEN.length + part.length;
    return [part];
  });
  // Parts of safe texts, and words of our own.
  return kept.map(own);
}

const ROLES: Record<Role, string | null> = { visitor: 'not the owner', copy: 'a copy of a Space', author: null };

/** What the asker says of himself: who asks, what must stay, what was tried. */
function askerParts({ did, keeps, who, sdk, hardware }: Asker): (string | null)[] {
  const tried = did.filter((act) => !OBSERVED.includes(act));
  return [
    sdk && `${sdk} SDK`,
    hardware === 'gpu' ? 'own GPU' : hardware === 'cpu' ? 'CPU hardware' : null,
    who && ROLES[who],
    keeps.length > 0 ? `keeps ${keeps.join(', ')}` : null,
    tried.length > 0 ? `you said: ${tried.join(', ')}` : null,
  ];
}

/** With how it is known, and where that has no room without it; that it is only asked for is always said. */
function versionTexts(name: string, { version, exact, from, by }: KnownVersion): string[] {
  const text = `${name} ${version}`;
  if (isAskedFor(from)) return [`${text} (asked for)`];
  return !exact && by ? [`${text} (from ${by})`, text] : [text];
}
