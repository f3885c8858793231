import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CASES, FORMS } from './cases.ts';
import { golden, print } from './print.ts';

describe.each(CASES)('$name', ({ name, args, stdin, forms = FORMS }) => {
  it.each(forms)('as $name', async (form) => {
    const path = join(import.meta.dirname, 'files', name, form.name);
    expect(await print([...args, ...form.args], stdin)).toBe(golden(path));
  });
});
