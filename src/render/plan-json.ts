/** A plan as the object of the contract; what is more than the contract names is added behind. */
import type { Plan } from '../core/plan/shape.ts';

/** The object that becomes the JSON document. */
export function planObject({ input, booking, verdict, because, advice, memory, headline }: Plan): object {
  const { memory: asked, ...rest } = input;
  return {
    schema: 'zerogpu-advisor/plan@1',
    input: { ...rest, params: asked?.params ?? null, dtype: asked?.dtype ?? null, overhead: asked?.overhead ?? null },
    booked: booking?.booked ?? null,
    verdict,
    because,
    advice,
    memory: memory && {
      weightsGB: memory.weightsGB,
      needGB: memory.needGB,
      size: memory.size,
      tight: memory.isTight,
      others: memory.others,
    },
    headline,
    declared: booking?.declared ?? null,
    factor: booking?.factor ?? null,
    left: booking?.room ?? null,
    charge: booking?.charge ?? null,
    calls: booking?.calls ?? null,
    largest: booking?.largest ?? null,
    tiers: booking?.tiers ?? [],
  };
}
