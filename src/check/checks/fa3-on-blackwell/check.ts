/** FlashAttention 3: its kernels are built for Hopper, and the card behind ZeroGPU is a Blackwell one. */
import type { Check, Found } from '../../check.ts';
import { installCommands } from '../../libraries/commands.ts';
import { type Module, type Place, placeOf } from '../../program/module.ts';
import { type Body, callsIn } from '../../program/reach.ts';
import { isTried } from '../../program/tried.ts';
import { calledName, type Expr, keyword, type Node, type Of, ownNodes } from '../../python/tree.ts';
import type { Space } from '../../space/space.ts';
import type { Evaluator } from '../../values/evaluate.ts';
import { onlyText } from '../../values/value.ts';

export const check: Check = {
  level: 'fails',
  stops: 'call',
  about: 'FlashAttention 3 is used, but the card is not a Hopper',
  see: ['attention-backend', 'no-kernel-image', 'backing-gpu-changes'],
  find: (space) => [...inRequirements(space), ...inCommands(space), ...inCode(space)],
};

const NAME = /flash[-_]?attn[-_]?3|flash[-_]attention[-_]3|flash[-_]3(?!\d)|\bfa3\b/i;
/** Where the name of an attention is an argument, by keyword or by position. */
const TAKES_NAME = new Set([
  'get_kernel',
  'set_attention_backend',
  'set_attn_implementation',
  'attention_backend',
  'aoti_blocks_load',
  'aoti_load',
]);
const KEYWORDS = ['attn_implementation', '_attn_implementation', 'attention_backend', 'attn_backend', 'variant'];

function inRequirements(space: Space): Found[] {
  return space.requirements
    .filter(({ name, url }) => NAME.test(name) || NAME.test(url.slice(url.lastIndexOf('/'))))
    .map(({ file, line }) => found({ file, line, column: 1 }, 'flash-attn-3 is installed', space));
}

function inCommands(space: Space): Found[] {
  return installCommands(space.program)
    .filter(({ words, call }) => NAME.test(words) && !isTried(call))
    .map(({ call, module }) => found(placeOf(module, call), 'flash-attn-3 is installed', space));
}

function inCode(space: Space): Found[] {
  const { evaluator, allCode } = space.program;
  return allCode.flatMap((body) =>
    [...callsIn(evaluator, body), ...importsIn(evaluator, body)].flatMap((node) => {
      const what = node.nodeType === 'Call' ? usedBy(evaluator, node, body) : 'flash_attn_interface';
      return what !== undefined && isReached(evaluator, node, body)
        ? [found(placeOf(body.module, node), `${what} is FlashAttention 3`, space)]
        : [];
    }),
  );
}

/** `flash_attn_interface` is the module of FlashAttention 3; version 2 has `flash_attn`. */
function importsIn(evaluator: Evaluator, { scope, module }: Body): (Of<'Import'> | Of<'ImportFrom'>)[] {
  return ownNodes(scope).filter(
    (node) =>
      ((node.nodeType === 'Import' && node.names.some(({ name }) => name.split('.')[0] === 'flash_attn_interface')) ||
        (node.nodeType === 'ImportFrom' && node.module?.split('.')[0] === 'flash_attn_interface')) &&
      evaluator.live.isLive(node, module),
  ) as (Of<'Import'> | Of<'ImportFrom'>)[];
}

function usedBy(evaluator: Evaluator, call: Of<'Call'>, { module, frame }: Body): string | undefined {
  const named = KEYWORDS.map((name) => keyword(call, name));
  const all = TAKES_NAME.has(calledName(call)) ? [...call.args.slice(0, 2), ...call.keywords.map(({ value }) => value)] : [];
  const given: (Expr | undefined)[] = [...named, ...all];
  return given.flatMap((each) => (each ? (onlyText(evaluator.values(each, { module, frame })) ?? []) : [])).find((text) => NAME.test(text));
}

function isReached({ live }: Evaluator, node: Node, { module, isCertain }: { module: Module; isCertain: boolean }): boolean {
  return isCertain && !isTried(node) && !live.isSwitched(node, module);
}

function found(place: Place, what: string, { figures }: Space): Found {
  return {
    place,
    message: `${what}, which is built only for Hopper cards: a call dies with "no kernel image is available".`,
    because: [
      `compute capability 12.0 (sm_120) is not Hopper (${figures.cite('compute-capability')})`,
      'FlashAttention 3 requires H100 or H800 (its README)',
    ],
  };
}
