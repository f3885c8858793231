/** `npx tsx src/build/walkthrough.ts`: does the newcomer's tasks in the built program and writes them down with their screens. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '../../test/e2e/built.ts';
import { doTask, keyCount, TASKS, type Task } from '../../test/e2e/tasks.ts';

const COLUMNS = 80;
const ROWS = 24;

async function write(task: Task, number: number): Promise<string> {
  const screens = await doTask(task, COLUMNS, ROWS);
  const count = keyCount(task);
  const keys = count === 0 ? 'No key besides typing.' : `${count} ${count === 1 ? 'key' : 'keys'} besides typing.`;
  const shots = [`\`${task.start}\``, ...task.steps.map(({ does }) => does)].map(
    (does, index) => `${does}:\n\n\`\`\`text\n${screens[index]?.trimEnd()}\n\`\`\``,
  );
  return `## ${number}. ${task.name}\n\n${keys}\n\n${shots.join('\n\n')}`;
}

await ensureBuilt();
// Nothing else keeps Node running while a terminal is waited for.
const alive = setInterval(() => undefined, 1000);
const parts: string[] = [];
for (const [index, task] of TASKS.entries()) parts.push(await write(task, index + 1));
clearInterval(alive);
const intro = `# Tasks of a newcomer\n\nDone by \`src/build/walkthrough.ts\` in the built program, in a terminal of ${COLUMNS}×${ROWS}; \`test/e2e/walkthrough.test.ts\` does them again in every test run.`;
writeFileSync(join(import.meta.dirname, '../../.github/WALKTHROUGH.md'), `${[intro, ...parts].join('\n\n')}\n`);
