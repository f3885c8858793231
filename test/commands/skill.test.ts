import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/commands/index.ts';
import { skill } from '../../src/commands/skill.ts';
import { library } from '../library.ts';

const unused = (): never => {
  throw new Error('skill reads nothing');
};
const run = (words: string[]) =>
  skill.run({ words, flags: {}, library, commands: COMMANDS, index: unused, folder: unused, spaceHere: unused, readLog: unused });

/** What an agent can afford to have loaded, by two rough counts of tokens. */
const MOST_TOKENS = 3000;

describe('skill', () => {
  const result = run([]);
  const text = 'text' in result ? result.text : '';

  it('fits into the budget', () => {
    expect(text.length / 4).toBeLessThanOrEqual(MOST_TOKENS);
    expect(text.split(/\s+/).length * 1.4).toBeLessThanOrEqual(MOST_TOKENS);
  });
  it('has the front matter that agents look for', () => {
    expect(text).toMatch(/^---\nname: zerogpu-advisor\ndescription: "[^"\n]{40,400}"\n---\n/);
  });
  it.each(COMMANDS)('names $name with its flags and its exit code', ({ name, about, flags, exit }) => {
    expect(text).toMatch(new RegExp(`^- \`${name}\\b`, 'm'));
    expect(text).toContain(about);
    for (const flag of flags) expect(text).toContain(`--${flag.name}`);
    if (exit) expect(text).toContain(exit);
  });
  it.each(library.list('rule').filter((entry) => entry.kind === 'rule' && entry.level === 'must'))(
    'holds the rule $id',
    ({ id, title }) => {
      expect(text).toContain(`- ${id}: ${title}`);
    },
  );
  it('takes no words', () => expect(run(['now'])).toMatchObject({ type: 'problem' }));
});
