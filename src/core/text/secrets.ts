/**
 * Masks secrets before anything of a log is kept. Four rules find them: what a name announces, what a header carries, what is known by
 * its beginning, and credentials in addresses. Matching happens before, line numbers stay. The whole secret goes, not a part of it:
 * reports are made to be shown to others.
 */
import { own, type SafeText } from './neutralise.ts';
import { addressSecrets } from './secrets/addresses.ts';
import { headerSecrets } from './secrets/headers.ts';
import { namedSecrets, type Span } from './secrets/names.ts';
import { knownSecrets } from './secrets/prefixes.ts';
import { placeOf, readingOf } from './secrets/reading.ts';

/** Stands where a secret stood. */
export const MASK = own('****');

/** The text with every secret replaced by `****`; what announces it stays readable. */
export function mask(text: SafeText): SafeText {
  return maskAround(text, []).text;
}

/** Like {@link mask}; offsets into the text are moved to where the same place is afterwards. */
export function maskAround(text: SafeText, offsets: number[]): { text: SafeText; offsets: number[] } {
  const spans = secretsIn(text);
  if (spans.length === 0) return { text, offsets };
  let out = '';
  let from = 0;
  for (const { start, end } of spans) {
    out += text.slice(from, start) + MASK;
    from = end;
  }
  const moved = offsets.map((offset) => offset + spans.reduce((sum, span) => sum + shift(offset, span), 0));
  return { text: (out + text.slice(from)) as SafeText, offsets: moved };
}

/** How far an offset moves because this span became the mask. */
function shift(offset: number, { start, end }: Span): number {
  if (offset <= start) return 0;
  if (offset >= end) return MASK.length - (end - start);
  return Math.min(0, start + MASK.length - offset);
}

/** Whether a value that stood under this key is a secret: what is taken out of JSON has lost the name that announced it. */
export function isSecretUnder(key: string, value: string): boolean {
  return namedSecrets(readingOf(JSON.stringify({ [key]: value }))).length > 0;
}

function secretsIn(text: string): Span[] {
  const reading = readingOf(text);
  const spans = [...namedSecrets(reading), ...headerSecrets(reading), ...knownSecrets(reading), ...addressSecrets(reading)];
  return merged(spans.map(({ start, end }) => ({ start: placeOf(reading, start), end: placeOf(reading, end) })));
}

function merged(spans: Span[]): Span[] {
  const sorted = spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const out: Span[] = [];
  for (const span of sorted) {
    const last = out.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else out.push({ ...span });
  }
  return out;
}
