/** What the asker says of himself: what was tried in vain, what must stay, who asks, on what it runs. */
import type { Act, AskerKnowledge, AskerSign, Hardware, Role, Sdk } from '../library/asker.ts';
import { signedAt } from '../library/asker.ts';
import { isOwnWords } from '../log/speech/prose.ts';
import { knownPackagesIn } from './words.ts';

export interface Asker {
  /** In the order of the text. */
  did: readonly Act[];
  /** Packages whose version was changed in vain. */
  changed: readonly string[];
  /** Packages that must stay as they are. */
  keeps: readonly string[];
  /** Null where nothing, or different things, are said. */
  who: Role | null;
  sdk: Sdk | null;
  hardware: Hardware | null;
}

/** Nobody said anything. */
export const SILENT_ASKER: Asker = { did: [], changed: [], keeps: [], who: null, sdk: null, hardware: null };

/** So many lines that hold a sign's literal are looked at: in a log that repeats one for ever nobody speaks of himself. */
const MOST = 40;
const MOST_PACKAGES = 8;
/** Around a sign, within its sentence, the packages are named that it speaks of. */
const BEFORE = 40;
const BEHIND = 80;

/** Gathers what is said. */
export class Asking {
  readonly #knowledge: AskerKnowledge;
  readonly #left: number[];
  readonly #did = new Set<Act>();
  readonly #changed = new Set<string>();
  readonly #keeps = new Set<string>();
  readonly #who = new Set<Role>();
  readonly #sdk = new Set<Sdk>();
  readonly #hardware = new Set<Hardware>();

  constructor(knowledge: AskerKnowledge) {
    this.#knowledge = knowledge;
    this.#left = knowledge.signs.map(() => MOST);
  }

  /** Whether this sign is not looked for any more. */
  isSettled(sign: number): boolean {
    return (this.#left[sign] as number) <= 0;
  }

  /** Takes a line that holds a literal of this sign, and that no traceback quotes; says whether the sign is settled by it. */
  look(number: number, line: string): boolean {
    if (this.isSettled(number)) return false;
    this.#left[number] = (this.#left[number] as number) - 1;
    const sign = this.#knowledge.signs[number] as AskerSign;
    if (sign.printed || isOwnWords(line)) this.#take(sign, line);
    return this.isSettled(number);
  }

  /** All that was said so far. */
  get asker(): Asker {
    return {
      did: [...this.#did],
      changed: [...this.#changed],
      keeps: [...this.#keeps],
      who: this.#role,
      sdk: only(this.#sdk),
      hardware: only(this.#hardware),
    };
  }

  /** Who has a copy speaks of it as his own, and says whose the original is. */
  get #role(): Role | null {
    return this.#who.has('copy') ? 'copy' : only(this.#who);
  }

  #take(sign: AskerSign, line: string): void {
    const at = signedAt(sign, this.#knowledge.frames, line);
    if (!at) return;
    const { act, keeps, who, sdk, hardware } = sign;
    if (keeps) note(this.#keeps, knownPackagesIn(around(line, at)));
    if (act === 'version') note(this.#changed, knownPackagesIn(around(line, at)));
    else if (act) this.#did.add(act);
    if (act === 'version' && this.#changed.size > 0) this.#did.add(act);
    if (who) this.#who.add(who);
    if (sdk) this.#sdk.add(sdk);
    if (hardware) this.#hardware.add(hardware);
  }
}

/** The words around a sign, as far as the sentence goes; a dot within a version ends none. */
function around(line: string, { start, end }: { start: number; end: number }): string {
  const before =
    line
      .slice(Math.max(0, start - BEFORE), start)
      .split(/[.!?;]\s/)
      .at(-1) ?? '';
  const behind = line.slice(end, end + BEHIND).split(/[.!?;](?:\s|$)/)[0] ?? '';
  return `${before} ${behind}`;
}

function note(held: Set<string>, names: readonly string[]): void {
  for (const name of names) if (held.size < MOST_PACKAGES) held.add(name);
}

/** The one thing that is said; where different ones are, nobody knows which is meant. */
function only<T>(said: ReadonlySet<T>): T | null {
  const [first] = said;
  return said.size === 1 && first !== undefined ? first : null;
}
