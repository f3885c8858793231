/** An app without a GPU function: ZeroGPU refuses to start it. Told only where everything that is imported was seen. */
import type { Check } from '../../check.ts';
import { appCalls } from '../../libraries/gradio.ts';
import { unexplainedImport } from '../../libraries/packages.ts';
import { placeOf } from '../../program/module.ts';

export const check: Check = {
  level: 'fails',
  about: 'no function is decorated with spaces.GPU',
  see: ['no-gpu-function', 'decorate-bound-function', 'zerogpu-or-dedicated'],
  find: ({ program, unseen, requirements }) => {
    const { gpu, mains, missing, modules } = program;
    const isWhole = missing.length === 0 && unseen.length === 0 && modules.every(({ refusal }) => refusal === null);
    // A word that may be the decorator, in a form that was not understood, is enough to say nothing.
    const isMentioned = modules.some(({ lines }) =>
      lines.some((line) => /\bGPU\b\s{0,9}[(,)=]|\.GPU\b|import\s.{0,80}\bGPU\b/.test(line) && !/^\s{0,80}#/.test(line)),
    );
    const [launch] = appCalls(program, 'launch');
    if (gpu.length > 0 || !isWhole || isMentioned || !launch || mains.length !== 1) return [];
    const files = new Set(modules.flatMap(({ path }) => path.replace(/\.py$/, '').split('/')));
    if (unexplainedImport(modules, requirements, (name) => files.has(name)) !== null) return [];
    const { call, body } = launch;
    return [
      {
        place: placeOf(body.module, call),
        message:
          'No function is decorated with @spaces.GPU: ZeroGPU stops the Space with "No @spaces.GPU function detected during startup".',
        because: [
          `${modules.length} file${modules.length === 1 ? ' was' : 's were'} read: ${modules
            .map(({ path }) => path)
            .slice(0, SHOWN)
            .join(', ')}`,
        ],
      },
    ];
  },
};

const SHOWN = 6;
