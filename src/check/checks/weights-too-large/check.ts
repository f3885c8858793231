/** The weights that are put on the GPU at start, summed from the sizes in their ids, against the memory of the card. */
import { compareVersions } from '../../../core/library/version-range.ts';
import { say } from '../../../core/plan/figures.ts';
import type { Check, Found } from '../../check.ts';
import { withKeyword } from '../../edit.ts';
import { movedIn } from '../../libraries/moved-models.ts';
import { type Load, loadsIn, quantisedIn } from '../../libraries/weights.ts';
import { declaredBy } from '../../program/duration.ts';
import type { GpuFunction } from '../../program/gpu-functions.ts';
import { placeOf } from '../../program/module.ts';
import { requirementsOf, type Space } from '../../space/space.ts';

export const check: Check = {
  level: 'fails',
  stops: 'call',
  about: 'the weights do not fit on the card',
  see: ['size-large-vs-xlarge', 'vram-sizing', 'large-or-xlarge'],
  find: (space) => {
    const { evaluator, startCode, gpuCode, mains } = space.program;
    const room = roomOf(space);
    const quantised = new Set(startCode.flatMap((body) => quantisedIn(evaluator, body)));
    const [atStart, inCalls] = [movedIn(space.program, startCode), movedIn(space.program, gpuCode)];
    // What a call moves by itself may be one of several that take turns.
    const isApart = (call: Load['call']) => quantised.has(call) || (inCalls.has(call) && !atStart.has(call));
    const loads = startCode.flatMap((body) => loadsIn(evaluator, body, space.figures.booking)).filter(({ call }) => !isApart(call));
    // Where several files look like the app, each is a Space of its own.
    const groups = mains.length > 1 ? mains.map((main) => loads.filter(({ body }) => body.module === main)) : [loads];
    return room ? groups.flatMap((group) => summed(group.filter(firstOfId()), room, space)) : [];
  },
};

function summed(loads: Load[], room: Room, space: Space): Found[] {
  const total = loads.reduce((sum, { gigabytes }) => sum + gigabytes, 0);
  const [largest] = [...loads].sort((one, other) => other.gigabytes - one.gigabytes);
  return largest && total > room.gigabytes ? [found(largest, loads, total, room, space)] : [];
}

interface Room {
  size: string;
  text: string;
  gigabytes: number;
  cite: string;
}

/** The card that every GPU function has; null when one of them decides it at run time. */
function roomOf({ program, figures: { booking: figures } }: Space): Room | null {
  const sizes = program.gpu.map((gpu) => declaredBy(program.evaluator, gpu, figures).size);
  if (sizes.length === 0 || sizes.includes(null)) return null;
  const size = sizes.every((each) => each === 'xlarge') ? 'xlarge' : 'large';
  const { text, value, cite } = size === 'xlarge' ? figures.xlargeVram : figures.largeVram;
  return { size, text, gigabytes: value, cite };
}

/** Releases that asked for xlarge by themselves above the threshold; later ones leave the size out of the request. */
const ENLARGING = ['0.49.3', '0.50.4'] as const;

/** Whether a pin gets a release that asks for the whole card where no size is declared. */
function isEnlarged(space: Space, gigabytes: number): boolean {
  const [oldest, newest] = ENLARGING;
  const isPinned = requirementsOf(space, 'spaces').some(({ specifier }) => {
    const [, version] = /^={2,3}([\d.]{1,20})$/.exec(specifier) ?? [];
    return version !== undefined && compareVersions(version, oldest) >= 0 && compareVersions(version, newest) <= 0;
  });
  return isPinned && isUnsized(space) && gigabytes <= space.figures.booking.xlargeVram.value;
}

function isUnsized({ program }: Space): boolean {
  return program.gpu.every(({ options }) => options.size === null);
}

function firstOfId(): (load: Load) => boolean {
  const seen = new Set<string>();
  return ({ id }) => !seen.has(id) && Boolean(seen.add(id));
}

function found({ call, body, id }: Load, loads: Load[], total: number, room: Room, space: Space): Found {
  const { figures, program } = space;
  const { xlargeVram, xlargeCost } = figures.booking;
  const sum = loads.map(({ id: each, params, dtype, gigabytes }) => `${each}: ${say(params / 1e9)}B in ${dtype} = ${say(gigabytes)} GB`);
  const isCharged = isEnlarged(space, total);
  const fits = total <= xlargeVram.value;
  return {
    place: placeOf(body.module, call),
    message: `About ${say(total)} GB of weights are loaded at start${loads.length > 1 ? `, most of them by ${id}` : ` by ${id}`}: ${room.size} has ${room.text}.`,
    because: [
      ...sum.slice(0, SHOWN),
      `${room.size} has ${room.text} (${room.cite}); activations come on top`,
      ...(loads.some((each) => each.isAssumed) ? ['inferred: bf16, where no dtype is given'] : []),
      ...(isUnsized(space) && fits
        ? [
            isCharged
              ? `the pinned spaces requests xlarge by itself, which costs ${xlargeCost.text} (${xlargeCost.cite})`
              : `no size is declared: the newest spaces then requests none and may get half a card (${figures.cite('xlarge-threshold')})`,
          ]
        : []),
    ],
    ...(isCharged ? { level: 'costs' as const } : {}),
    fix: fits && isUnsized(space) ? wholeCard(program.gpu) : null,
  };
}

function wholeCard(gpu: readonly GpuFunction[]): Found['fix'] {
  const edits = gpu.flatMap(({ module, node }) => withKeyword(module, node, 'size="xlarge"') ?? []);
  return edits.length === gpu.length ? { title: 'Request the whole card: each second costs twice the quota', edits } : null;
}

const SHOWN = 6;
