import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../src/args.ts';
import { plan as command, flagProblem, planOf } from '../../src/commands/plan.ts';
import { planCommand, planQuestions, questionsFor } from '../../src/commands/plan-questions.ts';
import type { Result } from '../../src/core/result.ts';
import { SearchIndex } from '../../src/core/search/search.ts';
import { library } from '../library.ts';

/** What the command answers to a command line, arguments read as the program reads them. */
async function answer(line: string): Promise<Result> {
  const request = parseArguments(['plan', ...line.split(' ').filter(Boolean)]);
  if ('what' in request) return { type: 'problem', ...request };
  const readLog = () => Promise.reject(new Error('plan reads no log'));
  return command.run({
    words: request.words,
    flags: request.flags,
    library,
    commands: [],
    index: () => new SearchIndex(library),
    spaceHere: () => null,
    folder: () => ({ what: '', help: '' }),
    readLog,
  });
}

describe('the plan command', () => {
  it('plans from flags, in any order and with "="', async () => {
    const result = await answer('--left=200 --tier free --size xlarge --duration 120');
    expect(result).toMatchObject({ type: 'plan', plan: { verdict: 'quota-exceeded', booking: { booked: 240, largest: 100 } } });
  });

  it('takes a negative balance as a value', async () => {
    expect(await answer('--duration 60 --left -5')).toMatchObject({ type: 'plan', plan: { verdict: 'quota-exceeded' } });
  });

  it.each([
    ['', 'Without flags'],
    ['120', 'takes flags'],
    ['--duration', '--duration needs a value'],
    ['--duration abc', '120, 90.5, 90s, 2m or 2m30s'],
    ['--duration 0', 'above 0 and below a day'],
    ['--duration -5', 'above 0 and below a day'],
    ['--duration 86400', 'above 0 and below a day'],
    ['--left soon', 'a balance may be negative'],
    ['--takes 0', 'above 0'],
    ['--requested 60x', 'above 0'],
    ['--size medium', 'large, xlarge'],
    ['--tier gold', 'anonymous, free, pro, team, enterprise'],
    ['--spaces latest', 'like 0.50.2'],
    ['--params 13', '13b, 1.5b'],
    ['--params 8x7b', 'For a mixture of experts write the total'],
    ['--params 7b --dtype q4', 'fp32, bf16, fp16, fp8, int8, nf4'],
    ['--params 7b --overhead 501', 'from 0 to 500'],
    ['--dtype nf4', '--dtype needs --params'],
    ['--overhead 30', '--overhead needs --params'],
    ['--durations 60', 'Did you mean --duration?'],
  ])('refuses "%s" and says what is accepted', async (line, said) => {
    const result = await answer(line);
    expect(result.type).toBe('problem');
    if (result.type === 'problem') expect(`${result.what} ${result.help}`).toContain(said);
  });

  it('shows no control character of a bad value', () => {
    const trouble = flagProblem('duration', '1\u001b[2J\u202e');
    expect(trouble?.what).not.toMatch(/[\u001b\u202e]/);
  });
});

describe('the questions of the screen', () => {
  it('are flags of the command, and every choice is accepted', () => {
    for (const { flag, choices } of planQuestions(library)) {
      const known = command.flags.find(({ name }) => name === flag);
      expect(known).toBeDefined();
      for (const { value } of choices) expect(flagProblem(flag, value ?? undefined)).toBeNull();
    }
  });

  it('ask for the precision only when there are parameters', () => {
    expect(questionsFor(library, {}).some(({ flag }) => flag === 'dtype')).toBe(false);
    expect(questionsFor(library, { params: '7b' }).some(({ flag }) => flag === 'dtype')).toBe(true);
  });

  it('lead to the same plan as the command that they name', async () => {
    const answers = { duration: '120', tier: 'free', left: '-3', params: '12b+5b', dtype: undefined };
    const line = planCommand(answers);
    expect(line).toBe('zerogpu-advisor plan --duration 120 --tier free --left -3 --params 12b+5b');
    expect(await answer(line.replace('zerogpu-advisor plan ', ''))).toEqual(planOf(answers, library));
  });

  it('quotes what a shell would take apart', () => {
    expect(planCommand({ params: '12b, 5b' })).toBe('zerogpu-advisor plan --params "12b, 5b"');
  });
});
