/** What a report says of failures that no page describes: alone, beside a cause that is known, and how many more there are. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../../src/core/document/document.ts';
import { explain } from '../../../src/core/explain/explain.ts';
import { guessAmong } from '../../../src/core/explain/guess.ts';
import { NO_SEARCH } from '../../../src/core/explain/nearest.ts';
import type { Entry } from '../../../src/core/library/entry.ts';
import type { Block } from '../../../src/core/markup/blocks.ts';
import { everyBlock, plainWords } from '../../../src/core/markup/read.ts';
import type { Guess } from '../../../src/core/result.ts';
import { paint } from '../../../src/render/paint.ts';
import { STORIES } from '../../golden/cards.ts';
import { diagnose, library } from '../../library.ts';

/** Of a card; below it stands what was read. */
const MOST_LINES = 20;
const READ_LINES = 2;
const OOM = 'torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB.';
/** So many quiet lines that two failures have nothing to do with each other. */
const APART = '\n\n\n\n\n\n';

/** The lines of the report, without blanks around them. */
function report(...failures: string[]): string[] {
  const result = explain(library, NO_SEARCH, diagnose(`${failures.join(APART)}\n`));
  return paint(documentOf(result), { width: 120, color: false })
    .lines.map((line) => line.trim())
    .filter((line) => line !== '');
}

const strange = (letters: string) => [...letters].map((letter) => `Strange${letter}Error: number ${letter}`);

describe('a failure that no page describes', () => {
  it('shows the statement that failed, and what the text itself says to do', () => {
    const lines = report(
      'Traceback (most recent call last):\n  File "/home/user/app/app.py", line 3, in run\n    frob(1,\n         2)\nFrobError: upside down. You should turn it round first.',
    );
    expect(lines).toContain('> 3 │ frob(1,');
    expect(lines).toContain('The text itself says (line 5): You should turn it round first');
    expect(lines.find((line) => line.startsWith('failure[other] FrobError'))).toContain('| app.py:3 in run |');
  });

  it.each([
    ['a package', '/usr/lib/python3.12/site-packages/frob_tools/core.py', 'raised in frob_tools, core.py:8'],
    ['a package whose version the text tells', 'C:\\Python312\\Lib\\site-packages\\torch\\nn\\core.py', 'raised in torch 2.8.0, core.py:8'],
    ['a file of Python itself', '/usr/lib/python3.12/json/core.py', 'raised in core.py:8'],
  ])('says where it was raised: %s', (_, file, words) => {
    const trace = `Traceback (most recent call last):\n  File "/home/user/app/app.py", line 3, in run\n    frob(1)\n  File "${file}", line 8, in frob\n    raise FrobError()\nFrobError: upside down`;
    expect(report('Successfully installed torch-2.8.0', trace).find((line) => line.startsWith('line '))).toMatch(
      new RegExp(`your code app\\.py:3 in run · ${words} in frob$`),
    );
  });

  it('names the page that tells more of what its message was read to be, and asks for no report', () => {
    const lines = report('Error: MCP error -32001: Request timed out');
    expect(lines).toContain('Why, other fixes, sources: zerogpu-advisor show mcp-connection-failed');
    expect(lines.filter((line) => /report the line|A similar page/.test(line))).toEqual([]);
  });

  it('has no statement and no advice where the text has none', () => {
    const lines = report('FrobError: upside down');
    expect(lines.filter((line) => /│ frob|The text itself says/.test(line))).toEqual([]);
  });
});

it('a traceback without its exception shows its last statement once, and is not to be reported', () => {
  const own = 'Traceback (most recent call last):\n  File "/home/user/app/app.py", line 3, in run\n    frob(1)';
  const inner = `${own}\n  File "/usr/lib/python3.12/site-packages/frob_tools/core.py", line 8, in frob\n    turn(x)`;
  const head = ['failure[other] The traceback ends before its exception'];
  expect(report(own).slice(0, 3)).toEqual([...head, 'line 3 · your code app.py:3 in run', '│ frob(1)']);
  expect(report(inner).slice(0, 4)).toEqual([
    ...head,
    'line 5 · your code app.py:3 in run · last frame in frob_tools, core.py:8 in frob',
    '│ turn(x)',
    '> 3 │ frob(1)',
  ]);
  expect(report(own).join('\n')).toMatch(/copy what follows too/);
  expect(report(own).filter((line) => /│ frob|report/.test(line))).toEqual(['│ frob(1)']);
});

it('a cause that only follows from a failure without a page takes one line below it', () => {
  const own = '  File "/home/anna/app/app.py", line 3, in run\n    frob()';
  const during = 'During handling of the above exception, another exception occurred:';
  const [first, second] = ['FrobError: upside down', OOM].map((end) => `Traceback (most recent call last):\n${own}\n${end}\n`);
  const lines = report(`${first}\n${during}\n\n${second}`);
  expect(lines[0]).toMatch(/^failure\[/);
  expect(lines.find((line) => line.startsWith('Then it goes away: '))).toContain('(line 11)');
  expect(lines.some((line) => line.startsWith('error['))).toBe(false);
});

describe('who only tells of a failure', () => {
  const TOLD = 'Every image that I get looks the same, whatever the seed.\n';
  const told = (text: string, score: number) => {
    const near = () => [{ entry: library.error('quota-exceeded'), score }];
    return paint(documentOf(explain(library, () => ({ nearTo: near, told: near }), diagnose(text))), { width: 80, color: false }).lines;
  };

  it('is sent to the log, not to lines that are not there', () => {
    const text = report(TOLD).join('\n');
    expect(text).toMatch(/^failure\[other\]/);
    expect(text).toContain('The log says more than a description: ');
    expect(text).not.toContain('Look first');
  });

  it('gets the page that is likely as an answer, and does not read again what he wrote', () => {
    const lines = told(TOLD, 30);
    expect(lines[0]).toMatch(/^guess\[quota-exceeded\]/);
    expect(lines.join('\n')).toContain('Fix, if it is this: ');
    expect(lines.join('\n')).not.toContain('Every image');
  });

  it('gets what may be meant, where no page is likely; beside a number that he names, as far as there is room', () => {
    expect(told(TOLD, 10)[0]).toBe('It may be one of these, most likely first');
    const named = told('Our Space is up, but each POST is answered with "405 Method Not Allowed".\n', 10);
    expect(named[0]).toMatch(/^failure\[/);
    expect(named.join('\n')).toMatch(/405: that address needs another method[\s\S]*It may also be one of these:[\s\S]*\(quota-exceeded\)/);
    expect(named.length).toBeLessThanOrEqual(MOST_LINES + READ_LINES);
  });
});

describe('what was read', () => {
  const read = (cutLines: number) => {
    const result = explain(library, NO_SEARCH, diagnose('all is well\n'));
    return plainWords(documentOf({ ...result, diagnosis: { ...result.diagnosis, lines: 1204, bytes: 2048, cutLines } }));
  };

  it('is told, with the lines that were too long', () => {
    expect(read(0)).toMatch(/Read 1,204 lines, 2\.0 kB\.$/);
    expect(read(1)).toMatch(/Read 1,204 lines, 2\.0 kB\. 1 overlong line was cut at 8192 characters, head and tail kept\.$/);
    expect(read(2)).toContain('2 overlong lines were cut at 8192 characters');
  });
});

describe('the card of a failure with a page that comes near', () => {
  const quota = library.error('quota-exceeded');
  const card = (score: number) =>
    paint(
      documentOf(
        explain(library, () => ({ ...NO_SEARCH(), nearTo: () => [{ entry: quota, score }] }), diagnose('FrobError: upside down\n')),
      ),
      {
        width: 80,
        color: false,
      },
    ).lines;

  it('tells what that page says to do, where it is likely the right one', () => {
    const lines = card(100);
    expect(lines.join('\n')).toMatch(/The nearest page, a guess: [\s\S]*Fix, if it is this: /);
    expect(lines.join('\n')).not.toContain('Look first');
    expect(lines.length).toBeLessThanOrEqual(MOST_LINES + READ_LINES);
  });

  it('names it beside what is looked at first, where it is not', () => {
    const text = card(20).join('\n');
    expect(text).toContain('Look first');
    expect(text).toContain('A similar page, a guess: ');
    expect(text).not.toContain('Fix, if it is this');
  });
});

describe('a text in which nothing is recognised', () => {
  const said = (guess: Guess | null) =>
    paint(documentOf({ ...explain(library, NO_SEARCH, diagnose('all is well\n')), guess }), { width: 80, color: false }).lines;
  const guessIn = (among: Entry[], isLikely = true) =>
    guessAmong(
      library,
      among.map((entry) => ({ entry, nearness: 60, isLikely })),
      diagnose('').environment,
      '',
    );
  const pages = (...ids: string[]) => ids.map((id) => library.get(id) as Entry);

  it('gets the nearest page, marked as a guess: how one sees that it is this, its first fix that fits, and what else comes near', () => {
    const lines = said(guessIn(pages('space-not-running', 'quota-exceeded', 'sleep-time')));
    const [, sleep] = pages('space-not-running', 'sleep-time');
    expect(lines.slice(0, 3)).toEqual([
      'guess[space-not-running] The Space you call is not running',
      '  A guess: no page describes an error in this text; this page comes closest.',
      '  There is no running app at the other end. The client only knows the state of',
    ]);
    expect(lines.some((line) => line.startsWith('  Fix, if it is this: '))).toBe(true);
    expect(lines.join('\n')).toContain('<USER/SPACE>');
    expect(lines).toContain(`  Also near: ${sleep?.title} (sleep-time)`);
    expect(lines.join('\n')).not.toContain('Nothing recognised');
  });

  describe('and in which somebody asks', () => {
    const ASKED = 'How do I see why my page shows nothing at all since this morning?\n';
    const found = (...ids: string[]) => pages(...ids).map((entry, index) => ({ entry, score: 19 - index }));
    const textWith = (...ids: string[]) =>
      plainWords(documentOf(explain(library, () => ({ ...NO_SEARCH(), told: () => found(...ids) }), diagnose(ASKED))));

    it('gets the pages that come near, and what each says to do first, where none is likely', () => {
      const [sleep] = pages('sleep-time');
      const { title, message } = library.error('client-timeout');
      const text = textWith('client-timeout', 'sleep-time');
      expect(text).toMatch(/^It may be one of these, most likely first\n/);
      expect(text).toContain(`${title} (client-timeout)\n\nYou would see: ${message?.slice(0, 40)}`);
      expect(text).toMatch(/\nFix: \S/);
      expect(text).toContain(`${sleep?.title} (sleep-time)\n\n${sleep?.summary.slice(0, 40)}`);
      expect(text).not.toContain('guess[');
    });

    it('gets whole sentences of a guide, and no fix of it', () => {
      const [disk] = pages('disk-and-cache');
      const text = textWith('disk-and-cache');
      expect(text).toContain(disk?.summary.split('. ')[0]);
      expect(text).not.toMatch(/…|Fix: /);
    });

    it('is not told that it says nothing', () => {
      expect(textWith()).toContain('No page describes an error in this text.');
      expect(textWith()).not.toMatch(/does not say|may be one of these/);
    });
  });

  it('shows a long message, and a long summary, by their beginning', () => {
    const [quota] = pages('quota-exceeded') as [Entry];
    const words = (count: number, word: string) => Array(count).fill(word).join(' ');
    const text = said(guessIn([{ ...quota, message: words(20, 'messages'), summary: words(60, 'word') } as Entry]))
      .join(' ')
      .replaceAll(/\s{2,9}/g, ' ');
    expect(text).toMatch(/You would see: (?:messages ){9,11}messages… (?:word ){30,45}word…/);
    const short = said(guessIn([{ ...quota, message: 'it fails', summary: 'In short.' } as Entry])).join(' ');
    expect(short).toMatch(/You would see: it fails\s+In short\./);
    const run = said(guessIn([{ ...quota, message: 'x'.repeat(200), summary: 'In short.' } as Entry]))
      .join('')
      .replaceAll(/\s/g, '');
    expect(run).toContain(`${'x'.repeat(109)}…`);
    expect(run).not.toContain('x'.repeat(110));
  });

  it('is marked as no more than a guess', () => {
    const [head] = documentOf({
      ...explain(library, NO_SEARCH, diagnose('all is well\n')),
      guess: guessIn(pages('quota-exceeded')),
    });
    expect(head).toMatchObject({ type: 'heading', tone: 'symptom' });
  });

  it('is one card of twenty lines, whatever page comes nearest', () => {
    const tall = library.entries.filter((entry) => {
      const lines = said(guessIn([entry, ...pages('client-hf-token', 'gpu-call-outside-request')]));
      return lines.length > MOST_LINES + READ_LINES;
    });
    expect(tall.map(({ id }) => id)).toEqual([]);
  });

  it('names a message only where the summary does not quote it', () => {
    const twice = library.entries.filter((entry) => {
      const text = said(guessIn([entry]))
        .join(' ')
        .replaceAll(/\s{2,9}/g, ' ');
      const message = entry.kind === 'error' && entry.message;
      return message && text.includes(`You would see: ${message}`) && entry.summary.includes(message);
    });
    expect(twice.map(({ id }) => id)).toEqual([]);
  });

  it('is told where else the cause may stand, when no page is near', () => {
    expect(said(null).join(' ')).toMatch(
      /^Nothing recognised If something is wrong, this log does not say so: the cause may be in the\s+other log/,
    );
  });
});

describe('a log of an own machine in which nothing is wrong', () => {
  it('is not sent to the logs of a Space', () => {
    const text = 'C:\\work> python app.py\nall is well\n';
    const blocks = documentOf(explain(library, NO_SEARCH, diagnose(text)));
    const shown = JSON.stringify(blocks);
    expect(shown).toContain('Nothing recognised');
    expect(shown).not.toContain('hf spaces logs');
  });
});

describe('a text that only speaks of an error', () => {
  it('names its page for who has it, and finds nothing', () => {
    const fence = '`'.repeat(3);
    const text = `## Troubleshooting\n\n**Memory**\n\n${fence}\nRuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB\n${fence}\n\nMake sure that the batch is small.\n`;
    const result = explain(library, NO_SEARCH, diagnose(text));
    expect(result).toMatchObject({ diagnoses: [], failures: [], nearest: [{ id: 'cuda-out-of-memory' }] });
    const shown = JSON.stringify(documentOf(result));
    expect(shown).toContain('This text speaks of errors, but shows none that happened:');
    expect(shown).toContain('cuda-out-of-memory');
  });
});

describe('the whole pages of a story', () => {
  const pagesOf = (story: string) => {
    const text = readFileSync(join(import.meta.dirname, '../../logs', `${story}.log`), 'utf8');
    return documentOf({ ...explain(library, NO_SEARCH, diagnose(text)), isFull: true });
  };

  it.each(STORIES)('say something in each of their blocks, and below each heading: %s', (story) => {
    const blocks = pagesOf(story);
    expect(everyBlock(blocks).filter((block) => plainWords([block]) === '')).toEqual([]);
    const isOverNothing = (block: Block, next: Block | undefined) =>
      block.type === 'heading' && (!next || (next.type === 'heading' && next.depth <= block.depth));
    expect(blocks.filter((block, index) => isOverNothing(block, blocks[index + 1]))).toEqual([]);
  });
});

describe('failures that no page describes', () => {
  it('are named behind a cause that is known', () => {
    const lines = report(OOM, ...Array(3).fill('all is well'), ...strange('xy'));
    const from = lines.indexOf('Also failed, not in the catalogue:');
    expect(lines[0]).toMatch(/^error\[cuda-out-of-memory\]/);
    expect(lines.slice(from, from + 3)).toEqual([
      'Also failed, not in the catalogue:',
      '• StrangexError: number x (other, line 25)',
      '• StrangeyError: number y (other, line 31)',
    ]);
    expect(lines.join('\n')).not.toContain('No page describes this one');
  });

  it('come first where nothing else is known: a card of the first, three more by name, the rest by number', () => {
    const lines = report(...strange('uvwxyz'));
    expect(lines.slice(0, 3)).toEqual([
      'failure[other] Something failed that no page describes yet',
      'line 1',
      '│ StrangeuError: number u',
    ]);
    expect(lines.slice(lines.indexOf('Also failed:'), -1)).toEqual([
      'Also failed:',
      '• StrangevError: number v (other, line 7)',
      '• StrangewError: number w (other, line 13)',
      '• StrangexError: number x (other, line 19)',
      '• 2 further lines of other failures.',
    ]);
  });

  it('are no list where there is one', () => {
    expect(report(...strange('x')).filter((line) => /Also failed/.test(line))).toEqual([]);
    expect(report(OOM).filter((line) => /Also failed/.test(line))).toEqual([]);
  });
});
