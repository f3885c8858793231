/** Calls that read the weights of a model: the libraries' own, and functions whose name says so. */

import { allNodes, calledName, dottedName, keyword, type Of } from '../python/tree.ts';
import type { At, Evaluator } from '../values/evaluate.ts';
import { onlyText, type Value } from '../values/value.ts';

/** Methods that load on any class of a model. */
const METHODS = new Set(['from_pretrained', 'from_single_file', 'load_from_checkpoint', 'from_hparams', 'restore_from', 'from_ckpt']);

/** Whether a chain of functions goes through one that loads: what it calls inside is part of that load. */
export function isWithinLoader(chain: readonly string[]): boolean {
  return chain.some((name) => METHODS.has(name));
}

/** Classes whose `from_pretrained` reads a vocabulary, settings or a small adapter. */
const SMALL = /Tokenizer|Processor|FeatureExtractor|Scheduler|Config|LoRA|Lora|Peft|Streamer|Vocab|Dataset|TextualInversion|Featurizer/;

/** Functions and classes that load, by their full names; `*` stands for any module between. */
const LOADERS = new Set(
  `torch.load torch.jit.load torch.hub.load torch.export.load onnxruntime.InferenceSession whisper.load_model clip.load transformers.pipeline
   sentence_transformers.SentenceTransformer sentence_transformers.CrossEncoder TTS.api.TTS ultralytics.YOLO ultralytics.SAM
   ultralytics.YOLOWorld ultralytics.YOLOE easyocr.Reader safetensors.torch.load_file safetensors.torch.load_model keras.models.load_model
   tensorflow.keras.models.load_model open_clip.create_model_and_transforms open_clip.create_model_from_pretrained kokoro.KPipeline
   kokoro.KModel gfpgan.GFPGANer realesrgan.RealESRGANer sam2.build_sam.build_sam2 sam2.build_sam.build_sam2_video_predictor
   segment_anything.build_sam groundingdino.util.inference.load_model chatterbox.tts.ChatterboxTTS.from_local`.split(/\s+/),
);

/** Not of PyTorch, so nothing emulates CUDA for them before a call: they must start inside it. */
const OUTSIDE_TORCH = /^(?:llama_cpp|ctranslate2|faster_whisper|whisperx|vllm|tensorflow|tf_keras|jax|flax|cupy|numba|mlx)\b/;

/** `load_model`, `load_upscaler_model`, `initialize_my_model`, `init_pipeline`. */
const NAMED =
  /^_?(?:load|initiali[sz]e|init|prepare|setup)_(?:[a-z0-9]{1,40}_){0,4}(?:model|models|pipeline|pipelines|pipe|checkpoint|predictor|vae|unet|transformer|vocoder)$/;

/** Whether the name of a function says that it loads a model. */
export function soundsLikeLoader(name: string): boolean {
  return NAMED.test(name);
}

/** Files of a few kilobytes that are read with the same functions. */
const SMALL_FILE = /voice|speaker|embed|latent|stats|lora|prompt|\bnoise\b|\bcache/i;

export interface Loader {
  /** As people call it: `AutoModel.from_pretrained`. */
  name: string;
  /** Known by the library, or only by its name. */
  isKnown: boolean;
}

/** What a call loads; null when it loads no weights that reading knows of. A function of the Space itself is looked into instead. */
export function loaderOf(evaluator: Evaluator, call: Of<'Call'>, at: At): Loader | null {
  const callees = evaluator.values(call.func, at);
  const isMethod = METHODS.has(calledName(call));
  if (!isMethod && callees.some(({ is }) => is === 'function' || is === 'gpu' || is === 'wrapped')) return null;
  const path = callees.flatMap((each) => (each.is === 'external' ? [each.path] : []))[0] ?? '';
  if (path === 'transformers.pipeline' && isGivenModel(evaluator, call, at)) return null;
  if (OUTSIDE_TORCH.test(path) || readsSmallFile(evaluator, call, at) || isCudaSession(evaluator, path, call, at)) return null;
  if (call.func.nodeType === 'Attribute' && METHODS.has(call.func.attr)) return methodLoader(evaluator, call, call.func, at);
  // `from package import from_pretrained` is that package's own way of loading, be it installed or of the Space.
  if (LOADERS.has(path) || isMethod) return { name: path.split('.').slice(-2).join('.') || calledName(call), isKnown: true };
  const name = calledName(call);
  return soundsLikeLoader(name) && !callees.some(isOwn) ? { name, isKnown: false } : null;
}

function methodLoader(evaluator: Evaluator, call: Of<'Call'>, { value, attr }: Of<'Attribute'>, at: At): Loader | null {
  const owners = evaluator.values(value, at).flatMap(ownerName);
  const name = owners[0] ?? dottedName(value);
  if (SMALL.test(name.split('.').at(-1) as string) || owners.some((each) => OUTSIDE_TORCH.test(each))) return null;
  // A lower-case name that leads nowhere is an object of something unknown, such as a tokenizer that was handed in.
  return { name: `${name.split('.').at(-1) || calledName(call)}.${attr}`, isKnown: true };
}

/** `pipeline("…", model=model)` around a model that is loaded already reads nothing. */
function isGivenModel(evaluator: Evaluator, call: Of<'Call'>, at: At): boolean {
  const given = keyword(call, 'model') ?? call.args[1];
  return given !== undefined && evaluator.values(given, at).every(({ is }) => is === 'result' || is === 'part' || is === 'instance');
}

/** ONNX Runtime is not emulated either: a session on the GPU can only be made inside a call. One whose providers are not written out may be one. */
function isCudaSession(evaluator: Evaluator, path: string, call: Of<'Call'>, at: At): boolean {
  const providers = path === 'onnxruntime.InferenceSession' ? (keyword(call, 'providers') ?? call.args[2]) : undefined;
  if (!providers) return false;
  const names = evaluator.values(providers, at).flatMap((value) => (value.is === 'list' ? value.items.flat() : [value]));
  return names.length === 0 || !names.every((each) => each.is === 'literal' && each.literal === 'CPUExecutionProvider');
}

function ownerName(value: Value): string[] {
  if (value.is === 'external') return [value.path];
  return value.is === 'class' || value.is === 'instance' ? [value.node.name] : [];
}

function isOwn({ is }: Value): boolean {
  return is === 'class' || is === 'instance';
}

/** Whether the first argument names a file of a few kilobytes; of a path that is put together at run time, its written parts tell. */
export function readsSmallFile(evaluator: Evaluator, { args }: Of<'Call'>, at: At): boolean {
  const [first] = args;
  if (!first) return false;
  const text = onlyText(evaluator.values(first, at));
  if (text !== undefined) return /\.(?:pt|pth|bin|safetensors|npz)$/.test(text) && SMALL_FILE.test(text.slice(text.lastIndexOf('/') + 1));
  return allNodes(first).some((node) => node.nodeType === 'Constant' && typeof node.value === 'string' && SMALL_FILE.test(node.value));
}
