/** Which packages a fix changes: what its first snippet installs, pins or raises. */
import { asPackage } from '../../environment/shape.ts';
import type { Fix } from '../../library/entry.ts';
import { snippetsOf } from '../../markup/read.ts';

/** A line that installs. */
const INSTALLS = /\b(?:pip3?|uv|conda|mamba)\b.{0,20}\b(?:install|add)\b(?<rest>.{0,200})/;
/** A line of a requirements file, or one that a diff adds to it. */
const REQUIRES = /^[+!]?\s?"?(?<name>[A-Za-z][\w.-]{0,60})(?:\[[\w,-]{1,60}\])?"?\s?(?:[=<>~!]=?|$|\s{1,9}#|;|\s@)/;
const NAME = /(?<=[\s"'])(?<name>[A-Za-z][\w.-]{0,60})(?=[\s"'=<>~![]|$)/g;
/** The version of Gradio in the front matter of a Space. */
const SDK_VERSION = /^[+]?\s{0,4}sdk_version:/m;

/** Their names, as PyPI compares them; `fix` with its values filled in. */
export function changedBy({ blocks }: Pick<Fix, 'blocks'>): string[] {
  const first = snippetsOf(blocks)[0];
  if (!first) return [];
  const isList = first.language === 'requirements' || first.language === 'diff';
  const names = first.code.split('\n').flatMap((line) => {
    const rest = INSTALLS.exec(line)?.groups?.rest;
    if (rest !== undefined) return [...rest.matchAll(NAME)].map(({ groups }) => groups?.name ?? '');
    return isList ? (REQUIRES.exec(line)?.groups?.name ?? []) : [];
  });
  if (SDK_VERSION.test(first.code)) names.push('gradio');
  return names.flatMap((name) => asPackage(name) ?? []);
}
