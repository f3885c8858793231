/** What pip was building when it failed. */
import type { Known } from '../../library/condition.ts';
import type { Environment } from '../environment.ts';
import { asPackage } from '../shape.ts';

const NAME_OF = /(?<=^|\/)([\w.-]{1,60}?)(?=\.git$|\.git@|==|@|$)/;
/** An archive of a repository is called after its commit. */
const ARCHIVE_OF = /^https:\/\/[\w.-]{3,60}\/[\w.-]{1,60}\/([\w.-]{1,60})\/(?:-\/)?archive\//;

/** `building`, its name alone, and whether it is a repository; nothing where the text does not say. */
export function ofBuilding(environment: Environment): Known {
  const building = buildingOf(environment);
  const name = building && (ARCHIVE_OF.exec(building) ?? NAME_OF.exec(building.replace(/^git\+https:\/\//, '')))?.[1];
  const repository = building && /^(?:git\+|https:)/.test(building) ? { 'building-repository': building } : {};
  return {
    ...(building ? { building } : {}),
    ...(name ? { 'building-name': name } : {}),
    ...repository,
    ...(name ? broughtBy(name, environment) : {}),
  };
}

/** `transformers==4.30.2` that brought it, where it stands so in the user's list; one without a version is no pin that could go. */
function broughtBy(name: string, { origins }: Environment): Known {
  const brought = `${asPackage(name)} `;
  const wish = origins.findLast((origin) => origin.startsWith(brought))?.slice(brought.length) ?? '';
  const owner = /^([\w.-]{1,60}(?:\[[\w,.-]{1,80}\])?) ?[=<~][^;]{1,60}$/.exec(wish)?.[1];
  return owner ? { 'building-for': owner, 'building-wish': wish } : {};
}

/** As it was asked for: of a name the archive or the address that it came from. */
function buildingOf({ sources }: Environment): string | undefined {
  const last = sources.at(-1);
  if (last === undefined || /[=/]/.test(last)) return last;
  const isOfIt = (source: string): boolean => source.toLowerCase().replaceAll('_', '-').includes(last);
  return sources.slice(0, -1).findLast(isOfIt) ?? last;
}
