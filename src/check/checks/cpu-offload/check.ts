/** CPU offload: it moves layers to and fro in every call, to save memory that a ZeroGPU card has. */
import type { Check } from '../../check.ts';
import { placeOf } from '../../program/module.ts';
import { callsIn } from '../../program/reach.ts';
import { calledName } from '../../python/tree.ts';

export const check: Check = {
  level: 'consider',
  about: 'a pipeline is offloaded to the CPU',
  see: ['module-scope-loading', 'memory-optimisation', 'size-large-vs-xlarge'],
  find: ({ program: { evaluator, allCode }, figures: { booking: figures } }) =>
    allCode.flatMap((body) =>
      callsIn(evaluator, body)
        .filter(
          (call) => call.func.nodeType === 'Attribute' && /^enable_(?:model|sequential|group)_(?:cpu_)?offload$/.test(calledName(call)),
        )
        .filter((call) => body.isCertain && !evaluator.live.isSwitched(call, body.module))
        .map((call) => ({
          place: placeOf(body.module, call),
          message: `${calledName(call)} moves weights between CPU and GPU in every call, which is booked and charged.`,
          because: [
            `large has ${figures.largeVram.text}, xlarge ${figures.xlargeVram.text} (${figures.largeVram.cite})`,
            'what is on cuda at start is packed once and streamed into each worker',
          ],
        })),
    ),
};
