/** Tells what somebody says in their own words from what a program printed. */

/** Who asks speaks of themselves, asks, or says what does not work. */
const ASKS =
  /\b(?:I|I'm|I've|my|we|our|me)\b|[?？]|\b(?:does not|doesn't|do not|don't|cannot|can't|won't|never|fails?|hangs?|stuck|wrong|broken|why|how|error)\b|我|请问|怎么|为什么|\b(?:ich|mein\w{0,2}|warum|nicht|je|pourquoi|mon|yo|mi|por qué|eu|meu|porque)\b|です|ません|не |почему/i;
/** Some words in a row, as in a sentence; or as many characters of a writing without blanks. */
const SENTENCE = /(?:[\p{L}'’-]{1,30}[,;:]? ){4}[\p{L}'’-]{1,30}|[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{8}/u;
/** What begins like this was printed by a program, or is source. */
const PRINTED =
  /^(?:\d{1,4}[-:/.]\d|\[|INFO|WARN|DEBUG|\{|<|[*=#|/\\%-]|\S{1,60}:\s{2}|\d{1,3}%|Running on |To create |Loading |Downloading |Fetching )/;

/** Whether a short text holds, besides what it quotes, sentences of somebody who asks. */
export function isProse(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const sentences = lines.filter((line) => SENTENCE.test(line) && !PRINTED.test(line));
  return sentences.length * 4 >= lines.length && sentences.some((line) => ASKS.test(line));
}
