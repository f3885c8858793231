/** How a name is joined to its value: by a sign, in a tuple, in an argument, in words, or by a mere blank. */

/** How surely what follows is the name's value; `sign` is the surest. */
export type Joint = 'sign' | 'colon' | 'comma' | 'words' | 'blank';

/** What may stand behind the ending of a name and still be the name's, and what closes it: quotes, brackets, marks of Markdown. */
const CLOSING =
  /(?:s|_?\d{1,3}|[_-](?:base|value|string|b64|base64|hex|raw|prod|dev|test|live|staging|old|new|hf|\d{1,3})){0,2}(?<closing>[\\"'`*’”)\]}]{0,8})/iy;

const QUOTED = '(?=[bruf]{0,2}\\\\{0,7}["\'`“‘])';
/** A list of one value is read as the value. */
const LISTED = '(?:\\[(?=\\\\{0,7}["\']))?';
const JOINTS: readonly (readonly [RegExp, Joint])[] = [
  // token: str = "…"
  [new RegExp(`\\s{0,3}:\\s{0,3}[A-Za-z_][\\w.[\\], |]{0,40}?\\s{0,3}=\\s{0,3}${QUOTED}`, 'y'), 'sign'],
  [new RegExp(`\\s{0,99}(?::=|=>|={1,3}|!=|->|→|＝|>)\\s{0,99}${LISTED}`, 'y'), 'sign'],
  [new RegExp(`\\s{0,99}(?::(?!:|//)|：)\\s{0,99}${LISTED}`, 'y'), 'colon'],
  // {"name": "HF_TOKEN", "value": "…"}
  [new RegExp(`\\s{0,3},\\s{0,3}\\\\{0,7}["']?value\\\\{0,7}["']?\\s{0,3}[:=]\\s{0,3}${QUOTED}`, 'iy'), 'sign'],
  // ("HF_TOKEN", "…")
  [new RegExp(`\\s{0,3},\\s{0,3}${QUOTED}`, 'iy'), 'comma'],
  // getenv("HF_TOKEN") or "…"
  [new RegExp(`\\s{1,3}(?:or|\\|\\||\\?\\?)\\s{1,3}${QUOTED}`, 'y'), 'sign'],
  // set_token("…")
  [new RegExp(`\\(${QUOTED}`, 'iy'), 'sign'],
  [/\s{1,3}(?:is|was|[|│–-]):?\s{1,3}|\s{0,3}\(/iy, 'words'],
  [/\s{1,3}/y, 'blank'],
];

/** Flags, commands that set a variable, and .netrc: there a blank is a sign. */
const SETTINGS = [/(?:^|\s)(?:ENV|ARG|export|setenv|-e|--env|--build-arg)\s{1,3}["']?\w{0,60}$/i, /\blogin\s{1,3}\S{1,80}\s{1,3}$/i];
const LONGEST_SETTING = 120;

/** How the name whose ending stands in text[from, to) is joined, and where its value begins; null when nothing is. */
export function jointAt(text: string, from: number, to: number): { joint: Joint; end: number } | null {
  CLOSING.lastIndex = to;
  const closing = CLOSING.exec(text)?.groups?.closing ?? '';
  const start = CLOSING.lastIndex;
  for (const [expression, joint] of JOINTS) {
    expression.lastIndex = start;
    if (!expression.test(text)) continue;
    const end = expression.lastIndex;
    // Only a quoted name goes before a comma.
    if (joint === 'comma' && !/["'`’”]/.test(closing)) return null;
    const isSetting = joint === 'blank' && isSet(text.slice(Math.max(0, from - LONGEST_SETTING), from));
    return { joint: isSetting ? 'sign' : joint, end };
  }
  return null;
}

function isSet(before: string): boolean {
  let word = before.length;
  while (word > 0 && /[\w.-]/.test(before[word - 1] as string)) word--;
  return before.startsWith('--', word) || SETTINGS.some((setting) => setting.test(before));
}
