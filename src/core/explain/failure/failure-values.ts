/** What the text of a failure gives away by name, for the sentences of a reading: places, packages, expressions, addresses. */
import type { Failure } from '../../diagnose/diagnosis.ts';
import { type Environment, versionOf } from '../../environment/environment.ts';
import { ofBuilding } from '../../environment/packages/building.ts';
import { asPackage } from '../../environment/shape.ts';
import type { Known } from '../../library/condition.ts';
import type { FailureReading, Raiser } from '../../library/failure.ts';
import type { Library } from '../../library/library.ts';
import { cellOf, lineOf } from '../../log/traceback/notebook-cell.ts';
import { REPOSITORIES } from '../../log/traceback/packages.ts';
import { fileNameOf, type Location, packageFolderOf, withinText } from '../../log/traceback/traceback-line.ts';
import { neutraliseAndMask } from '../../text/neutralise-and-mask.ts';
import { componentOf } from '../values/component.ts';
import { ofMachine } from '../values/of-machine.ts';
import { expressionOf, handedOver } from './expression.ts';

const ADDRESS = /https?:\/\/[^\s'"<>()[\]{}]{4,160}(?<![.,:;])/;
const STATUS = /(?<![\d.])(?<status>4\d\d|5\d\d)(?!\d|\.\d)/;
/** Functions that every program has tell an issue from no other. */
const USUAL =
  /^(?:_?_\w{1,30}__?|forward|wrapper|inner|run|main|call|load|get|<\w{1,20}>|_\w{0,3}call\w{0,12}|from_pretrained|decorate_context)$/;
/** What a name needs to be rare: an underscore, or a capital within. */
const RARE = /^(?=.{4,40}$)(?:\w{1,38}_\w{1,38}|[A-Za-z]{1,20}[a-z][A-Z]\w{1,20})$/;
/** More words than this find nothing. */
const MOST_WORDS = 2;
const MOST_HANDED = 4;

/** Whose code raised it; undefined without a traceback. */
export function raiserOf({ location, inPackage, type, message }: Failure): Raiser | undefined {
  // A table of somebody's own may be made by a library: the key stands in the own statement.
  const isOwnKey = type === 'KeyError' && /^'.{1,80}'$/.test(message) && location?.quoted.replaceAll('"', "'").includes(`[${message}]`);
  if (inPackage && !isOwnKey) return location ? 'called' : 'library';
  return location ? 'own' : undefined;
}

/** Whether something holds for whose code it was; what a library does alone it does when it is called, too. */
export function isRaisedBy(raised: Raiser | undefined, raiser: Raiser | undefined): boolean {
  return raised === raiser || (raised === 'library' && raiser === 'called');
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
    ...ofBuilding(environment),
    ...(location ? { file: shortName(location.file), line: location.line, function: location.function, place: lineIn(location) } : {}),
    ...((inPackage ?? raisedIn) ? { inner: placeIn((inPackage ?? raisedIn) as Location) } : {}),
    ...(handed.length > 0 ? { handed: neutraliseAndMask(handed.join(', ')) } : {}),
    ...(folder ? ofPackage(library, folder, failure, environment) : {}),
    ...componentOf(library, { named: undefined, frame: inPackage }),
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
  const frames = raiserOf(failure) === 'own' ? [failure.location, failure.raisedIn] : [failure.raisedIn];
  const found = frames.map((frame) => expressionOf(asks, said, frame)).find((expression) => expression !== null);
  // A quoted statement may hold a secret.
  return found ? { expression: neutraliseAndMask(found) } : {};
}

function ofPackage({ modules }: Pick<Library, 'modules'>, folder: string, failure: Failure, environment: Environment): Known {
  const name = asPackage(modules[folder] ?? folder) ?? folder;
  const version = versionOf(environment, name);
  const repository = REPOSITORIES[folder];
  // A folder need not be called like the package that brings it, and another one may be called so.
  const isSure = repository !== undefined || folder in modules || version !== null;
  return {
    library: folder,
    ...(isSure ? { package: name } : {}),
    ...(version ? { version } : {}),
    ...(repository ? { issues: `https://github.com/${repository}/issues?q=${wordsFor(failure)}` } : {}),
  };
}

/** What finds the issue again: the function that raised it, or its file, and names within the message; else how the message begins. */
function wordsFor({ inPackage, message, type }: Failure): string {
  const file = fileNameOf(inPackage?.file ?? '').replace(/\.py$/, '');
  const named = [...message.matchAll(/[`'"](?<name>[A-Za-z_]\w{2,40})[`'"]/g)].map(({ groups }) => groups?.name ?? '');
  const words = [inPackage?.function ?? '', file, ...named, ...(message.match(/\b[A-Za-z_]\w{3,40}\b/g) ?? [])];
  const rare = [...new Set(words)].filter((word) => RARE.test(word) && !USUAL.test(word));
  const phrase = message.match(/\b[A-Za-z]{2,30}(?: [A-Za-z]{2,30}){2,5}\b/)?.[0];
  // Of the function and its file one is enough.
  const telling = rare.filter((word) => word !== file || word === rare[0]).slice(0, MOST_WORDS);
  const found =
    telling.length > 0 || phrase ? telling : words.slice(0, MOST_WORDS).filter((word) => /^\w{4,40}$/.test(word) && !USUAL.test(word));
  if (telling.length === MOST_WORDS) return telling.join('+');
  if (!phrase) return [...found, type ?? 'error'].join('+');
  return [...found, `%22${phrase.replaceAll(' ', '+')}%22`].join('+');
}

function placeIn(frame: Location): string {
  return `${lineIn(frame)}${withinText(frame)}`;
}

function lineIn({ file, line }: Location): string {
  return lineOf(file, fileNameOf(file), line);
}

function shortName(file: string): string {
  return cellOf(file) ?? fileNameOf(file);
}
