/** What is known of one finding, by name: its captures, what the log says of the machine, and the sums made of both. */
import type { Diagnosis, Finding } from '../diagnose/diagnosis.ts';
import type { Environment } from '../environment/environment.ts';
import type { Known } from '../library/condition.ts';
import type { Library } from '../library/library.ts';
import { figuresOf } from '../plan/figures.ts';
import { planFromMessage } from '../plan/message.ts';
import { messageValuesOf } from './booking.ts';

/** Names besides the captures of a page: what fills `{{python}}`, and what a condition may ask for. */
export const DERIVED = ['package', 'cp', 'largest', 'largest-xlarge', 'file', 'line', 'function'] as const;
export const OF_ENVIRONMENT = ['where', 'os', 'python', 'cuda', 'space', 'torch', 'gradio', 'spaces'] as const;

/** All values of a finding; a name that nobody knows is not in it. */
export function valuesOf(library: Library, finding: Finding, { environment }: Pick<Diagnosis, 'environment'>): Known {
  const known: Record<string, string | number> = { ...finding.values };
  const add = (name: string, value: string | number | null | undefined): void => {
    if (value !== null && value !== undefined && !(name in known)) known[name] = value;
  };
  for (const [name, value] of Object.entries(ofMachine(environment))) add(name, value);
  add('package', packageOf(library, finding.values.module));
  add('cp', pythonTag(known.python));
  const passes = largestThatPass(library, finding, environment);
  add('largest', passes?.large);
  add('largest-xlarge', passes?.xlarge);
  add('file', finding.location?.file);
  add('line', finding.location?.line);
  add('function', finding.location?.function);
  return known;
}

/** What the text gives away, by the names that conditions and placeholders use; a package under the name of its module as well. */
function ofMachine({ where, os, python, cuda, gpu, space, packages }: Environment): Record<string, string | null> {
  const versions = Object.entries(packages).flatMap(([name, { version }]) => [
    [name, version],
    [name.replaceAll('-', '_'), version],
  ]);
  return { ...Object.fromEntries(versions), where: where === 'unknown' ? null : where, os, python, cuda, gpu, space };
}

/** The name on PyPI: `cv2` is opencv-python-headless, and of `yaml.cyaml` the first part counts. */
function packageOf({ modules }: Library, module: string | number | undefined): string | undefined {
  if (module === undefined) return undefined;
  const name = String(module);
  const first = name.split('.')[0] as string;
  return modules[name] ?? modules[first] ?? first.replaceAll('_', '-').replace(/^-+/, '');
}

/** 3.12.3 → cp312. */
function pythonTag(version: string | number | undefined): string | undefined {
  const found = /^(3)\.(\d{1,2})/.exec(String(version ?? ''));
  return found ? `cp${found[1]}${found[2]}` : undefined;
}

function largestThatPass(library: Library, finding: Finding, environment: Environment): { large: number; xlarge: number } | null {
  const values = messageValuesOf(finding, environment);
  const passes = values && planFromMessage(values, figuresOf(library.facts)).passes;
  return passes && passes.large >= 1 ? passes : null;
}
