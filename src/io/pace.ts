/** Bytes in pieces, so that keys and signals have their turn in between, however long reading them takes. */

const FIRST_PIECE = 16 * 1024;
const SMALLEST_PIECE = 2 * 1024;
const LARGEST_PIECE = 256 * 1024;
/** Nobody waits longer than this, or than the smallest piece takes. */
const TURN_MS = 20;
/** Pieces grow slowly: the next text may be a slow one. */
const GROWTH = 4;

/** Hands bytes on in pieces that take about as long as one turn. */
export class Pace {
  #size = FIRST_PIECE;
  #since = now();

  /** Pushes all of them, unless it is stopped. */
  async push(bytes: Uint8Array, take: (piece: Uint8Array) => void, stopped: AbortSignal): Promise<void> {
    for (let at = 0; at < bytes.length && !stopped.aborted; ) {
      const piece = bytes.subarray(at, at + this.#size);
      const start = now();
      take(piece);
      at += piece.length;
      this.#adapt(piece.length, now() - start);
      if (now() - this.#since > TURN_MS) await this.#turn();
    }
  }

  #adapt(length: number, took: number): void {
    const fitting = Math.min(length * GROWTH, (length * TURN_MS) / Math.max(took, 0.01));
    this.#size = Math.round(Math.max(SMALLEST_PIECE, Math.min(LARGEST_PIECE, fitting)));
  }

  async #turn(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#since = now();
  }
}

/** Milliseconds since the program began. Node's `performance` is loaded when it is first asked, for longer than a short log takes. */
function now(): number {
  return process.uptime() * 1000;
}
