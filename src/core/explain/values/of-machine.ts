/** What the text gives away of machine, place and asker, by the names that conditions and placeholders use. */
import type { Environment, From } from '../../environment/environment.ts';
import type { Known, KnownValue } from '../../library/condition.ts';
import { BLACKWELL } from '../fix/torch-trio.ts';

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
    blackwell: gpu && BLACKWELL.test(gpu) ? gpu : null,
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
