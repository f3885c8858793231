/** Python, CUDA, the driver and the card, as paths, reports and sentences name them. */
import type { Machine, Reading, Sighting } from './reading.ts';

const MOST = 60;
/** How well a value is known: printed in full, seen in a path, told in a sentence, guessed from a tag or a wish. */
const FULL = 0;
const PATH = 1;
const TOLD = 2;
const GUESS = 3;

interface Rule {
  rank: number;
  pattern: RegExp;
}

const rule = (rank: number, source: string): Rule => ({ rank, pattern: new RegExp(source, 'i') });
const PATCH = '3\\.\\d{1,2}\\.\\d{1,2}';
const MINOR = '3\\.\\d{1,2}';
/** "Requires Python 3.10", "Python 3.8 is no longer supported": nobody says that it runs. */
const NO_WISH = '(?<!(?:requires?|needs?|than|least|to|for|supports?|[<>=~]=?)[ :]{0,2}["\'`]?)';
const NO_MORE = '(?![\\w+]|\\.\\w|/3\\.| ?(?:or |and (?:above|newer|later|up)|is (?:required|no|not)|required|Requires-Python))';

/** Python with what stands before its version in sentences, reports and Markdown: "CPython 3.11", "**Python:** `3.11`", "Python 版本：3.11". */
const NAMED = `\\bC?Python(?: version(?: is)?| 版本)?[*"'\`]{0,3}[ :：=/是]{1,3}[*"'\` ]{0,4}`;

/** Of each line the first rule that fits counts. */
const PYTHON = [
  rule(FULL, `requires a different Python: (?<value>${PATCH}) not in`),
  rule(FULL, `\\bPython {1,3}${PATCH} {1,3}\\(you have (?<value>${PATCH})\\)`),
  rule(
    FULL,
    `(?:pyenv[\\\\/]versions[\\\\/]|hostedtoolcache[\\\\/](?:windows[\\\\/])?Python[\\\\/]|cpython-|[\\\\/]python-)(?<value>${PATCH})`,
  ),
  rule(FULL, `${NO_WISH}${NAMED}(?<value>${PATCH})${NO_MORE}`),
  // As sys.version begins.
  rule(FULL, `\\b(?<value>${PATCH}) \\((?:tags/v3|main, |default, )`),
  rule(
    PATH,
    `[\\\\/](?:python|Python\\.framework[\\\\/]Versions[\\\\/]|Library[\\\\/]Python[\\\\/])(?<value>${MINOR})(?:[\\\\/]|\\.exe|: |$)`,
  ),
  rule(PATH, `[\\\\/]Python(?<glued>3\\d{1,2})(?:-32|-64)?[\\\\/]`),
  rule(PATH, `\\bPython\\.(?<value>${MINOR})_`),
  rule(PATH, `(?:^|[\\w.-])\\.?cpython-(?<glued>3\\d{1,2})\\b`),
  rule(PATH, `\\bpython:(?<value>${MINOR})(?:\\.\\d{1,2})?(?=[-@ ]|$)`),
  rule(TOLD, `${NO_WISH}${NAMED}(?<value>${MINOR})${NO_MORE}`),
  rule(TOLD, `(?:(?:^|[,，、;|] ?)Python|\\bpyenv install )(?<value>${MINOR}(?:\\.\\d{1,2})?)(?=[,，、;|]|$| &)`),
  rule(GUESS, `\\bpython={1,2}(?<value>${MINOR})`),
  rule(GUESS, `\\bpython_version: {0,3}["']?(?<value>${MINOR})`),
];
/** pip takes wheels of its own Python only; one tag twice, for `cp37-abi3` fits every later one. */
const TAG = /\b(?:Downloading|Using cached|Created wheel for|Guessing wheel URL:) .{1,300}-cp(?<glued>3\d{1,2})-cp\1[-m]/;

const CUDA = [
  rule(FULL, 'Cuda compilation tools, release (?<value>\\d{1,2}\\.\\d{1,2})'),
  rule(FULL, 'CUDA used to build PyTorch: (?<value>\\d{1,2}\\.\\d{1,2})'),
  rule(FULL, 'torch\\.version\\.cuda[^\\w.]{1,6}(?<value>\\d{1,2}\\.\\d{1,2})'),
  rule(TOLD, `${NO_WISH}\\bCUDA(?: (?:runtime|toolkit))?(?: version)?[ :=-]{0,3}(?<value>1\\d\\.\\d)(?![\\w+*])`),
];
const DRIVER = [rule(FULL, 'Driver Version: {0,3}(?<value>\\d{3}\\.\\d{1,3}(?:\\.\\d{1,3})?)')];
const CAPABILITY = [
  rule(FULL, '\\bcapability:? (?:of )?(?:sm_)?(?<value>\\d{1,2}\\.\\d)(?!\\d)'),
  rule(FULL, '\\bcapability sm_(?<joined>\\d{2,3})\\b'),
];
const GPU = [
  rule(
    FULL,
    '(?<value>NVIDIA (?:GeForce |RTX |TITAN |Quadro )?(?:RTX |GTX |PRO )?[A-Z]{0,3}\\d{1,5}[A-Z]{0,2}(?:[ -](?:SXM\\d|PCIe|PCIE|NVL|\\d{2,3}GB|Ti|SUPER|Super|Ada|Laptop|Blackwell)){0,4})(?![\\w.])',
  ),
  rule(
    TOLD,
    '\\b(?<value>(?:RTX|GTX) ?(?:PRO )?A?\\d{3,4}(?: ?(?:Ti|SUPER))?|Tesla [A-Z]\\d{1,3}|[AHBL]\\d{2,3}[GS]?(?:-(?:SXM\\d|PCIE)(?:-\\d{2,3}GB)?| \\d{2,3} ?GB))\\b',
  ),
];

/** Readings of the machine. */
export const MACHINES: readonly Reading[] = [
  { marks: ['python3', '/python/3', 'library/python/'], most: MOST, settledBy: { name: 'python', rank: PATH }, find: by('python', PYTHON) },
  {
    marks: [
      'python ',
      'python:',
      'python：',
      'python=',
      'python-3',
      'python_version',
      'python是3',
      'pyenv install',
      'different python',
      '(tags/v3',
      '(main, ',
      '(default, ',
    ],
    most: MOST,
    settledBy: { name: 'python', rank: FULL },
    find: by('python', PYTHON),
  },
  {
    marks: ['Downloading ', 'Using cached ', 'Created wheel for ', 'Guessing wheel url'],
    most: MOST,
    settledBy: { name: 'python', rank: GUESS },
    find: tag,
  },
  {
    marks: [
      'cuda version',
      'cuda runtime',
      'cuda toolkit',
      'compilation tools',
      'cuda used',
      'version.cuda',
      'cuda 1',
      'cuda1',
      'cuda: 1',
      'cuda-1',
    ],
    most: MOST,
    settledBy: { name: 'cuda', rank: FULL },
    find: by('cuda', CUDA),
  },
  { marks: ['driver version'], most: MOST, settledBy: { name: 'driver', rank: FULL }, find: by('driver', DRIVER) },
  { marks: ['capability'], most: MOST, settledBy: { name: 'capability', rank: FULL }, find: by('capability', CAPABILITY) },
  {
    marks: ['nvidia ', 'tesla ', ...[2, 3, 4, 5, 'A', 'P'].map((digit) => `RTX ${digit}`), 'GTX 1', 'A100-SXM', 'H100-SXM'],
    most: MOST,
    settledBy: { name: 'gpu', rank: FULL },
    find: by('gpu', GPU),
  },
];

function by(name: Machine, rules: readonly Rule[]): Reading['find'] {
  return (text) => {
    for (const { rank, pattern } of rules) {
      const groups = pattern.exec(text)?.groups;
      const value = groups && (groups.value ?? dotted(groups.glued, 1) ?? dotted(groups.joined, -1));
      if (value) return [{ of: 'machine', name, value, rank }];
    }
    return [];
  };
}

function tag(text: string): Sighting[] {
  const value = dotted(TAG.exec(text)?.groups?.glued, 1);
  return value ? [{ of: 'machine', name: 'python', value, rank: GUESS }] : [];
}

/** 310 → 3.10, 120 → 12.0: where the dot belongs. */
function dotted(digits: string | undefined, at: number): string | null {
  return digits ? `${digits.slice(0, at)}.${digits.slice(at)}` : null;
}
