/** What leaves a decorated function is on the CPU, and no gradient hangs on it: everything else fails to cross the process boundary. */
import { type Decorated, decoratedIn } from './decorated.ts';
import type { HouseRule } from './house.ts';

/** Either of these on the way means that nothing remembers how it was computed. */
const WITHOUT_GRADIENT = /inference_mode|no_grad|\.detach\(/;
const TO_CPU = /\.(?:cpu\(\)|to\(["']cpu["']\))/;
/** A call of a network, alone, or with everything behind it still on the card. */
const RAW_RESULT = /\b(?:model|net|network|encoder|scripted|transformer|vae)(?:\.(?:generate|forward))?\([^\n]{0,200}$/;
const MOVED = /\.(?:cpu|numpy|item|tolist)\(|decode\(|\.to\(["']cpu["']\)|\[["']/;

/** Complains about a result that carries a gradient, or that is still on the card. */
export const crossingResult: HouseRule = ({ language, lines }) => {
  if (language !== 'python') return null;
  for (const decorated of decoratedIn(lines)) {
    const reason = withGradient(decorated) ?? onTheCard(decorated);
    if (reason)
      return {
        check: 'boundary',
        reason,
        help: 'Compute under torch.inference_mode(), or return .detach().cpu(); text, numbers and NumPy arrays cross as well.',
      };
  }
  return null;
};

function withGradient({ head, body }: Decorated): string | null {
  if ([...head, ...body].some((line) => WITHOUT_GRADIENT.test(line))) return null;
  const line = body.find((text) => TO_CPU.test(text));
  return line === undefined ? null : `A gradient may hang on what leaves the worker: ${line.trim()}`;
}

function onTheCard({ body }: Decorated): string | null {
  const raw = new Set(body.flatMap((line) => /^\s{1,12}(\w{1,40}) = /.exec(line)?.[1] ?? []).filter((name) => isRaw(name, body)));
  const line = body.find((text) => {
    const value = /^\s{1,12}(?:return|yield) (.{1,200})$/.exec(text)?.[1];
    return value !== undefined && !MOVED.test(value) && (RAW_RESULT.test(value) || raw.has(value));
  });
  return line === undefined ? null : `A CUDA tensor may leave the worker: ${line.trim()}`;
}

/** True when the last value given to a name is a network's result as it came. */
function isRaw(name: string, body: string[]): boolean {
  const given = body.filter((line) => line.trimStart().startsWith(`${name} = `)).at(-1) ?? '';
  return RAW_RESULT.test(given) && !MOVED.test(given);
}
