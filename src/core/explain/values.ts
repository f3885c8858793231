/** What is known of one finding, by name: its captures, what the log says of the machine, and the sums made of both. */
import type { Diagnosis, Finding } from '../diagnose/diagnosis.ts';
import type { Known } from '../library/condition.ts';
import type { Library } from '../library/library.ts';
import { figuresOf } from '../plan/figures.ts';
import { planFromMessage } from '../plan/message.ts';
import { messageValuesOf } from './booking.ts';

/** Names besides the captures of a page: what fills `{{python}}`, and what a condition may ask for. */
export const DERIVED = ['package', 'cp', 'largest', 'largest-xlarge', 'file', 'line', 'function'] as const;
export const OF_ENVIRONMENT = ['where', 'os', 'python', 'cuda', 'space', 'torch', 'gradio', 'spaces'] as const;

/** All values of a finding; a name that nobody knows is not in it. */
export function valuesOf(library: Library, finding: Finding, { versions }: Pick<Diagnosis, 'versions'>): Known {
  const known: Record<string, string | number> = { ...finding.values };
  const add = (name: string, value: string | number | null | undefined): void => {
    if (value !== null && value !== undefined && !(name in known)) known[name] = value;
  };
  for (const [name, version] of Object.entries(versions)) add(name, version);
  add('package', packageOf(library, finding.values.module));
  add('cp', pythonTag(known.python));
  const passes = largestThatPass(library, finding, versions);
  add('largest', passes?.large);
  add('largest-xlarge', passes?.xlarge);
  add('file', finding.location?.file);
  add('line', finding.location?.line);
  add('function', finding.location?.function);
  return known;
}

/** The name on PyPI: `cv2` is opencv-python-headless, and of `yaml.cyaml` the first part counts. */
function packageOf({ modules }: Library, module: string | number | undefined): string | undefined {
  if (module === undefined) return undefined;
  const name = String(module);
  const first = name.split('.')[0] as string;
  const known = [name, first].find((each) => Object.hasOwn(modules, each));
  return known ? modules[known] : first.replaceAll('_', '-').replace(/^-+/, '');
}

/** 3.12.3 → cp312. */
function pythonTag(version: string | number | undefined): string | undefined {
  const found = /^(3)\.(\d{1,2})/.exec(String(version ?? ''));
  return found ? `cp${found[1]}${found[2]}` : undefined;
}

function largestThatPass(library: Library, finding: Finding, versions: Diagnosis['versions']): { large: number; xlarge: number } | null {
  const values = messageValuesOf(finding, versions);
  const passes = values && planFromMessage(values, figuresOf(library.facts)).passes;
  return passes && passes.large >= 1 ? passes : null;
}
