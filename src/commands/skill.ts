/** `skill`: a SKILL.md for coding agents, made from the registry and the rules, so that it cannot go stale. */
import type { RuleEntry } from '../core/library/entry.ts';
import { type Command, EXIT_CODES } from './command.ts';

export const skill: Command = {
  name: 'skill',
  usage: '',
  about: 'a SKILL.md for coding agents, made from the registry and the rules',
  examples: [
    { line: 'zerogpu-advisor skill > SKILL.md', about: 'a file for the folder that an agent reads skills from' },
    { line: 'zerogpu-advisor skill >> AGENTS.md', about: 'for one that reads a single file' },
  ],
  flags: [],
  run({ words, library, commands }) {
    if (words.length > 0) return { type: 'problem', what: 'skill takes no words.', help: 'Write zerogpu-advisor skill > SKILL.md' };
    const must = library.list('rule').filter((entry): entry is RuleEntry => entry.kind === 'rule' && entry.level === 'must');
    return { type: 'text', text: skillText(commands, must) };
  },
};

/** By this an agent decides whether to read the rest. */
const DESCRIPTION =
  'Use when writing, reviewing or debugging a Hugging Face ZeroGPU Space (@spaces.GPU, gradio, quota, CUDA errors): diagnoses logs, checks sources and plans GPU calls, offline and the same each time.';

function skillText(commands: readonly Command[], must: readonly RuleEntry[]): string {
  return [
    '---',
    'name: zerogpu-advisor',
    `description: "${DESCRIPTION}"`,
    '---',
    '# zerogpu-advisor',
    '',
    'Run it with `npx zerogpu-advisor` if it is not installed. It sends nothing and changes no file. Ask it before you answer from memory: figures and limits change, and it names source and date.',
    '',
    '## When',
    '',
    '- You have a log or an error message: `diagnose`, before you guess. Inside the Space’s folder it shows the change to its own lines.',
    '- You wrote or changed a Space: `check`, before each push.',
    '- You choose a duration, a size or a model: `plan`.',
    '- You need a rule or the page of an error: `search`, then `show ID`.',
    '',
    'Add `--json` to read the answer in a program. Never send tokens or whole logs elsewhere.',
    '',
    '## Commands',
    '',
    ...commands.flatMap(commandLines),
    '',
    `Exit codes: ${EXIT_CODES}.`,
    '',
    '## Must',
    '',
    'Each has a page with reason and code: `zerogpu-advisor show ID`.',
    '',
    ...must.map(({ id, title }) => `- ${id}: ${title}`),
    '',
  ].join('\n');
}

function commandLines({ name, usage, about, examples, flags, exit }: Command): string[] {
  const [first] = examples;
  const named = flags.map(({ name: flag, value, choices }) => `\`--${flag}${value ? ` ${choices?.join('|') ?? value}` : ''}\``);
  return [
    `- \`${`${name} ${usage}`.trim()}\`: ${about}.${first ? ` Example: \`${first.line}\`` : ''}`,
    ...(named.length > 0 ? [`  Flags: ${named.join(' ')}`] : []),
    ...(exit ? [`  Exit code: ${exit}.`] : []),
  ];
}
