import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Beside } from '../../../../src/core/beside.ts';
import type { Finding } from '../../../../src/core/diagnose/diagnosis.ts';
import { beyondCard } from '../../../../src/core/document/card/beyond-card.ts';
import { cardBlocks } from '../../../../src/core/document/card/card.ts';
import { type Head, headsOf } from '../../../../src/core/document/diagnosis.ts';
import { explain } from '../../../../src/core/explain/explain.ts';
import { NO_SEARCH } from '../../../../src/core/explain/nearest.ts';
import type { Fix } from '../../../../src/core/library/entry.ts';
import { type Block, paragraph, type Snippet, snippet } from '../../../../src/core/markup/blocks.ts';
import { everyBlock } from '../../../../src/core/markup/read.ts';
import type { DiagnosisResult } from '../../../../src/core/result.ts';
import { own } from '../../../../src/core/text/neutralise.ts';
import { paint } from '../../../../src/render/paint.ts';
import { diagnose, library } from '../../../library.ts';

const LOGS = join(import.meta.dirname, '../../../logs');
const results = new Map(readdirSync(LOGS).flatMap((name) => (name.endsWith('.log') ? [[name, resultOf(name)] as const] : [])));

/** What the contract promises of a card in a window of 80 columns. */
const MOST_LINES = 20;
const FIX_BY = 10;

const LONG = own(`    result = pipe(${'prompt, '.repeat(40)})`);
/** As large as it comes: lines longer than a window around the frame, and a change of a line between two others. */
const BESIDE: Beside = {
  source: { file: own('app.py'), line: 103, from: 100, lines: Array.from({ length: 7 }, () => LONG) },
  change: {
    title: 'Book at most 64 s, if the work fits: then a visitor without an account can call it',
    file: own('app.py'),
    line: 103,
    diff: own(['--- a/app.py', '+++ b/app.py', '@@ -102,3 +102,3 @@', ` ${LONG}`, `-${LONG}`, `+${LONG}`, ` ${LONG}`].join('\n')),
  },
};

function resultOf(log: string): DiagnosisResult {
  return explain(library, NO_SEARCH, diagnose(readFileSync(join(LOGS, log))));
}

/** The first card of a log as lines, beside a source or without. */
function card(log: string, beside?: Beside): string[] | null {
  const [head] = headsOf(results.get(log) as DiagnosisResult);
  if (!head) return null;
  const explained = beside ? { ...head.explained, beside } : head.explained;
  return paint(cardBlocks(explained, head.consequences), { width: 80, color: false }).lines;
}

function othersIn(text: string): number {
  return Number(/(\d+) other fix/.exec(text)?.[1] ?? 0);
}

function lineOfFix(lines: string[]): number {
  return lines.findIndex((line) => line.startsWith('  Fix: ')) + 1;
}

const shown = [...results.keys()].filter((log) => card(log) !== null);

describe('the card of a log', () => {
  it('is measured for many of them', () => expect(shown.length).toBeGreaterThan(200));

  it.each(shown)('%s: stands in one window, and the fix begins by line 10', (log) => {
    for (const [name, lines] of [
      ['alone', card(log) as string[]],
      ['beside', card(log, BESIDE) as string[]],
    ] as const) {
      expect(lines.length, `${name}\n${lines.join('\n')}`).toBeLessThanOrEqual(MOST_LINES);
      expect(lineOfFix(lines)).toBeLessThanOrEqual(FIX_BY);
    }
  });
});

describe('why it happens', () => {
  it('stands behind the fix, where there is room', () => {
    const lines = card('quota.log') as string[];
    const why = lines.findIndex((line) => line.startsWith('  Why: A call books its whole declared duration before it runs'));
    expect(why).toBeGreaterThan(lineOfFix(lines));
  });

  it('says nothing about Spaces to somebody at a laptop', () => {
    const text = 'C:\\Users\\ann\\venv\\Lib\\site-packages\\torch\nRuntimeError: No CUDA GPUs are available';
    const [head] = headsOf(explain(library, NO_SEARCH, diagnose(Buffer.from(text))));
    const lines = paint(cardBlocks((head as Head).explained, []), { width: 80, color: false }).lines.join('\n');
    expect(lines).toContain('error[no-cuda-gpus]');
    expect(lines).not.toMatch(/Why:[\s\S]*ZeroGPU/);
  });
});

describe('the card beside the source', () => {
  const withBeside = (beside: Beside) => (card('quota.log', beside) as string[]).join('\n');

  it('shows the line of the frame with a mark, cut to the window, and the change in place of the page’s snippet', () => {
    const text = withBeside(BESIDE);
    expect(text).toMatch(/^ {4}> 103 │ {5}result = pipe\(.*…$/m);
    expect(text).toContain('Fix: Book at most 64 s, if the work fits');
    expect(text).toMatch(/^ {6}\+{3} b\/app\.py$/m);
    expect(text).not.toContain('def generate');
    expect(othersIn(text)).toBe(othersIn((card('quota.log') as string[]).join('\n')) + 1);
  });

  it('keeps the fix of the page where no change is known', () => {
    const text = withBeside({ ...BESIDE, change: null });
    expect(text).toContain('> 103 │');
    const alone = card('quota.log') as string[];
    const fix = alone.slice(
      0,
      alone.findIndex((line) => line.startsWith('  Why: ')),
    );
    expect(lineOfFix(fix)).toBeGreaterThan(0);
    expect(fix.every((line) => text.includes(line))).toBe(true);
  });

  it('says where the rest of a long change is', () => {
    const long = own(['--- a/app.py', '+++ b/app.py', ...Array.from({ length: 20 }, (_, at) => `+line ${at}`)].join('\n'));
    const change = { ...(BESIDE.change as NonNullable<Beside['change']>), diff: long };
    expect(withBeside({ ...BESIDE, change })).toContain('15 more lines with --full');
  });

  it('is what it was without a source', () => {
    expect(card('quota.log', { source: null, change: null })).toEqual(card('quota.log'));
  });
});

describe('the line of the log on a card', () => {
  const [head] = headsOf(results.get(shown[0] as string) as DiagnosisResult) as [Head];
  /** What is shown of a text in which the words between bars matter, with bars around what is marked. */
  const evidenceOf = (text: string) => {
    const [before = '', matter = '', behind = ''] = text.split('|');
    const finding = {
      ...head.explained.finding,
      evidence: own(before + matter + behind),
      matched: [before.length, before.length + matter.length],
    };
    const blocks = everyBlock(cardBlocks({ ...head.explained, finding: finding as Finding }, []));
    const { code, marked } = blocks.find((block) => block.type === 'snippet' && block.as === 'evidence') as Snippet;
    const [from, to] = marked as [number, number];
    return `${code.slice(0, from)}|${code.slice(from, to)}|${code.slice(to)}`;
  };
  const words = (count: number) => 'word '.repeat(count);

  it('is whole, where it fits', () => {
    expect(evidenceOf('it |fails| here')).toBe('it |fails| here');
    expect(evidenceOf(`${words(12)}|it fails|.`)).toBe(`${words(12)}|it fails|.`);
    const longest = `${words(14)}|last|`;
    expect([evidenceOf(longest), evidenceOf(`${longest}!`)]).toEqual([longest, expect.stringContaining('…')]);
  });

  it('is cut behind, where what matters stands at its beginning', () => {
    expect(evidenceOf(`it |fails| ${words(30)}`)).toMatch(/^it \|fails\| (?:word )+.*…$/);
    expect(evidenceOf(`it |${'fails '.repeat(30)}|`)).toMatch(/^it \|(?:fails )+.*…\|$/);
  });

  it('begins a few words before what matters, where that stands far to the right', () => {
    const far = evidenceOf(`${words(30)}|fails| here`);
    expect(far).toMatch(/^…(?:word )+\|fails\| here$/);
    const between = evidenceOf(`${words(30)}|fails| ${words(30)}`);
    expect(between).toMatch(/^…(?:word ){2,5}\|fails\| (?:word )+.*…$/);
    for (const line of [far, between]) expect(line.length).toBeLessThanOrEqual(76);
    // A word that is longer than the line is cut.
    expect(evidenceOf(`${'x'.repeat(100)}|fails| here`)).toMatch(/^…x+\|fails\| h/);
  });
});

describe('a card without a fix, and what follows below it', () => {
  const [head] = headsOf(results.get(shown[0] as string) as DiagnosisResult) as [Head];
  const linesOf = (blocks: ReturnType<typeof cardBlocks>) => paint(blocks, { width: 80, color: false }).lines;

  it('names none where none fits', () => {
    const bare = linesOf(cardBlocks({ ...head.explained, fix: null, otherFixes: [] }, []));
    expect(bare.filter((line) => line.startsWith('  Fix: '))).toEqual([]);
    expect(bare[0]).toContain(head.explained.entry.id);
    // Nor is what the asker said told without it.
    const hinted = linesOf(cardBlocks({ ...head.explained, fix: null, otherFixes: [], hint: ['As you said.'] }, []));
    expect(hinted).not.toContain('  As you said.');
    expect(hinted.join('\n')).not.toMatch(/\n\n\n/);
  });

  it('goes on with what the card left out of the fix, and nothing that it shows', () => {
    const fix = (...blocks: Block[]) => ({ ...head.explained, otherFixes: [], fix: { ...(head.explained.fix as Fix), blocks } });
    const below = (explained: typeof head.explained) => linesOf(beyondCard(explained, cardBlocks(explained, [])));
    const code = snippet('a = 1', 'python');
    expect(below(fix(paragraph('Short.'), code)).slice(0, 1)).toEqual(['What happened']);
    const more = below(fix(paragraph('Short.'), code, paragraph('Left out.')));
    expect(more.slice(0, 4)).toEqual(['More on this fix', 'Left out.', '', 'What happened']);
  });

  it('says why and what else the page has, but the fixes', () => {
    const below = linesOf(beyondCard(head.explained, []));
    const { sections } = head.explained.entry;
    const titles = sections.map(({ heading }) => heading).filter((title) => title !== 'Fix');
    expect(titles.length).toBeGreaterThan(0);
    for (const title of titles) expect(below).toContain(title);
    expect(below).not.toContain('Fix');
  });

  it('calls the fix another one only where the card shows a change of the own lines', () => {
    const headings = (beside?: Beside) => {
      const explained = { ...head.explained, otherFixes: [], ...(beside && { beside }) };
      return linesOf(beyondCard(explained, cardBlocks(explained, []))).filter((line) => /^(?:The other fix|Other fixes)/.test(line));
    };
    expect(headings()).toEqual([]);
    expect(headings(BESIDE)).toEqual(['The other fix']);
  });
});
