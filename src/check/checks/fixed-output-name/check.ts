/** A file with the same name in every call: two visitors at once write over each other. */
import type { Check, Found } from '../../check.ts';
import { placeOf } from '../../program/module.ts';
import type { GpuBody } from '../../program/program.ts';
import { callsIn } from '../../program/reach.ts';
import { calledName, type Expr, keyword, type Of } from '../../python/tree.ts';
import type { At, Evaluator } from '../../values/evaluate.ts';
import { onlyText } from '../../values/value.ts';

export const check: Check = {
  level: 'consider',
  about: 'a GPU call writes to a file with a fixed name',
  see: ['unique-temp-files', 'concurrency-by-default'],
  find: ({ program: { evaluator, gpuCode } }) =>
    gpuCode
      .filter(({ chain }) => chain.length <= DEEPEST)
      .flatMap((body) => callsIn(evaluator, body).flatMap((call) => found(evaluator, call, body) ?? [])),
};

const DEEPEST = 3;

const MEDIA =
  /\.(?:png|jpe?g|webp|gif|bmp|tiff?|mp4|m4v|webm|avi|mov|mkv|wav|mp3|flac|ogg|opus|aac|m4a|glb|gltf|obj|ply|stl|fbx|usdz|svg|pdf|exr|npz|splat|mid|srt|zip)$/i;

/** Where writers take their path: the position of the argument, or its keyword. */
const WRITERS: ReadonlyMap<string, { at: number[]; by: string[] }> = new Map([
  ...[
    'write',
    'save',
    'imwrite',
    'imsave',
    'mimsave',
    'mimwrite',
    'get_writer',
    'savefig',
    'export',
    'write_videofile',
    'write_gif',
    'write_video',
    'save_image',
    'write_image',
    'writePng',
    'VideoWriter',
    'write_audiofile',
    'save_wav',
    'export_gif',
  ].map((name): [string, { at: number[]; by: string[] }] => [
    name,
    { at: [0], by: ['file', 'fp', 'filename', 'uri', 'path', 'fname', 'file_obj', 'file_path'] },
  ]),
  ...['export_to_video', 'export_to_gif', 'export_to_ply', 'export_to_obj', 'save_video', 'save_audio'].map(
    (name): [string, { at: number[]; by: string[] }] => [
      name,
      {
        at: [1],
        by: ['output_video_path', 'output_gif_path', 'output_ply_path', 'output_obj_path', 'output_path', 'path', 'filename', 'save_path'],
      },
    ],
  ),
  ['save_image', { at: [1], by: ['fp'] }],
  ['tts_to_file', { at: [], by: ['file_path'] }],
]);

function found(evaluator: Evaluator, call: Of<'Call'>, { module, frame, chain, gpu }: GpuBody): Found | null {
  const name = calledName(call);
  const path = writtenPath(evaluator, call, name, { module, frame });
  if (path === undefined) return null;
  return {
    place: placeOf(module, call),
    message: `${gpu.name} writes to ${path} in every call: two visitors at once get each other's file.`,
    because: [[...chain, name].join(' → ')],
  };
}

function writtenPath(evaluator: Evaluator, call: Of<'Call'>, name: string, at: At): string | undefined {
  const writer = name === 'open' ? opened(call, evaluator, at) : WRITERS.get(name);
  // Of what is written to an open file the first argument is the content.
  if (!writer || (name === 'write' && !evaluator.values(call.func, at).some(({ is }) => is === 'external'))) return undefined;
  const given: (Expr | undefined)[] = [...writer.by.map((each) => keyword(call, each)), ...writer.at.map((each) => call.args[each])];
  return given.flatMap((each) => (each ? (onlyText(evaluator.values(each, at)) ?? []) : [])).find((text) => MEDIA.test(text));
}

/** `open(path, "wb")`. */
function opened(call: Of<'Call'>, evaluator: Evaluator, at: At): { at: number[]; by: string[] } | undefined {
  const mode = keyword(call, 'mode') ?? call.args[1];
  return mode && /[wa]/.test(onlyText(evaluator.values(mode, at)) ?? '') ? { at: [0], by: ['file'] } : undefined;
}
