/** Versions that programs and people tell in words: banners, reports of an environment, complaints that name what was found. */
import { pinned } from './packages/pip.ts';
import { allSighted, CERTAIN, type Reading, type Sighting, sighted } from './reading.ts';
import { asPackage, END, NAME, VERSION } from './shape.ts';
import { withoutWorking } from './working.ts';

const MOST = 100;
const SELDOM = 100;
/** What stands here for all the less common names together. */
const MOST_TOO = 300;
const { present, chosen } = CERTAIN;

/** Names that in front of a number mean the package; other words (`API version 1.0`, `file 2.0`) may mean anything. */
const WELL_KNOWN = [
  'torch(?:vision|audio|text|ao|codec|diffeq|sde)?',
  'pytorch(?:[-_]lightning)?',
  'lightning',
  'gradio(?:[-_]client)?',
  'spaces',
  'transformers',
  'sentence[-_]transformers',
  'diffusers',
  'accelerate',
  '(?:huggingface|hf)[-_]hub',
  'hf[-_]xet',
  'tokenizers',
  'safetensors',
  'datasets',
  'peft',
  'trl',
  'timm',
  'bitsandbytes',
  'unsloth(?:[-_]zoo)?',
  'xformers',
  'flash[-_]attn',
  'sageattention',
  'triton',
  'deepspeed',
  'vllm',
  'sglang',
  'optimum',
  'kernels',
  'numpy',
  'scipy',
  'pandas',
  'scikit-learn',
  'matplotlib',
  'pillow',
  'opencv-python(?:-headless)?',
  'pydantic(?:[-_]core)?',
  'fastapi',
  'starlette',
  'uvicorn',
  'httpx',
  'requests',
  'tensorflow',
  'keras',
  'jax(?:lib)?',
  'flax',
  'onnx(?:runtime)?(?:-gpu)?',
  'cupy',
  'numba',
  'protobuf',
  'setuptools',
  'streamlit',
  'langchain',
  'openai',
  'sentencepiece',
  'einops',
  'kornia',
  'ultralytics',
  'comfyui',
].join('|');

const NAMES = new RegExp(`(?<![\\w./@-])(?:${WELL_KNOWN})(?![\\w-])`, 'gi');

/** The well-known packages that a sentence names, as PyPI calls them. */
export function knownPackagesIn(text: string): string[] {
  return [...new Set([...text.matchAll(NAMES)].flatMap(([name]) => asPackage(name) ?? []))];
}

/** Words after which a version is not what is there but what somebody wants, supports or built with. */
const WISH =
  /(?:\b(?:requir(?:es?|ed|ing)|needs?|needed|support(?:s|ed|ing)?|in|to|from|least|minimum|than|until|before|after|for|against|by|latest|newer|older|only|use|wants?|asks for|expects?|try|(?:works?|worked|fine|tested|(?:in)?compatible|built|compiled|conflicts?|replaced|again) (?:only )?with|\w{2,12}(?:ed|ble|ts) since)|[<>=!~]=?):? ?(?:a |an |the )?[`"'(]?$/i;
/** With what something runs is there, unless the line says that something works: with the one it does, with the other not. */
const WITH = /\bwith (?:the )?[`"'(]?$/i;
/** The longest of these words, with what may stand behind it. */
const WISH_WIDTH = 24;
const NAMED = `(?<![\\w./@-])(?<name>${WELL_KNOWN})`;
/** The word itself, as reports, settings and other writings put it behind a name. */
const VERSION_WORD = '(?:[ _-]version(?: -(?= )| is(?= ))?| ?(?:版本|バージョン|버전|версия)[是为はが은는]?(?= ?[:：\\d])|[はが](?=\\d))?';
/** What stands between a name and its version, in reports, tables and sentences. */
const BETWEEN = [
  '(?:\\[[\\w,]{1,40}\\])?[`"\'*]{0,3}',
  VERSION_WORD,
  '(?: ?\\(GPU\\?\\))?',
  '(?:[:：] {0,20}| {1,20}[:=]{1,2} {1,20}| {0,20}\\| {0,20}| {1,3}(?:->|→|–|-|is) {1,3}| {1,60}|[@/]|, ?(?:version )?| ?\\((?:version )?|(?<=[\\u3040-\\u9fff\\uac00-\\ud7af]))',
  '[`"\'*]{0,3}v?',
].join('');
/** A version that goes on as a range or a wish is none that is there; one that does something is a release that somebody speaks of. */
const NO_WISH =
  '(?! ?(?:(?:->|→) ?v?\\d|or (?:newer|later|higher|above|greater)|and (?:newer|later|higher|above)|\\+|is required|or above)| (?:changed|changes|introduced|introduces|removed|removes|dropped|drops|added|adds|renamed|deprecates|made|makes|expects|was released|is out)\\b)';

const TOLD = new RegExp(`${NAMED}${BETWEEN}(?<version>${VERSION})${END}${NO_WISH}`, 'gi');
/** As a conda package or a folder of one is called. */
const JOINED = new RegExp(`(?<![\\w-])(?<name>${WELL_KNOWN})-(?<version>${VERSION})(?![\\w+]|-(?:cp|py|pp)\\d|\\.\\w)`, 'gi');
const GLUED = new RegExp(`(?<![\\w./@-])(?<name>torch|pytorch|gradio|transformers|diffusers|numpy)(?<version>${VERSION})${END}`, 'gi');
/** What is taken away is not there, of two versions the one that "you have" is, a comment speaks of something else; pip is read elsewhere. */
const NOT_THERE =
  /\buninstall|\bsame CUDA version|\bused to compile\b|\(you have |\(detected |^(?:Collecting|Downloading|Using cached|Requirement already|Installing collected|Successfully installed) |^(?:#|\/\/) /i;
/** What somebody moved to is there, unlike what somebody should move to. */
const MOVED = new RegExp(`\\b(?:up|down)graded ${NAMED}(?: from v?${VERSION})? to v?(?<version>${VERSION})${END}`, 'gi');
/** The server and the engine of vLLM, and the letters in blocks with which it starts. */
const VLLM = new RegExp(`(?:\\bvLLM API server version |\\bLLM engine \\(v|█ {1,9}version )(?<version>${VERSION})`, 'i');
const REVERSED = new RegExp(`\\bv(?:ersion )?(?<version>${VERSION}) (?:of|von|de|di) (?<name>${WELL_KNOWN})(?![\\w-])`, 'gi');
const ATTRIBUTE = new RegExp(
  `\\b(?<name>${NAME})\\.__version__[)\`"']{0,3} {0,3}(?:[=:,]{0,2}|->|is) {0,3}["'\`]?(?<version>${VERSION})${END}`,
  'gi',
);
const IN_JSON = new RegExp(`["'](?<name>${WELL_KNOWN}|hf_hub)_version["']: ?["'](?<version>${VERSION})["']`, 'gi');
const PY_SPACES = new RegExp(`["']py(?<name>Spaces)Version["']: ?["'](?<version>${VERSION})["']`, 'gi');
const SDK = new RegExp(`\\bsdk_version[\`"']{0,2}[:=]? {0,3}[\`"']?(?<version>${VERSION})`, 'i');
const USED = new RegExp(`\\busing (?<name>gradio|pip) version (?<version>${VERSION})`, 'gi');
/** pip itself, where it says so. */
const PIP = new RegExp(`(?<![\\w./@-])(?<name>pip)(?: version)?(?:: {0,9}| )(?<version>${VERSION})(?= |,|$)`, 'gi');
const PIP_NOTICE = new RegExp(`release of (?<name>pip) (?:is )?available: (?<version>${VERSION})`, 'gi');
const YOU_HAVE = new RegExp(`\\b(?<name>torch|PyTorch) {1,3}${VERSION}.{0,60}\\(you have (?<version>${VERSION})`, 'gi');
const DETECTED = new RegExp(`\\b(?<name>${WELL_KNOWN}) version .{1,60}\\(detected version (?<version>${VERSION})`, 'gi');
const BUT_FOUND = new RegExp(
  `\\b(?<name>${WELL_KNOWN}) ?[<>=!]{1,2} ?[\\d.]{1,20}.{0,60}\\bbut (?:found|got) (?:\\w{1,40}==)?(?<version>${VERSION})`,
  'gi',
);
const NUMPY = new RegExp(`\\b(?<name>NumPy) (?<version>${VERSION}) as it may crash`, 'gi');

const each =
  (...patterns: RegExp[]) =>
  (text: string): Sighting[] =>
    patterns.flatMap((pattern) => allSighted(text, pattern, present, 'banner'));

/** Every version has it. Expressions with all the names take longer than all else that is done with a line. */
const MAYBE_VERSION = /\d\.\d/;
/** What a version stands behind, and an expression for those that have it. */
const GLUES: readonly [glue: RegExp, pattern: RegExp][] = [
  [/-\d/, JOINED],
  [/[a-z]\d/i, GLUED],
  [/\.__version__/i, ATTRIBUTE],
  [/graded /i, MOVED],
  [/\d (?:of|von|de|di) /i, REVERSED],
];

/** What a sentence or a report says, without what it only wishes for. */
function told(text: string): Sighting[] {
  if (!MAYBE_VERSION.test(text) || NOT_THERE.test(text)) return [];
  const isOfTwo = withoutWorking(text) !== text;
  const found = [...text.matchAll(TOLD)].filter(({ index }) => {
    const before = text.slice(Math.max(0, index - WISH_WIDTH), index);
    return !WISH.test(before) && !(isOfTwo && WITH.test(before));
  });
  return [
    ...pinned(text),
    ...found.flatMap(({ groups }) => sighted(groups?.name, groups?.version, present, 'banner')),
    ...GLUES.flatMap(([glue, pattern]) => (glue.test(text) ? allSighted(text, pattern, present, 'banner') : [])),
  ];
}

/** The names by which lines are found in a long log; the others are read where such a line, or a report, names them too. */
const FOUND_BY = [
  'torch',
  'gradio',
  'transformers',
  'diffusers',
  'spaces',
  'accelerate',
  'numpy',
  'huggingface',
  'pydantic',
  'xformers',
  'flash',
];
/** The others; short ones with what stands behind them in a list. */
const FOUND_BY_TOO = [
  ...['hf_xet', 'hf-xet', 'hf_hub', 'tokenizers', 'safetensors', 'datasets', 'bitsandbytes', 'triton', 'deepspeed', 'sglang', 'unsloth'],
  ...['sageattention', 'lightning', 'optimum', 'kernels', 'pillow', 'opencv', 'scipy', 'pandas', 'scikit', 'matplotlib', 'protobuf'],
  ...[
    'fastapi',
    'starlette',
    'uvicorn',
    'httpx ',
    'httpx:',
    'streamlit',
    'langchain',
    'openai ',
    'openai:',
    'tensorflow',
    'keras',
    'onnxruntime',
    'onnx ',
    'onnx:',
  ],
  ...['setuptools', 'einops', 'numba', 'ultralytics', 'comfyui', 'sentencepiece'],
  ...['peft ', 'peft:', 'timm ', 'timm:', 'vllm ', 'vllm:', 'trl: ', 'jax: '],
];

/** Readings of words. */
export const WORDS: readonly Reading[] = [
  ...FOUND_BY.map((name): Reading => ({ marks: [name], most: MOST, find: told })),
  { marks: ['version'], most: MOST, find: (text) => [...told(text), ...each(IN_JSON, PY_SPACES, USED)(text), ...sdk(text), ...vllm(text)] },
  { marks: ['llm engine (v'], most: SELDOM, find: vllm },
  { marks: FOUND_BY_TOO, most: MOST_TOO, find: told },
  { marks: ['release of pip'], most: SELDOM, find: each(PIP_NOTICE) },
  { marks: ['pip 2', 'pip: 2', 'pip version'], most: SELDOM, find: each(PIP) },
  { marks: ['(you have ', '(detected '], most: SELDOM, find: each(YOU_HAVE, DETECTED) },
  { marks: ['but found ', 'but got '], most: SELDOM, find: each(BUT_FOUND) },
  { marks: ['as it may crash'], most: SELDOM, find: each(NUMPY) },
];

function vllm(text: string): Sighting[] {
  return sighted('vllm', VLLM.exec(text)?.groups?.version, present, 'banner');
}

/** The SDK of a Space that the front matter asks for; the others (Streamlit, Docker) write a version there that is not Gradio's. */
function sdk(text: string): Sighting[] {
  return sighted('gradio', SDK.exec(text)?.groups?.version, chosen, 'sdk');
}
