/** `npm run golden`: writes every golden file anew. Read what changed before you commit it: git diff test/golden */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardOf, STORIES, WIDTHS } from './cards.ts';
import { CASES, FORMS } from './cases.ts';
import { print } from './print.ts';

const files = join(import.meta.dirname, 'files');
rmSync(files, { recursive: true, force: true });
for (const { name, args, stdin, forms = FORMS } of CASES) {
  mkdirSync(join(files, name), { recursive: true });
  for (const form of forms) writeFileSync(join(files, name, form.name), await print([...args, ...form.args], stdin));
}

const cards = join(import.meta.dirname, 'cards');
rmSync(cards, { recursive: true, force: true });
for (const story of STORIES) {
  mkdirSync(join(cards, story), { recursive: true });
  for (const width of WIDTHS) writeFileSync(join(cards, story, `${width}.txt`), await cardOf(story, width));
}
