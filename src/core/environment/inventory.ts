/** Gathers, line by line, what a text gives away of the machine: the most certain wording counts, and of two alike the later one. */
import type { AskerKnowledge } from '../library/asker.ts';
import type { PlaceSign } from '../library/place.ts';
import type { Wanted } from '../match/needles.ts';
import { onceFor } from '../once.ts';
import type { SafeText } from '../text/neutralise.ts';
import { neutraliseAndMask } from '../text/neutralise-and-mask.ts';
import { Asking } from './asker.ts';
import type { Environment, KnownVersion, Stand } from './environment.ts';
import { INTERPRETERS } from './interpreter.ts';
import { MACHINES } from './machine.ts';
import { NAMES } from './names.ts';
import { DEMANDS } from './packages/demands.ts';
import { FROM_SOURCE } from './packages/from-source.ts';
import { installerOf, UV_READINGS } from './packages/installer.ts';
import { INSTALLERS } from './packages/pip.ts';
import { Tables } from './packages/tables.ts';
import { Places } from './place.ts';
import type { Machine, Named, Reading, Sighting } from './reading.ts';
import { WORDS } from './words.ts';

/** An install of a large app has two hundred; forged ones must not fill the memory. */
const MOST_PACKAGES = 500;
const MOST_NAMES = 12;
/** Of what brought each package an install has as many as packages. */
const MOST_ORIGINS = 300;
const WIDEST = 200;

interface Held extends KnownVersion {
  certainty: number;
}

/** What is looked for whatever the library says: the readings, and behind them the tables of each inventory. */
const READINGS: readonly Reading[] = [
  ...INSTALLERS,
  ...WORDS,
  ...MACHINES,
  ...NAMES,
  ...DEMANDS,
  ...FROM_SOURCE,
  ...INTERPRETERS,
  ...UV_READINGS,
];

/** Of each mark the number of its reading, of its sign of a place, or of what the asker may say. */
interface Owner {
  reading?: number;
  sign?: number;
  said?: number;
}

/** What an inventory looks for, and who looks for it. */
class InventoryMarks {
  readonly wanted: readonly Wanted[];
  readonly owners: readonly Owner[];
  readonly signs: readonly PlaceSign[];
  readonly asker: AskerKnowledge;

  constructor(signs: readonly PlaceSign[], asker: AskerKnowledge) {
    this.signs = signs;
    this.asker = asker;
    const marks = [
      ...[...READINGS, new Tables().opening].flatMap(({ marks: texts }, reading) => texts.map((text) => ({ text, owner: { reading } }))),
      ...signs.flatMap(({ literals }, sign) => literals.map((text) => ({ text, owner: { sign } }))),
      ...asker.signs.flatMap(({ literals }, said) => literals.map((text) => ({ text, owner: { said } }))),
    ];
    this.wanted = marks.map(({ text }) => ({ text, settles: true }));
    this.owners = marks.map(({ owner }) => owner);
  }
}

const marksFor = onceFor((asker: AskerKnowledge) => onceFor((signs: readonly PlaceSign[]) => new InventoryMarks(signs, asker)));

/** What is looked for with these signs of places and of what askers say; made once for both. */
export function inventoryMarksOf(signs: readonly PlaceSign[], asker: AskerKnowledge): InventoryMarks {
  return marksFor(asker)(signs);
}

/** Reads lines; `marks` are numbers within {@link InventoryMarks.wanted}. */
export class Inventory {
  /** How often something was settled: then fewer marks matter. */
  changes = 0;
  readonly #marks: InventoryMarks;
  readonly #places: Places;
  readonly #asking: Asking;
  readonly #tables = new Tables();
  readonly #readings: readonly Reading[];
  /** How many lines each reading may still look at. */
  readonly #left: number[];
  readonly #packages = new Map<string, Held>();
  readonly #machine = new Map<Machine, { value: SafeText; rank: number }>();
  readonly #named = new Map<Named, Set<SafeText>>();

  constructor(marks: InventoryMarks) {
    this.#marks = marks;
    this.#places = new Places(marks.signs);
    this.#asking = new Asking(marks.asker);
    this.#readings = [...READINGS, this.#tables.opening];
    this.#left = this.#readings.map(({ most }) => most);
  }

  /** Whether the next line matters, whatever stands in it. */
  get isOpen(): boolean {
    return this.#tables.isOpen;
  }

  /** Takes a line, and the marks that stand in it. `isSource`: a traceback quotes it. */
  read(text: string, marks: Iterable<number>, stand: Stand, isSource: boolean): void {
    const sightings = isSource || !this.#tables.isOpen ? [] : this.#tables.follow(text);
    const readings = new Set<number>();
    for (const mark of marks) {
      const { reading, sign, said } = this.#marks.owners[mark] as Owner;
      if (said !== undefined && !isSource && this.#asking.look(said, text)) this.changes++;
      if (sign !== undefined && this.#places.look(sign, text, isSource)) this.changes++;
      if (reading !== undefined && !this.#isSettled(reading) && (!isSource || this.#readings[reading]?.inSource)) readings.add(reading);
    }
    if (readings.size + sightings.length === 0) return;
    for (const find of this.#use(readings)) sightings.push(...find(text));
    for (const sighting of sightings) this.#take(sighting, stand);
  }

  /** All that is looked for. */
  get marks(): readonly Wanted[] {
    return this.#marks.wanted;
  }

  /** What follows is no row of a table. */
  close(): void {
    this.#tables.close();
  }

  /** The marks that can tell nothing new any more. */
  get settled(): number[] {
    return this.#marks.owners.flatMap(({ reading, sign, said }, mark) => {
      if (reading !== undefined) return this.#isSettled(reading) ? [mark] : [];
      const isSettled = sign === undefined ? this.#asking.isSettled(said as number) : this.#places.isSettled(sign);
      return isSettled ? [mark] : [];
    });
  }

  /** What is known so far. */
  get environment(): Environment {
    const packages = Object.fromEntries([...this.#packages].map(([name, { certainty: _, ...known }]) => [name, known]));
    const machine = (name: Machine): SafeText | null => this.#machine.get(name)?.value ?? null;
    const named = (name: Named): SafeText[] => [...(this.#named.get(name) ?? [])];
    const spaces = named('space');
    return {
      where: this.#places.where,
      os: this.#places.os,
      python: machine('python'),
      cuda: machine('cuda') ?? cudaOf(packages.torch),
      driver: machine('driver'),
      gpu: machine('gpu'),
      capability: machine('capability'),
      space: only(spaces),
      packages,
      models: named('model'),
      datasets: named('dataset'),
      spaces,
      addresses: named('address'),
      port: only(named('port')),
      commands: named('command'),
      demands: named('demand'),
      sources: named('source'),
      origins: named('origin'),
      interpreter: only(named('interpreter')),
      installer: installerOf(named('installer'), named('command')),
      asker: this.#asking.asker,
    };
  }

  /** Counts the line for each of these readings; what several share is used once, in their order. */
  #use(readings: ReadonlySet<number>): Set<Reading['find']> {
    const finds = new Set<Reading['find']>();
    for (const reading of [...readings].sort((a, b) => a - b)) {
      this.#left[reading] = (this.#left[reading] as number) - 1;
      if (this.#left[reading] === 0) this.changes++;
      finds.add((this.#readings[reading] as Reading).find);
    }
    return finds;
  }

  #isSettled(reading: number): boolean {
    if ((this.#left[reading] as number) <= 0) return true;
    const { settledBy } = this.#readings[reading] as Reading;
    return settledBy !== undefined && (this.#machine.get(settledBy.name)?.rank ?? Number.POSITIVE_INFINITY) <= settledBy.rank;
  }

  #take(sighting: Sighting, stand: Stand): void {
    if (sighting.of === 'package') this.#takePackage(sighting, stand);
    else if (sighting.of === 'machine') this.#takeMachine(sighting);
    else this.#takeName(sighting);
  }

  #takePackage({ name, version, certainty, from }: Sighting & { of: 'package' }, stand: Stand): void {
    const held = this.#packages.get(name);
    if (held ? held.certainty < certainty : this.#packages.size >= MOST_PACKAGES) return;
    if (held?.certainty === certainty && held.version === version) return;
    this.#packages.set(name, { version: neutraliseAndMask(version, WIDEST), exact: true, from, by: null, ...stand, certainty });
  }

  #takeMachine({ name, value, rank }: Sighting & { of: 'machine' }): void {
    if ((this.#machine.get(name)?.rank ?? Number.POSITIVE_INFINITY) <= rank) return;
    this.#machine.set(name, { value: neutraliseAndMask(value, WIDEST), rank });
    this.changes++;
  }

  #takeName({ name, value }: Sighting & { of: 'named' }): void {
    const known = this.#named.get(name) ?? new Set();
    if (known.size < (name === 'origin' ? MOST_ORIGINS : MOST_NAMES)) this.#named.set(name, known.add(neutraliseAndMask(value, WIDEST)));
  }
}

/** The one that is named; where several are, nobody knows which is meant. */
function only(names: readonly SafeText[]): SafeText | null {
  return names.length === 1 ? (names[0] as SafeText) : null;
}

/** 2.8.0+cu128 was built for CUDA 12.8. */
function cudaOf(torch: KnownVersion | undefined): SafeText | null {
  const digits = /\+cu(\d{2})(\d)$/.exec(torch?.version ?? '');
  return digits ? neutraliseAndMask(`${digits[1]}.${digits[2]}`, WIDEST) : null;
}
