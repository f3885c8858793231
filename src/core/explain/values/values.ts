/** What is known of one finding, by name: its captures, what the log says of the machine, and the sums made of both. */
import type { Diagnosis, Finding } from '../../diagnose/diagnosis.ts';
import { ownFileOf } from '../../diagnose/instead.ts';
import type { Environment } from '../../environment/environment.ts';
import { ofBuilding } from '../../environment/packages/building.ts';
import type { Known, KnownValue } from '../../library/condition.ts';
import type { Library } from '../../library/library.ts';
import type { Location } from '../../log/traceback/traceback-line.ts';
import { figuresOf } from '../../plan/figures.ts';
import { planFromMessage } from '../../plan/message.ts';
import { messageValuesOf } from '../booking.ts';
import { clashOf } from './clash.ts';
import { componentOf } from './component.ts';
import { packageOf } from './distribution.ts';
import { historyOf } from './history.ts';
import { importLineOf } from './import-line.ts';
import { memberValues, OF_MEMBER } from './member.ts';
import { ofCode } from './of-code.ts';
import { ofMachine } from './of-machine.ts';
import { ofTorch } from './of-torch.ts';
import { syntaxFaultOf } from './syntax-fault.ts';

/** Names besides the captures of a page: what fills `{{python}}`, and what a condition may ask for. */
export const DERIVED = [
  ...['package', 'packages', 'distribution', 'cp', 'torch-minor', 'torch-build', 'torch-release', 'largest', 'largest-xlarge'],
  ...['file', 'line', 'function', 'statement', 'fault', 'needs-python', 'import-line'],
  ...['torchvision-fit', 'torchaudio-fit', 'xformers-fit', 'torchcodec-fit', 'triton-fit', 'companion-fit', 'torch-trio', 'torch-index'],
  ...OF_MEMBER,
  ...['since', 'gone', 'held', 'nowhere', 'importer', 'entered', 'thread', 'giver', 'own-file', 'from-app', 'outside', 'submodule', 'torn'],
  ...['training', 'gaps', 'apart'],
  ...['building', 'building-name', 'building-repository', 'building-for', 'building-wish'],
  ...['component', 'takes', 'returns', 'port'],
  ...['clash', 'pin', 'fits', 'older', 'older-version', 'older-wants', 'newer', 'newer-version', 'newer-wants'],
] as const;
export const OF_ENVIRONMENT = [
  ...['where', 'os', 'python', 'cuda', 'gpu', 'driver', 'space', 'called', 'model', 'command', 'listens', 'interpreter', 'installer'],
  ...['did', 'changed', 'keeps', 'who', 'sdk', 'hardware', 'blackwell'],
  ...[
    'torch',
    'gradio',
    'gradio-asked',
    'gradio_client',
    'spaces',
    'transformers',
    'diffusers',
    'accelerate',
    'huggingface_hub',
    'numpy',
    'pydantic',
  ],
] as const;

/** What Python raises for a line that it cannot read. */
const SYNTAX_ERROR = 'SyntaxError';

/** All values of a finding; a name that nobody knows is not in it, and what the message says counts before what is worked out. */
export function valuesOf(library: Library, finding: Finding, { environment }: Pick<Diagnosis, 'environment'>): Known {
  const { values } = finding;
  const code = ofCode(library, finding, environment);
  const passes = largestThatPass(library, finding, environment);
  const known: Record<string, KnownValue> = {};
  for (const some of [
    values,
    ofMachine(environment),
    {
      package: packageOf(library, values.module),
      packages: packagesOf(library, finding),
      distribution: packageOf(library, values.library),
      cp: pythonTag(environment.python),
      largest: passes?.large,
      'largest-xlarge': passes?.xlarge,
      'own-file': ownFileOf(finding),
      gaps: gapsOf(finding),
      apart: apartOf(finding),
    },
    ofTorch(library, values, environment),
    placeOf(library, finding),
    ofStatement(library, values, String(code.statement ?? '')),
    code,
    componentOf(library, { named: classOf(finding), frame: finding.raisedIn }),
    historyOf(library, finding, environment),
    memberValues(library, values, environment),
    ofBuilding(environment),
    clashOf(environment.demands),
  ])
    for (const [name, value] of Object.entries(some ?? {}) as [string, KnownValue | null | undefined][])
      if (value !== null && value !== undefined) known[name] ??= value;
  return known;
}

/** The place in the user's own code, by parts; a page that captures one of these means what its message names. */
function placeOf(library: Library, { id, location }: Finding): Partial<Location> {
  const { patterns } = library.error(id).signature;
  const isFree = (name: string): boolean => !patterns.some(({ source }) => source.includes(`(?<${name}>`));
  const parts = (['file', 'line', 'function'] as const).filter(isFree);
  return Object.fromEntries(parts.map((name) => [name, location?.[name]]));
}

/** What is wrong with the statement that Python could not read, and what would import the name that it uses. */
function ofStatement(library: Library, { unset, kind }: Finding['values'], statement: string): Record<string, string | null | undefined> {
  return {
    ...(unset !== undefined && { 'import-line': importLineOf(library, String(unset), statement) }),
    ...(kind === SYNTAX_ERROR && syntaxFaultOf(statement)),
  };
}

/** A diagnosis as one finding sees it: where pip has the package that cannot be imported, another Python runs, unless it came later and helped. */
export function seenBy(library: Library, { values, firstLine, lastLine }: Finding, diagnosis: Diagnosis): Diagnosis {
  const { environment, findings } = diagnosis;
  const name = packageOf(library, values.module) ?? '';
  const held = environment.packages[name];
  const isHere = environment.where !== 'space' && environment.where !== 'unknown';
  if (!isHere || held?.from !== 'pip' || environment.sources.some((source) => source.includes(name))) return diagnosis;
  const isOver = held.line > firstLine && findings.some((other) => other.role === 'cause' && other.firstLine > lastLine);
  if (isOver) return diagnosis;
  const { asker } = environment;
  return { ...diagnosis, environment: { ...environment, asker: { ...asker, did: [...asker.did, 'present'] } } };
}

/** The names on PyPI of all that is missing, for one command. A module below another one is a part of it, or somebody's own file. */
function packagesOf(library: Library, { values, others }: Finding): string | undefined {
  const further = others.filter(({ module }) => module !== undefined && !String(module).includes('.'));
  const names = [values, ...further].flatMap(({ module, extra = '' }) => packageOf(library, module)?.concat(String(extra)) ?? []);
  return names.length === 0 ? undefined : [...new Set(names)].join(' ');
}

/** 3.12.3 → cp312. */
function pythonTag(version: string | null): string | undefined {
  const found = /^(3)\.(\d{1,2})/.exec(version ?? '');
  return found ? `cp${found[1]}${found[2]}` : undefined;
}

/** The class that a line of the message names, if not the one that counts. */
function classOf({ values, others }: Finding): string | number | undefined {
  return values.class ?? others.find((other) => other.class !== undefined)?.class;
}

/** How much of the card lies in gaps, in percent: a little always does, and only a good part of it is worth to be closed. */
function gapsOf({ values: { reserved, total } }: Finding): number | undefined {
  const [gaps, card] = [reserved, total].map((value) => Number.parseFloat(String(value)));
  return gaps && card ? Math.round((100 * gaps) / card) : undefined;
}

/** By how much two sizes differ: by one or two where a picture could not be halved evenly. */
function apartOf({ values: { one, other } }: Finding): number | null {
  const apart = Math.abs(Number(one) - Number(other));
  return Number.isFinite(apart) ? apart : null;
}

function largestThatPass(library: Library, finding: Finding, environment: Environment): { large: number; xlarge: number } | null {
  const values = messageValuesOf(finding, environment);
  const passes = values && planFromMessage(values, figuresOf(library.facts)).passes;
  return passes && passes.large >= 1 ? passes : null;
}
