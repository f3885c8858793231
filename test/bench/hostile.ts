/** `tsx test/bench/hostile.ts`: what each signature costs at worst on an 8 kB line made to keep it busy; 5 ms are allowed. */

import { matcherOf } from '../../src/core/diagnose/diagnoser.ts';
import { LOG_MARKS } from '../../src/core/diagnose/watch.ts';
import { isMentionAlone } from '../../src/core/log/speech/mention.ts';
import { Matcher } from '../../src/core/match/match.ts';
import { neutralise } from '../../src/core/text/neutralise.ts';
import { mask } from '../../src/core/text/secrets.ts';
import { library } from '../library.ts';
import { hostileLines, hostileTexts } from '../security/hostile-lines.ts';

const ALLOWED_MS = 5;

/** The best of five, after a run to warm up. */
function cost(run: () => unknown): number {
  run();
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 5; attempt++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

const costs: { what: string; ms: number; line: string }[] = [];
let lines = 0;
for (const entry of library.errors()) {
  const matcher = new Matcher([entry], undefined, LOG_MARKS);
  for (const line of hostileLines(entry)) {
    lines++;
    costs.push({ what: entry.id, ms: cost(() => matcher.match({ text: line }, () => '')), line });
  }
}
const whole = matcherOf(library);
for (const line of hostileTexts()) {
  lines++;
  costs.push({ what: 'mask', ms: cost(() => mask(neutralise(line))), line });
  costs.push({ what: 'isMentionAlone', ms: cost(() => isMentionAlone(line, false)), line });
  costs.push({ what: 'all signatures', ms: cost(() => whole.match({ text: line }, () => '')), line });
}

costs.sort((a, b) => b.ms - a.ms);
for (const { what, ms, line } of costs.slice(0, 8))
  process.stdout.write(`${ms.toFixed(2).padStart(7)} ms  ${what}: ${JSON.stringify(line.slice(0, 60))}\n`);
const slow = costs.filter(({ ms }) => ms > ALLOWED_MS).length;
process.stdout.write(`${lines} lines of 8 kB, ${library.errors().length} signatures, ${slow} above ${ALLOWED_MS} ms\n`);
process.exitCode = slow > 0 ? 1 : 0;
