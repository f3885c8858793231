/** What pip and its relatives say while they install: what is there, what was chosen, what was asked for. */
import { allSighted, CERTAIN, type Reading, type Sighting, sighted } from '../reading.ts';
import { asPackage, END, NAME, VERSION } from '../shape.ts';

/** More lines of one kind than the largest install prints. */
const LONGEST_INSTALL = 300;
const SELDOM = 100;

const { present, chosen, asked } = CERTAIN;
const EXTRAS = '(?:\\[[\\w,.-]{1,80}\\])?';
/** A package, what stands between, and its version. */
const pair = (before: string, between: string, after = END): RegExp =>
  new RegExp(`${before}(?<name>${NAME})${between}(?<version>${VERSION})${after}`, 'gi');

const WORD = /\S{1,120}/g;
const JOINED = pair('^', '-', '$');
const SATISFIED = pair('already satisfied: ', `${EXTRAS}[^A-Za-z\\[].{0,600}\\(`, '\\)$');
const COLLECTED = pair('\\bCollecting ', `${EXTRAS}={2,3}`);
const PINNED = pair('(?<![\\w./+-])', `${EXTRAS}={2,3}`);
const COMMENT = /^#/;
/** What a library says that it has found instead of what it needs. */
const FOUND = pair('\\bfound ', '==');
/** The packages that need what is being collected, one by one. */
const CHAIN = /\(from [^()]{1,600}/;
const BROUGHT = new RegExp(`\\bCollecting (?<name>${NAME})`);
const WHEEL =
  /(?:^|[\s/=(<"'])(?<name>[A-Za-z0-9][A-Za-z0-9._]{0,80})-(?<version>\d[\w.+!%]{0,60})-(?:\d\w{0,20}-)?(?:cp|py|pp)\d[\w.]{0,40}-[\w.]{1,60}-[\w.]{1,160}\.whl/g;
const SOURCES =
  /\b(?:Downloading|Using cached) (?:https?:\S{0,300}\/)?(?<name>[A-Za-z][\w.-]{0,80})-(?<version>\d[\w.]{0,40})\.(?:tar\.gz|zip)/g;
/** What pip does with a wheel that it has chosen; elsewhere somebody asks for it. */
const HANDLED = /\b(?:Downloading|Using cached|Processing|Created wheel)\b/;
const EXISTING = pair('existing installation: ', ' ');
const NEEDY = pair('^\\s{0,9}(?:ERROR: )?', ' ', '(?= (?:requires|has requirement) )');
const HAD = pair("but you(?:'ll)? have ", ' ', '(?= which is)');
/** Of an update the version behind the arrow is there. */
const INSTALLED = pair('\\b(?:Installing|Updating|Downgrading) ', ' \\((?:[\\w.+]{1,40} -> )?', '\\)');

/** Names with `==` behind them that a list of requirements nearly always holds: what finds such a list in a long log. */
const USUAL = [
  'torch',
  'gradio',
  'spaces',
  'transformers',
  'diffusers',
  'accelerate',
  'numpy',
  'huggingface_hub',
  'huggingface-hub',
  'pydantic',
];

/** Readings of installers. */
export const INSTALLERS: readonly Reading[] = [
  { marks: ['Successfully installed '], most: SELDOM, find: installed },
  {
    marks: ['already satisfied: '],
    most: LONGEST_INSTALL,
    find: (text) => [...needing(chainIn(text)), ...allSighted(text, SATISFIED, present, 'pip')],
  },
  {
    marks: ['Collecting '],
    most: LONGEST_INSTALL,
    find: (text) => [...collecting(text), ...allSighted(text, COLLECTED, asked, 'pin')],
  },
  { marks: ['any.whl', '_64.whl', 'md64.whl', 'rm64.whl', 'sal2.whl', 'ch64.whl'], most: LONGEST_INSTALL, find: wheels },
  { marks: ['Downloading ', 'Using cached '], most: LONGEST_INSTALL, find: (text) => allSighted(text, SOURCES, chosen, 'pip') },
  { marks: ['existing installation: '], most: SELDOM, find: (text) => allSighted(text, EXISTING, present, 'pip') },
  {
    marks: [' you have ', "you'll have ", 'which is not installed'],
    most: SELDOM,
    find: (text) => [NEEDY, HAD].flatMap((pattern) => allSighted(text, pattern, present, 'pip')),
  },
  {
    marks: ['Installing ', 'Updating ', 'Downgrading '],
    most: LONGEST_INSTALL,
    find: (text) => allSighted(text, INSTALLED, present, 'pip'),
  },
  {
    marks: ['pip install', 'pip3 install', 'Cannot install ', 'the requirement ', 'user requested ', ...USUAL.map((name) => `${name}==`)],
    most: SELDOM,
    find: (text) => [...pinned(text), ...allSighted(text, FOUND, present, 'banner')],
  },
];

/** What is asked for by `==`. */
export function pinned(text: string): Sighting[] {
  return COMMENT.test(text) ? [] : allSighted(text, PINNED, asked, 'pin');
}

/** `Successfully installed torch-2.8.0 flash_attn-2.8.3`; what stands after it "uninstalled" is another sentence. */
function installed(text: string): Sighting[] {
  const list = text.slice(text.indexOf('installed ') + 'installed '.length);
  return (list.match(WORD) ?? []).flatMap((word) => allSighted(word, JOINED, present, 'pip'));
}

function chainIn(text: string): string {
  return CHAIN.exec(text)?.[0] ?? '';
}

function needing(chain: string): Sighting[] {
  return allSighted(chain, PINNED, chosen, 'pip');
}

function collecting(text: string): Sighting[] {
  const chain = chainIn(text);
  return [...needing(chain), ...brought(asPackage(BROUGHT.exec(text)?.groups?.name), chain)];
}

/** Of a chain that ends in a file of requirements what stands in that file. */
function brought(name: string | null, chain: string): Sighting[] {
  const wishes = chain.slice('(from '.length).split('->');
  return name && wishes.length > 1 && wishes.at(-1)?.startsWith('-r ')
    ? [{ of: 'named', name: 'origin', value: `${name} ${wishes.at(-2)}` }]
    : [];
}

function wheels(text: string): Sighting[] {
  const isHandled = HANDLED.test(text);
  return [...text.matchAll(WHEEL)].flatMap(({ groups }) =>
    sighted(groups?.name, groups?.version, isHandled ? chosen : asked, isHandled ? 'wheel' : 'pin'),
  );
}
