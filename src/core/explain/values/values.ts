/** What is known of one finding, by name: its captures, what the log says of the machine, and the sums made of both. */
import type { Diagnosis, Finding } from '../../diagnose/diagnosis.ts';
import { ownFileOf } from '../../diagnose/instead.ts';
import { type Environment, type From, versionOf } from '../../environment/environment.ts';
import { ofBuilding } from '../../environment/packages/building.ts';
import type { Known, KnownValue } from '../../library/condition.ts';
import type { Library } from '../../library/library.ts';
import { historyOfFamily, historyOfModule, historyOfName, type NameHistory } from '../../library/names.ts';
import { compareVersions } from '../../library/version-range.ts';
import { HOME_OF_A_SPACE, packageFolderOf } from '../../log/traceback/traceback-line.ts';
import { figuresOf } from '../../plan/figures.ts';
import { planFromMessage } from '../../plan/message.ts';
import { neutraliseAndMask } from '../../text/neutralise-and-mask.ts';
import { messageValuesOf } from '../booking.ts';
import { torchTrio } from '../fix/torch-trio.ts';
import { clashOf } from './clash.ts';
import { componentOf } from './component.ts';
import { packageOf } from './distribution.ts';
import { importLineOf } from './import-line.ts';
import { memberValues, OF_MEMBER } from './member.ts';
import { syntaxFaultOf } from './syntax-fault.ts';

/** Names besides the captures of a page: what fills `{{python}}`, and what a condition may ask for. */
export const DERIVED = [
  ...['package', 'packages', 'distribution', 'cp', 'torch-minor', 'torch-build', 'torch-release', 'largest', 'largest-xlarge'],
  ...['file', 'line', 'function', 'statement', 'fault', 'needs-python', 'import-line'],
  ...['torchvision-fit', 'torchaudio-fit', 'xformers-fit', 'torchcodec-fit', 'triton-fit', 'companion-fit', 'torch-trio', 'torch-index'],
  ...OF_MEMBER,
  ...['since', 'gone', 'held', 'nowhere', 'importer', 'entered', 'thread', 'giver', 'own-file', 'from-app', 'outside', 'submodule'],
  ...['training', 'gaps', 'apart'],
  ...['building', 'building-name', 'building-repository', 'building-for', 'building-wish'],
  ...['component', 'takes', 'returns', 'port'],
  ...['clash', 'pin', 'fits', 'older', 'older-version', 'older-wants', 'newer', 'newer-version', 'newer-wants'],
] as const;
export const OF_ENVIRONMENT = [
  ...['where', 'os', 'python', 'cuda', 'gpu', 'driver', 'space', 'called', 'model', 'command', 'listens', 'interpreter', 'installer'],
  ...['did', 'changed', 'keeps', 'who', 'sdk', 'hardware'],
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

const LONGEST_STATEMENT = 100;
/** What Python raises for a line that it cannot read. */
const SYNTAX_ERROR = 'SyntaxError';
/** The package that a statement imports. */
const IMPORTED = /^(?:import|from) {1,3}(\w{1,60})/;
/** How functions are called that train. */
const TRAINS = /^(?:train(?:ing)?(?:_model|_loop|_step|_epoch|_one_epoch)?|fit|fine_?tune)$/;
/** A path from the root of the disk, or of a drive. */
const ABSOLUTE = /^(?:[\\/~]|[A-Za-z]:)/;
/** A port of this very machine, in an address. */
const LOCAL_PORT = /\b(?:localhost|127\.0\.0\.1|0\.0\.0\.0):(\d{2,5})\b/;
/** An argument that a call gives by its name. */
const NAMED = /\b(\w{1,60})\s{0,4}=(?!=)/g;
/** The library whose families of models a table lists. */
const FAMILIES_OF = 'transformers';

/** All values of a finding; a name that nobody knows is not in it. */
export function valuesOf(library: Library, finding: Finding, { environment }: Pick<Diagnosis, 'environment'>): Known {
  const known: Record<string, KnownValue> = { ...finding.values };
  const add = (name: string, value: KnownValue | null | undefined): void => {
    if (value !== null && value !== undefined && !(name in known)) known[name] = value;
  };
  for (const [name, value] of Object.entries(ofMachine(environment))) add(name, value);
  add('package', packageOf(library, finding.values.module));
  add('packages', packagesOf(library, finding));
  add('distribution', packageOf(library, finding.values.library));
  add('cp', pythonTag(environment.python));
  const torch = String(finding.values.torch ?? versionOf(environment, 'torch') ?? '');
  add('torch-minor', /^\d{1,2}\.\d{1,3}(?=[.+]|$)/.exec(torch)?.[0]);
  add('torch-release', torch.split('+')[0] || null);
  add('torch-build', /\+(cu\d{3}|cpu)$/.exec(torch)?.[1]);
  for (const [name, releases] of Object.entries(torch ? library.companions : {}))
    add(`${name}-fit`, releases[torch.split('+')[0] as string]);
  // The missing module itself may be one; `index` is the table's list of builds, and any module may be called so.
  if (finding.values.module !== 'index') add('companion-fit', known[`${finding.values.module}-fit`] as KnownValue | undefined);
  for (const [name, value] of Object.entries(torchTrio(library, finding.values, environment) ?? {})) add(name, value);
  const passes = largestThatPass(library, finding, environment);
  add('largest', passes?.large);
  add('largest-xlarge', passes?.xlarge);
  const { patterns } = library.error(finding.id).signature;
  for (const name of ['file', 'line', 'function'] as const) {
    // A page that captures such a name means what the message names, not the place in the user's code.
    if (!patterns.some(({ source }) => source.includes(`(?<${name}>`))) add(name, finding.location?.[name]);
  }
  const statement = statementOf(finding);
  const { unset } = finding.values;
  if (unset !== undefined) add('import-line', importLineOf(library, String(unset), statement ?? ''));
  add('statement', statement);
  if (finding.values.kind === SYNTAX_ERROR) for (const [name, value] of Object.entries(syntaxFaultOf(statement ?? ''))) add(name, value);
  const component = componentOf(library, { named: classOf(finding), frame: finding.raisedIn });
  const member = memberValues(library, finding.values, environment);
  for (const [name, value] of Object.entries({ ...component, ...historyOf(library, finding, environment), ...member })) add(name, value);
  add('importer', importerOf(finding));
  add('entered', finding.entered);
  add('thread', finding.isInThread ? 'own' : null);
  add('giver', giverOf(library, finding));
  add('own-file', ownFileOf(finding));
  const fromApp = fromAppOf(finding);
  add('from-app', fromApp);
  add('outside', fromApp && ABSOLUTE.test(fromApp) ? fromApp : null);
  add('training', isTraining(finding, environment) ? 'yes' : null);
  add('gaps', gapsOf(finding));
  add('apart', apartOf(finding));
  add('port', LOCAL_PORT.exec(finding.location?.quoted ?? '')?.[1]);
  add('submodule', submoduleOf(finding));
  for (const [name, value] of Object.entries(ofBuilding(environment))) add(name, value);
  for (const [name, value] of Object.entries(clashOf(environment.demands) ?? {})) add(name, value);
  return known;
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

/** The line of code at the place, as the traceback quotes it; a long one would push the fix down. */
function statementOf({ location }: Finding): string | null {
  const [line = ''] = location?.quoted.split('\n') ?? [];
  return line.length > LONGEST_STATEMENT ? null : neutraliseAndMask(line) || null;
}

/** What the text gives away, by the names that conditions and placeholders use; a package under the name of its module as well. */
export function ofMachine(environment: Environment): Known {
  const { where, os, python, cuda, gpu, driver, space, models, commands, packages, interpreter, installer, asker, addresses, port } =
    environment;
  const versions = Object.entries(packages).flatMap(([name, { version, range, from }]): [string, KnownValue][] => {
    const value = range ? { text: version, ...range } : version;
    return [
      ...(isOverruled(name, from, environment) ? [['gradio-asked', version] as [string, KnownValue]] : []),
      [name, value],
      [name.replaceAll('-', '_'), value],
    ];
  });
  const told = {
    os,
    python,
    cuda,
    gpu,
    driver,
    space,
    called: space ?? only(addresses),
    model: only(models),
    command: commands[0],
    listens: port,
    // That of a Space is out of reach.
    interpreter: where === 'space' ? null : interpreter,
    installer: where === 'space' ? null : installer,
    ...asker,
  };
  return Object.fromEntries([
    ...versions,
    ...(where === 'unknown' ? [] : [['where', where]]),
    ...Object.entries(told).filter(([, value]) => value !== null && value !== undefined && value.length > 0),
  ]);
}

/** A line of requirements about Gradio itself: on a Gradio Space another one may run, that of `sdk_version`. */
function isOverruled(name: string, from: From, { where, asker }: Environment): boolean {
  return name === 'gradio' && from === 'pin' && where === 'space' && asker.sdk === null;
}

/** The one that is named; where several are, nobody knows which is meant. */
function only(names: readonly string[]): string | null {
  return names.length === 1 ? (names[0] as string) : null;
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

/** When the name that is missing came and went, as far as that fits the version that is installed. */
function historyOf(library: Library, { values }: Finding, environment: Environment): NameHistory {
  const of = String(values.library ?? (values.type === undefined ? '' : FAMILIES_OF));
  // The tables are opened by the first finding that asks.
  const table = of !== '' && Object.hasOwn(library.names, of) ? library.names[of] : undefined;
  if (table === undefined) return {};
  const history = historyIn(table, of, values);
  const version = versionOf(environment, packageOf(library, of));
  if (version === null) return history;
  const { since, gone, held, ...rest } = history;
  return {
    ...rest,
    ...(since && compareVersions(version, since) < 0 && { since }),
    ...(gone && compareVersions(version, gone) >= 0 && { gone, ...(held && { held }) }),
  };
}

function historyIn(table: string, of: string, { name, module, inside, type }: Finding['values']): NameHistory {
  if (name !== undefined) return historyOfName(table, String(inside ?? belowOf(of, module)), String(name));
  if (module !== undefined) return historyOfModule(table, belowOf(of, module));
  return type === undefined ? {} : historyOfFamily(table, String(type));
}

/** A module's name below its library: torch.nn.attention → nn.attention. */
function belowOf(library: string, module: string | number | undefined): string {
  return module === undefined ? '' : String(module).slice(library.length + 1);
}

/** The installed package whose code asked for what is missing, by its name on PyPI; where a part of Python raised it, what the user imports. */
function importerOf({ raisedIn, location, values }: Finding): string | undefined {
  const folder = (raisedIn && packageFolderOf(raisedIn.file)) ?? IMPORTED.exec(location?.quoted ?? '')?.[1];
  return !folder || folder === values.library || folder === values.parent ? undefined : folder.replaceAll('_', '-');
}

/** The class that a line of the message names, if not the one that counts. */
function classOf({ values, others }: Finding): string | number | undefined {
  return values.class ?? others.find((other) => other.class !== undefined)?.class;
}

/** The package whose own line gives the argument that a message names, or calls without it: who called that package did neither. */
function giverOf(library: Library, { raisedIn, values }: Finding): string | undefined {
  const folder = raisedIn && packageFolderOf(raisedIn.file);
  if (!folder || values.argument === undefined) return undefined;
  const given = [...raisedIn.quoted.matchAll(NAMED)].map(([, name]) => name);
  // Of a call that goes over several lines the first is quoted; a class hands on what it was given to the one that it extends.
  const called = /\w{0,80}$/.exec(String(values.function ?? values.class ?? ''))?.[0];
  const isBegun = Boolean(called) && [`${called}(`, 'super().__init__('].some((call) => raisedIn.quoted.endsWith(call));
  const isBare = values.count !== undefined && Boolean(called) && raisedIn.quoted.includes(`${called}(`) && !raisedIn.quoted.includes('(*');
  return isBegun || isBare || given.includes(String(values.argument)) ? packageOf(library, folder) : undefined;
}

/** A path as the folder of the app names it, so that git and the code find it there; any other as it is. */
function fromAppOf({ location, values: { path } }: Finding): string | undefined {
  const text = path === undefined ? undefined : String(path);
  const folders = [/^.{1,400}[\\/]/.exec(location?.file ?? '')?.[0], HOME_OF_A_SPACE];
  return text?.slice(folders.find((folder) => folder && text.startsWith(folder))?.length ?? 0);
}

/** Whether a model was being trained: in a function that is called so, or as the text says. */
function isTraining({ location }: Finding, { asker }: Environment): boolean {
  return asker.did.includes('train') || TRAINS.test(location?.function ?? '');
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

/** The part of a package through which the quoted line reaches further, as in `diffusers.image_processor.VaeImageProcessor`. */
function submoduleOf({ location, raisedIn, values: { library, inside, name } }: Finding): string | undefined {
  if (library === undefined || name === undefined) return undefined;
  const part = [library, inside, name].filter((each) => each !== undefined).join('.');
  return [location, raisedIn].some((place) => place?.quoted.includes(`${part}.`)) ? part : undefined;
}

function largestThatPass(library: Library, finding: Finding, environment: Environment): { large: number; xlarge: number } | null {
  const values = messageValuesOf(finding, environment);
  const passes = values && planFromMessage(values, figuresOf(library.facts)).passes;
  return passes && passes.large >= 1 ? passes : null;
}
