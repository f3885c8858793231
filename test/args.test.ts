/** Arguments are read alike wherever flags stand, and what is wrong with them is said. */
import { describe, expect, it } from 'vitest';
import { parseArguments, type Request } from '../src/args.ts';
import { GLOBAL_FLAGS } from '../src/commands/command.ts';
import { COMMANDS } from '../src/commands/index.ts';

describe('arguments', () => {
  it.each([
    [['plan', '--duration', '60', '--tier', 'free']],
    [['--duration', '60', 'plan', '--tier', 'free']],
    [['--tier', 'free', '--duration', '60', 'plan']],
    [['plan', '--duration=60', '--tier=free']],
  ])('%j are one request', (argv) => {
    const { command, words, flags } = parseArguments(argv) as Request;
    expect([command?.name, words, flags]).toEqual(['plan', [], { duration: '60', tier: 'free' }]);
  });

  it('takes a negative number for a value', () => {
    expect(parseArguments(['plan', '--left', '-5'])).toMatchObject({ flags: { left: '-5' } });
    expect(parseArguments(['diagnose', '-5'])).toMatchObject({ what: expect.stringContaining('-5') });
  });

  it('takes nothing behind two hyphens for a flag', () => {
    expect(parseArguments(['search', '--', '--json', '-i'])).toMatchObject({ words: ['--json', '-i'], flags: {} });
  });

  it.each([
    [['list', '--duration', '60'], 'There is no flag --duration for list.', 'zerogpu-advisor list --help lists the flags.'],
    [['plan', '--durration', '60'], 'There is no flag --durration for plan.', 'Did you mean --duration?'],
    [['plan', '--tier'], '--tier needs a value.', 'Write --tier anonymous|free|pro|team|enterprise.'],
    [['plan', '--tier', 'rich'], '--tier does not know "rich".', 'Use one of anonymous, free, pro, team, enterprise.'],
    [['list', '--json=1'], '--json takes no value.', 'Write --json alone.'],
    [['list', '--width', '19'], '--width does not take "19".', 'Use a whole number from 20 to 300.'],
    [['list', '--width', '300.5'], '--width does not take "300.5".', 'Use a whole number from 20 to 300.'],
  ])('%j are refused with a sentence', (argv, what, help) => expect(parseArguments(argv)).toEqual({ what, help }));

  it.each(['20', '300'])('takes a width of %s', (width) =>
    expect(parseArguments(['list', '--width', width])).toMatchObject({ flags: { width } }),
  );
});

describe('flags of several commands', () => {
  // The command may stand behind its flags: whether one takes a value is known before the command is.
  it('are of one kind where they have one name', () => {
    const kinds = new Map<string, Set<string>>();
    for (const { name, value, short } of [...GLOBAL_FLAGS, ...COMMANDS.flatMap((command) => command.flags)]) {
      const kind = `${value === undefined ? 'a switch' : 'with a value'}, -${short}`;
      kinds.set(name, (kinds.get(name) ?? new Set()).add(kind));
    }
    expect([...kinds].filter(([, each]) => each.size > 1)).toEqual([]);
  });
});
