/** A long log as a Space writes it: requests, progress, installs, warnings; now and then an error. The same at every run. */
const MOST = 40_000;

/** One block of whole lines, about 3 MB; `every` lines a telling one, from `errors`. */
export function logBlock(errors: string[], every: number): Uint8Array {
  let seed = 12_345;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    return seed % below;
  };
  const kinds = [
    () => `INFO:     10.16.${random(256)}.${random(256)}:${random(65_536)} - "GET /static/assets/index-${random(9999)}.js HTTP/1.1" 200 OK`,
    () => `INFO:     10.16.${random(256)}.${random(256)}:${random(65_536)} - "POST /queue/join?__theme=dark HTTP/1.1" 200 OK`,
    () => `2026-11-20 09:${random(60)}:${random(60)},${random(999)} - app - INFO - image ${random(9999)} in ${random(60)}.${random(10)}s`,
    () => `Downloading shards:  ${random(100)}%|███       | ${random(9)}/9 [00:${random(60)}<00:${random(60)},  2.${random(99)}s/it]`,
    () => `Collecting numpy==1.${random(26)}.${random(9)} (from -r requirements.txt (line ${random(40)}))`,
    () => `  Downloading tokenizers-0.${random(20)}.${random(9)}-cp310-manylinux_2_17_x86_64.whl (3.${random(9)} MB)`,
    () => `step ${random(9999)} loss=0.${random(999_999)} lr=1.0e-0${random(9)} grad_norm=${random(9)}.${random(999)}`,
    () => `prompt: a watercolour of a lighthouse at dawn, number ${random(9999)}, wide angle, soft light`,
    () => `/usr/local/lib/python3.10/site-packages/gradio/routes.py: UserWarning: value ${random(99)} was rounded`,
  ];
  const lines = Array.from({ length: MOST }, (_, index) =>
    index % every === every - 1
      ? (errors[((index / every) % errors.length) | 0] as string)
      : // Warnings with a path of Python are one line in fifty.
        (kinds[random(50) === 0 ? kinds.length - 1 : random(kinds.length - 1)] as () => string)(),
  );
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

const WARNING =
  "/usr/local/lib/python3.10/site-packages/torch/nn/modules/module.py:1511: FutureWarning: `torch.cuda.amp.autocast(args...)` is deprecated. Please use `torch.amp.autocast('cuda', args...)` instead.";

/** The same without telling lines, but every seventh one a warning with a place in code. */
export function warningBlock(): Uint8Array {
  return logBlock([WARNING], 7);
}

/** Blocks until there are `megabytes`. */
export function* blocks(block: Uint8Array, megabytes: number): Generator<Uint8Array> {
  for (let bytes = 0; bytes < megabytes * 1e6; bytes += block.length) yield block;
}
