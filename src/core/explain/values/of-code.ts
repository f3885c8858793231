/** What the code tells at the place where a finding arose: the user's own, and the installed one that raised it. */

import type { Finding } from '../../diagnose/diagnosis.ts';
import type { Environment } from '../../environment/environment.ts';
import type { KnownValue } from '../../library/condition.ts';
import type { Library } from '../../library/library.ts';
import { HOME_OF_A_SPACE, packageFolderOf } from '../../log/traceback/traceback-line.ts';
import { neutraliseAndMask } from '../../text/neutralise-and-mask.ts';
import { packageOf } from './distribution.ts';

const LONGEST_STATEMENT = 100;
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

/** The values by their names; one that the code does not tell is undefined. */
export function ofCode(library: Library, finding: Finding, environment: Environment): Record<string, KnownValue | undefined> {
  const fromApp = fromAppOf(finding);
  return {
    statement: statementOf(finding),
    importer: importerOf(finding),
    entered: finding.entered ?? undefined,
    thread: finding.isInThread ? 'own' : undefined,
    giver: giverOf(library, finding),
    'from-app': fromApp,
    outside: fromApp && ABSOLUTE.test(fromApp) ? fromApp : undefined,
    training: isTraining(finding, environment) ? 'yes' : undefined,
    port: LOCAL_PORT.exec(finding.location?.quoted ?? '')?.[1],
    submodule: submoduleOf(finding),
    ...tornOf(library, finding),
  };
}

/** The line of code at the place, as the traceback quotes it; a long one would push the fix down. */
function statementOf({ location }: Finding): string | undefined {
  const [line = ''] = location?.quoted.split('\n') ?? [];
  return line.length > LONGEST_STATEMENT ? undefined : neutraliseAndMask(line) || undefined;
}

/** The installed package whose code asked for what is missing, by its name on PyPI; where a part of Python raised it, what the user imports. */
function importerOf({ raisedIn, location, values }: Finding): string | undefined {
  const folder = (raisedIn && packageFolderOf(raisedIn.file)) ?? IMPORTED.exec(location?.quoted ?? '')?.[1];
  return !folder || folder === values.library || folder === values.parent ? undefined : folder.replaceAll('_', '-');
}

/** The package that imports from itself what it does not have: no release does, so its files are not of one. */
function tornOf(library: Library, { raisedIn, values }: Finding): Record<string, KnownValue | undefined> {
  const folder = raisedIn && packageFolderOf(raisedIn.file);
  if (!folder || folder !== values.library || values.name === undefined) return {};
  const isFromItself = ['from .', `from ${folder}.`, `from ${folder} `].some((begin) => raisedIn.quoted.startsWith(begin));
  if (!isFromItself) return {};
  return { torn: folder, module: folder, package: packageOf(library, folder) };
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

/** The part of a package through which the quoted line reaches further, as in `diffusers.image_processor.VaeImageProcessor`. */
function submoduleOf({ location, raisedIn, values: { library, inside, name } }: Finding): string | undefined {
  if (library === undefined || name === undefined) return undefined;
  const part = [library, inside, name].filter((each) => each !== undefined).join('.');
  return [location, raisedIn].some((place) => place?.quoted.includes(`${part}.`)) ? part : undefined;
}
