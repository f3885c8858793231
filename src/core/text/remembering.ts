/** Remembers what was found out about the last texts: a log repeats its lines, and a crash loop all of them. */

/** Characters of one generation of texts, each with what is held beside it; two are kept. A few MB, and more different lines than the logs of most programs have. */
const ROOM = 800_000;
const BESIDE = 200;
/** Longer texts seldom come again, and would fill the memory. */
const LONGEST = 8192;

/** The same function of a text, which does not do its work again for a text that it was asked about not long ago. */
export function remembering<T extends object>(find: (text: string) => T): (text: string) => T {
  let recent = new Map<string, T>();
  let older = recent;
  let used = 0;
  return (text) => {
    const known = recent.get(text);
    if (known) return known;
    if (text.length > LONGEST) return find(text);
    const value = older.get(text) ?? find(text);
    if (used >= ROOM) {
      older = recent;
      recent = new Map();
      used = 0;
    }
    recent.set(text, value);
    used += text.length + BESIDE;
    return value;
  };
}
