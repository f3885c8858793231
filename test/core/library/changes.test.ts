import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { byOwner, byRelease } from '../../../src/core/library/changes.ts';
import { knowledge } from '../../library.ts';

const TABLE = `1.0.0 3.1.0
2.0.0 + Trainer() processing_class seed
2.0.0 - Cache seen_tokens
3.0.0 - Trainer() tokenizer
`;

describe('a table of members by owner', () => {
  it('writes each owner and each release once', () => {
    expect(byOwner(TABLE)).toBe('1.0.0 3.1.0\n2.0.0 3.0.0\nCache-0 seen_tokens\nTrainer()+0 processing_class seed-1 tokenizer');
  });

  it.each(Object.keys(knowledge.members))('gives that of %s again', (library) => {
    const table = readFileSync(join(import.meta.dirname, `../../../content/members/${library}.txt`), 'utf8');
    expect(knowledge.members[library]).toBe(byOwner(table));
    expect(byRelease(byOwner(table))).toBe(table);
  });
});
