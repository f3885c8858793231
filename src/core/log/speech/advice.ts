/** What a message itself says to do: "you can set …", "Please install …". Programs often know their own way out. */

/** From the words that begin it to the end of the sentence, or of the text in a dictionary; a dot within a name or a version does not end one. */
const ADVICE =
  /(?:^|[.!?:;,—] {1,3}|[-–] )(?<advice>(?:please |you (?:should|can|could|must|need to|may want to|might want to) |try |run |use |set |consider |make sure |install |upgrade |downgrade |reinstall |pass |to fix (?:this|it),? |hint: )(?:(?![.!?](?:\s|$)|[.!?]?["'](?:\}|, ?["']\w{1,30}["']: )).){8,260})/gi;
/** What only sends the reader elsewhere is no way out. */
const ELSEWHERE =
  /^(?:please )?(?:see|refer|report|comment|check the (?:log|doc)|try again|visit|contact|read|open an issue|file an issue)/i;

/** A warning speaks of itself, and beside a failure it speaks of something else. */
const WARNING = /\b[A-Z][a-z]{0,40}Warning: |\bdeprecated\b/;

/** The first advice in a text; null where it gives none. */
export function adviceIn(text: string): string | null {
  if (WARNING.test(text)) return null;
  const all = [...text.matchAll(ADVICE)].map(({ groups }) => groups?.advice?.trim() ?? '');
  return all.find((advice) => advice !== '' && !ELSEWHERE.test(advice)) ?? null;
}
