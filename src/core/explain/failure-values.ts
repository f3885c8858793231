/** What the text of a failure gives away by name, for the sentences of a reading: places, packages, expressions, addresses. */
import type { Failure } from '../diagnose/diagnosis.ts';
import { type Environment, versionOf } from '../environment/environment.ts';
import { asPackage } from '../environment/shape.ts';
import type { Known } from '../library/condition.ts';
import type { FailureReading, Raiser } from '../library/failure.ts';
import type { Library } from '../library/library.ts';
import { REPOSITORIES } from '../log/packages.ts';
import { fileNameOf, type Location, packageFolderOf } from '../log/traceback-line.ts';
import { expressionOf, handedOver } from './expression.ts';
import { ofMachine } from './values.ts';

const ADDRESS = /https?:\/\/[^\s'"<>()[\]{}]{4,160}(?<![.,:;])/;
const STATUS = /(?<![\d.])(?<status>4\d\d|5\d\d)(?![\d.])/;
/** Functions that every program has tell an issue from no other. */
const USUAL =
  /^(?:_?_\w{1,30}__?|forward|wrapper|inner|run|main|call|load|get|<\w{1,20}>|_\w{0,3}call\w{0,12}|from_pretrained|decorate_context)$/;
/** What a name needs to be rare: an underscore, or a capital within. */
const RARE = /^(?=.{4,40}$)(?:\w{1,38}_\w{1,38}|[A-Za-z]{1,20}[a-z][A-Z]\w{1,20})$/;
/** More words than this find nothing. */
const MOST_WORDS = 2;
const MOST_HANDED = 4;

/** Whose code raised it; undefined without a traceback. */
export function raiserOf({ location, inPackage }: Failure): Raiser | undefined {
  if (inPackage) return location ? 'called' : 'library';
  return location ? 'own' : undefined;
}

/** All values that do not depend on a reading. */
export function failureValues(library: Pick<Library, 'modules' | 'failures'>, failure: Failure, environment: Environment): Known {
  const { location, raisedIn, inPackage, message } = failure;
  const folder = inPackage && packageFolderOf(inPackage.file);
  const address = ADDRESS.exec(message)?.[0];
  const status = STATUS.exec(address ? message.replace(address, '') : message)?.groups?.status;
  const handed = handedOver(location?.quoted ?? '').slice(0, MOST_HANDED);
  return {
    ...ofMachine(environment),
    ...(location ? { file: fileNameOf(location.file), line: location.line, function: location.function } : {}),
    ...(raisedIn ? { inner: placeIn(raisedIn), 'inner-line': raisedIn.line } : {}),
    ...(handed.length > 0 ? { handed: handed.join(', ') } : {}),
    ...(folder ? ofPackage(library, folder, failure, environment) : {}),
    ...(address ? { address } : {}),
    ...(status && library.failures.statuses[status] ? { status, answer: library.failures.statuses[status] } : {}),
  };
}

/** The type that the message names, as it is said of a value. */
export function kindIn({ type }: Known): Known {
  return type === undefined ? {} : { kind: type === 'NoneType' ? 'None' : `${/^[aeiou]/i.test(String(type)) ? 'an' : 'a'} ${type}` };
}

/** The expression that the message speaks of, in the statement of the frame that raised it. */
export function expressionIn({ asks }: Pick<FailureReading, 'asks'>, said: Known, failure: Failure): Known {
  if (!asks) return {};
  const frames = raiserOf(failure) === 'own' ? [failure.raisedIn, failure.location] : [failure.raisedIn];
  const found = frames.map((frame) => expressionOf(asks, said, frame)).find((expression) => expression !== null);
  return found ? { expression: found } : {};
}

function ofPackage({ modules }: Pick<Library, 'modules'>, folder: string, failure: Failure, environment: Environment): Known {
  const name = asPackage(modules[folder] ?? folder) ?? folder;
  const version = versionOf(environment, name);
  const repository = REPOSITORIES[folder];
  return {
    library: folder,
    package: name,
    ...(version ? { version } : {}),
    ...(repository ? { issues: `https://github.com/${repository}/issues?q=${rareWords(failure).join('+')}` } : {}),
  };
}

/** What finds the issue again: the function that raised it, or its file, and names within the message; nothing of the user's own. */
function rareWords({ inPackage, message, type }: Failure): string[] {
  const named = [...message.matchAll(/[`'"](?<name>[A-Za-z_]\w{2,40})[`'"]/g)].map(({ groups }) => groups?.name ?? '');
  const file = fileNameOf(inPackage?.file ?? '').replace(/\.py$/, '');
  const words = [inPackage?.function ?? '', file, ...named, ...(message.match(/\b[A-Za-z_]\w{3,40}\b/g) ?? [])];
  const rare = words.filter((word) => RARE.test(word) && !USUAL.test(word));
  // Of the function and its file one is enough.
  const all = [...new Set([...rare.filter((word) => word !== file || word === rare[0]), ...named, type ?? 'error'])];
  return all.filter((word) => /^\w{3,40}$/.test(word)).slice(0, MOST_WORDS);
}

function placeIn({ file, line, function: name }: Location): string {
  return `${fileNameOf(file)}:${line}${name && name !== '<module>' ? ` in ${name}` : ''}`;
}
