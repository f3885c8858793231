/** Which two sides of a conflict exclude each other, and what all but the user's own pin would accept. */
import { compareVersions } from '../../library/version-range.ts';

/** A clash in the words of the page; a side without a name is the user's own line. */
export interface Clash {
  /** What both ask for. */
  clash: string;
  /** The user's own limits for it. */
  pin?: string;
  /** What everybody else accepts, together. */
  fits?: string;
  /** The side that stops below, and the one that begins above; of a pin of the user's only the other one. */
  older?: string;
  'older-version'?: string;
  'older-wants'?: string;
  newer?: string;
  'newer-version'?: string;
  'newer-wants'?: string;
}

interface Limit {
  operator: string;
  version: string;
}

interface Demand {
  /** Name and version; empty for the user. */
  who: string;
  of: string;
  limits: readonly Limit[];
}

/** The first two demands that no version meets, the user's before others; null where any two can be met. */
export function clashOf(demands: readonly string[]): Clash | null {
  return clashAmong(demands.map(toDemand).sort((a, b) => Number(a.who !== '') - Number(b.who !== '')));
}

function clashAmong(all: readonly Demand[]): Clash | null {
  for (const [index, one] of all.entries())
    for (const two of all.slice(index + 1)) {
      if (one.of !== two.of || one.who === two.who || !isEmpty([...one.limits, ...two.limits])) continue;
      return one.who === '' ? ofPin(one, two, all) : ofTwo(one, two);
    }
  return null;
}

function ofPin(pin: Demand, other: Demand, all: readonly Demand[]): Clash {
  const limits = all.filter(({ who, of }) => who !== '' && of === pin.of).flatMap((demand) => demand.limits);
  const clash = { clash: pin.of, pin: written(pin.limits) };
  const rest = isEmpty(limits) ? clashAmong(all.filter(({ who }) => who !== '')) : null;
  if (rest) return { ...rest, ...clash };
  return { ...clash, fits: written(tightest(limits)), ...sideOf(above(other, pin) ? 'newer' : 'older', other) };
}

function ofTwo(one: Demand, two: Demand): Clash {
  const [older, newer] = above(one, two) ? [two, one] : [one, two];
  return { clash: one.of, ...sideOf('older', older), ...sideOf('newer', newer) };
}

function sideOf(side: 'older' | 'newer', { who, limits }: Demand): Partial<Clash> {
  const [name = '', version = ''] = who.split(' ');
  return { [side]: name, [`${side}-version`]: version, [`${side}-wants`]: written(limits) };
}

/** Whether the first begins above where the second ends. */
function above(one: Demand, two: Demand): boolean {
  const [low, high] = [lowest(one.limits), highest(two.limits)];
  return low !== undefined && high !== undefined && compareVersions(low.version, high.version) >= 0;
}

function isEmpty(limits: readonly Limit[]): boolean {
  const [low, high] = [lowest(limits), highest(limits)];
  const isExcluded = limits.some(
    ({ operator, version }) => operator === '!=' && low?.operator === '==' && compareVersions(version, low.version) === 0,
  );
  if (isExcluded) return true;
  if (!low || !high) return false;
  const order = compareVersions(low.version, high.version);
  return order > 0 || (order === 0 && (low.operator === '>' || high.operator === '<'));
}

/** The highest lower end. */
function lowest(limits: readonly Limit[]): Limit | undefined {
  const ends = limits.filter(({ operator }) => ['==', '>=', '>'].includes(operator));
  return ends.sort((a, b) => compareVersions(b.version, a.version) || Number(b.operator === '>') - Number(a.operator === '>'))[0];
}

/** The lowest upper end. */
function highest(limits: readonly Limit[]): Limit | undefined {
  const ends = limits.filter(({ operator }) => ['==', '<=', '<'].includes(operator));
  return ends.sort((a, b) => compareVersions(a.version, b.version) || Number(b.operator === '<') - Number(a.operator === '<'))[0];
}

function tightest(limits: readonly Limit[]): Limit[] {
  const ends = [lowest(limits), highest(limits)].filter((limit) => limit !== undefined);
  return ends[0]?.operator === '==' ? [ends[0]] : ends;
}

function written(limits: readonly Limit[]): string {
  return limits.map(({ operator, version }) => `${operator}${version}`).join(',');
}

function toDemand(text: string): Demand {
  const [who = '', of = '', limits = ''] = text.split('|');
  return { who, of, limits: limits.split(',').flatMap(toLimits) };
}

/** `==2.*` and `~=2.10` are ranges. */
function toLimits(text: string): Limit[] {
  const found = /^([=<>!~]{1,3})(.{1,40})$/.exec(text);
  if (!found) return [];
  const [, operator = '', version = ''] = found;
  const numbers = version.replace(/\.\*$/, '').split('.');
  const isRange = operator === '~=' || (operator === '==' && version.endsWith('.*'));
  if (!isRange) return [{ operator: operator === '===' ? '==' : operator, version }];
  const head = operator === '~=' ? numbers.slice(0, -1) : numbers;
  const next = [...head.slice(0, -1), String(Number(head.at(-1)) + 1)].join('.');
  return [
    { operator: '>=', version: numbers.join('.') },
    { operator: '<', version: next },
  ];
}
