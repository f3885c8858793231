/** How a long text begins, where it begins as a page does: with a title. */

/** As many lines as a short text has, which is judged whole. */
const MOST_LINES = 40;
const WIDTH = 400;
const TITLE = /^#{1,3} \S/;

/** Keeps the first lines of a text that begins with a title, as long as it holds no traceback: that one happened. */
export class Opening {
  #lines: string[] = [];
  #isPage = true;

  /** Takes the next line of the text, and whether it is part of a traceback. */
  add(line: string, isTraceback: boolean): void {
    if (isTraceback) this.#isPage = false;
    if (!this.#isPage || this.#lines.length >= MOST_LINES) return;
    if (this.#lines.length === 0 && line === '') return;
    this.#isPage = this.#lines.length > 0 || TITLE.test(line);
    if (this.#isPage) this.#lines.push(line.slice(0, WIDTH));
  }

  /** The lines as one text; null where the text begins otherwise. */
  get text(): string | null {
    return this.#isPage && this.#lines.length > 0 ? this.#lines.join('\n') : null;
  }
}
