/** Clauses that say that something works: where it does is not where it fails. */

/** Words that say so, in the languages that people ask in. */
const WORKS =
  /\b(?:works?|worked|working|runs|fine|okay|good|perfectly|no (?:problems?|errors?|issues?)|without (?:any )?(?:problems?|errors?|issues?|trouble)|succeeds?|funktionier\w{1,3}|läuft|laufen|geht|klappt|marche|fonctionne\w{0,2}|tourne|funciona\w{0,2}|roda)\b|работает|正常|没问题|沒問題|可以|能跑|成功|動き|動く|動作し|잘 |정상|됩니다/i;
/** What turns it round; and what is built has not run yet. */
const NOT =
  /\b(?:not|n't|never|no longer|stopped|cannot|fails?|nothing|hardly|nicht|kein\w{0,2}|pas|plus|no(?! (?:problem|error|issue))|não|nunca|without success|builds?)\b|n[’']t\b|не |不|没(?!问题)|無|ない|ません|안 |않/i;
/** Where nobody tried it, it does not fail either. */
const UNTRIED = /(?:\bnot|\bnever|n[’']t) (?:yet )?(?:tr(?:y|ied)|test)/i;
/** Between two clauses. */
const SEAM =
  /(?<=[,;:!?，。；！？、]|\.(?= |$))|(?= (?:but|while|whereas|yet|however|though|although|aber|mais|pero|mas|однако|а|но) )|(?=但|而在|却)|(?<=가|지만|けど|が)/;
/** Whoever writes at greater length is a program. */
const LONGEST = 600;
/** What programs print is no clause of anybody: frames, paths, prompts. */
const PRINTED = /^\s{0,20}(?:File "|\*|at )|[\\/][\w.-]{1,80}[\\/]|^\S{1,80}[$#>%] /;

const LETTER = /\p{L}/u;

/** The line without clauses that say that it works; the whole line where it says nothing else. */
export function withoutWorking(text: string): string {
  if (text.length > LONGEST || !(WORKS.test(text) || UNTRIED.test(text)) || PRINTED.test(text)) return text;
  const clauses = text.split(SEAM);
  const others = clauses.filter((clause) => !UNTRIED.test(clause) && (!WORKS.test(clause) || NOT.test(clause)));
  return others.some((clause) => LETTER.test(clause)) ? others.join('') : text;
}
