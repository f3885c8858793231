/** The help of the linear app: what can be answered, in words, and nothing that needs a screen. */

const ANSWERS: [answer: string, does: string][] = [
  ['a number', 'goes to the choice of that number: an answer, an entry, a related page, your last diagnosis'],
  ['words', 'searches for them; the text of an error is diagnosed, and a question like "does a 13B model fit" leads to the sum'],
  ['/ and words', 'in a list: only the entries with these words; / alone shows all again'],
  ['p', 'asks for a log to diagnose; several lines pasted at once are diagnosed anyway'],
  ['y', 'says the first snippet alone, without anything around it; y 2 the second'],
  ['b', 'one step back, nothing is lost'],
  ['[ and ]', 'the screen before and the screen after, in the order in which you opened them'],
  ['q', 'quits; Ctrl-C leaves at once'],
];

/** The lines of the help. */
export function helpLines(): string[] {
  return ['What you can type, each followed by Enter:', ...ANSWERS.map(([answer, does]) => `${answer}: ${does}.`)];
}
