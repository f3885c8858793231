/** Which Pythons a fix is for that pins torch: a release has wheels for some of them. */
import { type Condition, parseCondition } from '../../core/library/condition.ts';
import type { Fix } from '../../core/library/entry.ts';
import { snippetsOf } from '../../core/markup/read.ts';

const PINNED = /\btorch==(\d{1,2}(?:\.\d{1,3}){2})\b/g;

/** @param pythons by release of torch the oldest and the newest Python, "3.9 3.13". */
export function limitsOf({ blocks }: Pick<Fix, 'blocks'>, pythons: Readonly<Record<string, string>> = {}): Condition[] {
  const code = snippetsOf(blocks).map((snippet) => snippet.code);
  const pinned = code.flatMap((text) => [...text.matchAll(PINNED)].map(([, release]) => release as string));
  return [...new Set(pinned)].flatMap((release) => {
    const [oldest, newest] = pythons[release]?.split(' ') ?? [];
    const limits = oldest && newest ? [`python >= ${oldest}`, `python < ${after(newest)}`] : [];
    return limits.flatMap((text) => parseCondition(text) ?? []);
  });
}

/** 3.13 → 3.14. */
function after(minor: string): string {
  const [major, number] = minor.split('.');
  return `${major}.${Number(number) + 1}`;
}
