/**
 * `npm run eval [errors.jsonl questions.jsonl]`: how well diagnosis and search do on labelled examples, with every miss; of texts that
 * are labelled with their machine and their failure that as well.
 */
import { join } from 'node:path';
import { Library } from '../core/library/library.ts';
import { readContent } from '../knowledge/read/files.ts';
import { assemble } from '../knowledge/read/library.ts';
import { type LabelledQuestion, type LabelledText, readExamples, scoreQuestions, scoreTexts } from './evaluate.ts';
import { type CorpusText, corpusLines, scoreCorpus } from './evaluate-corpus.ts';

const root = join(import.meta.dirname, '../..');
const [errors = join(root, 'test/examples/errors.jsonl'), questions = join(root, 'test/examples/questions.jsonl')] = process.argv.slice(2);
const library = new Library(assemble(readContent(join(root, 'content'))).knowledge);

const examples = readExamples<LabelledText>(errors);
const texts = scoreTexts(library, examples);
const corpus = scoreCorpus(
  library,
  examples.filter((text): text is LabelledText & CorpusText => 'where' in text),
);
const asked = scoreQuestions(library, readExamples<LabelledQuestion>(questions));
const share = (part: number, whole: number) => `${part} of ${whole} (${whole === 0 ? '–' : ((100 * part) / whole).toFixed(1)} %)`;
const lines = [
  `first diagnosis right   ${share(texts.firstRight, texts.texts)}`,
  `labels found            ${share(texts.labelsFound, texts.labels)}`,
  `silent on clean texts   ${share(texts.silent, texts.clean)}`,
  ...texts.misses.map((miss) => `  ${miss}`),
  ...corpusLines(corpus),
  ...corpus.misses.map((miss) => `  ${miss}`),
  `answer among first 3    ${share(asked.inThree, asked.questions)}`,
  `with confidence         ${share(asked.confident, asked.questions)}`,
  `unsure where it must be ${share(asked.unsure, asked.unanswerable)}`,
  `reciprocal rank at 5    ${asked.reciprocalRank.toFixed(3)}`,
  ...asked.misses.map((miss) => `  ${miss}`),
];
process.stdout.write(`${lines.join('\n')}\n`);
