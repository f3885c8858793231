/** Models, datasets and Spaces that a text names, and the commands that were run. */
import type { Named, Reading, Sighting } from './reading.ts';

const MOST = 40;
/** `user/name` as the Hub allows it. */
const REPOSITORY = '(?<value>[A-Za-z0-9][\\w.-]{0,60}\\/[A-Za-z0-9](?:[\\w.-]{0,90}\\w)?)';
const around = (before: string, after = ''): RegExp => new RegExp(`${before}${REPOSITORY}${after}`, 'gi');

/** First parts of addresses of the Hub that are no user. */
const NO_USER =
  /^(?:api|docs|blog|spaces|datasets|models|papers|settings|join|login|organizations|learn|tasks|posts|static|inference|new|pricing|collections|by-subdomain)\//i;

const OF_SPACES = [
  around('huggingface\\.co\\/(?:api\\/)?spaces\\/'),
  around('\\bClient\\(\\s?["\']', '["\']'),
  around('gr\\.load\\(["\']spaces\\/'),
];
/** Words behind "Space" that are no name of one: "Space settings/secrets". */
const NO_SPACE =
  /^(?:settings|secrets|variables|hardware|build|run|app|cpu|gpu|docker|gradio|static|streamlit|and|or|input|files|https?|n|\d{1,9})\b/i;
const SAID_SPACES = [
  // "The Space that does not start is user/name", and no model in between.
  around(
    "\\bSpace(?: (?!models?\\b|datasets?\\b|repo|checkpoint|base\\b|file|path)[\\w']{1,20}){0,8} (?:is|called|named):? [\"'`“(]{0,2}",
    '(?=["\'`”)\\s.,:;!?]|$)',
  ),
  around('\\bSpaces?,? (?:named |called )?["\'`“(]{0,2}', '(?=["\'`”)\\s.,:;!?]|$)'),
  around('(?:--space(?:-id)?[ =]|\\bSPACE_ID ?[=:] ?|\\bspace_id=|\\bhf spaces \\w{2,9} )["\']?'),
];
const ADDRESS = /https:\/\/(?!(?:user|owner|your)[\w-]{0,20}\.)[\w-]{3,120}\.hf\.space(?![\w.-])/gi;
/** How servers say where they listen: Flask, gunicorn, uvicorn, Gradio, Streamlit, Vite, Next.js, Express. */
const LISTENS =
  /\b(?:[Rr]unning (?:on|at)|[Ll]istening (?:at|on)|[Ss]tarted (?:server )?(?:on|at)|Local|(?:Local|Network) URL)\b:?[ *]{0,9}(?:local URL: {1,4})?(?:port:? |(?:https?:\/\/[\w.-]{1,60}|localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:]{1,40}\])?:)(?<value>\d{2,5})(?![\w.:])/;
const OF_DATASETS = [around('huggingface\\.co\\/(?:api\\/)?datasets\\/'), around('load_dataset\\(["\']', '["\']')];
const OF_MODELS = [
  around('(?<!router\\.)huggingface\\.co\\/(?:api\\/models\\/)?'),
  around('from_pretrained\\(\\s?["\']', '["\']'),
  around('\\brepo_id=["\']', '["\']'),
  around('\\baccess to model ', ' is '),
  around('\\b(?:hf|huggingface-cli) download (?!.{0,120}--repo-type[ =](?:dataset|space))["\']?'),
  around('\\bvllm serve ["\']?'),
  around('^(?:OSError: )?["\'`]?', '["\'`]? (?:is not a local folder|is not a valid model|does not appear to have)'),
];

/** A prompt, a step of a build or a notebook's mark, and the command behind it. */
const COMMAND =
  /^\s{0,4}(?:\([\w.-]{1,40}\) ?)?(?:(?:PS )?[A-Z]:\\[^>]{0,120}> ?|[\w.-]{1,40}@[\w.-]{1,60}:[^$#]{0,80}[$#] |\$ |! ?|(?:--> )?RUN )?(?<value>(?:python3?(?:\.\d{1,2})?|pip3?|uv|conda|accelerate|torchrun|streamlit|gradio|docker) [\w./:@-].{0,200})$/;
/** Prose that begins with the name of a program. */
const SENTENCE = /[.?!。？！]$|^\w{1,12} (?:is|was|has|does|version|\d)/;

const WIDEST = 200;

/** Readings of names. */
export const NAMES: readonly Reading[] = [
  {
    marks: [
      'huggingface.co/',
      'from_pretrained(',
      'client(',
      'load_dataset(',
      'repo_id=',
      'gr.load(',
      'to model ',
      ' download ',
      'vllm serve ',
      'a local folder',
      'a valid model',
      'not appear to have',
    ],
    most: MOST,
    inSource: true,
    find: (text) => [...all('space', OF_SPACES, text), ...all('dataset', OF_DATASETS, text), ...all('model', OF_MODELS, text)],
  },
  {
    marks: ['space ', 'spaces ', 'space-id', 'space_id'],
    most: MOST,
    find: (text) => all('space', SAID_SPACES, text).filter(({ value }) => !NO_SPACE.test(value)),
  },
  {
    marks: [
      'running on ',
      'running at ',
      'listening at',
      'listening on',
      'started server',
      'started on',
      'started at',
      'network url:',
      'local url:',
      'local: ',
    ],
    most: MOST,
    find: (text) => {
      const value = LISTENS.exec(text)?.groups?.value;
      return value === undefined ? [] : [{ of: 'named', name: 'port', value }];
    },
  },
  {
    marks: ['.hf.space'],
    most: MOST,
    inSource: true,
    find: (text) => [...text.matchAll(ADDRESS)].map(([value]) => ({ of: 'named', name: 'address', value })),
  },
  {
    marks: ['python ', 'python3', 'pip install', 'conda install', 'accelerate launch', 'torchrun', 'streamlit run', 'docker '],
    most: MOST,
    find: command,
  },
];

type Name = Sighting & { of: 'named' };

function all(name: Named, patterns: readonly RegExp[], text: string): Name[] {
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ groups }): Name[] => {
      const value = groups?.value ?? '';
      return value && !NO_USER.test(value) ? [{ of: 'named', name, value }] : [];
    }),
  );
}

function command(text: string): Sighting[] {
  const value = COMMAND.exec(text)?.groups?.value?.trim();
  return value && !SENTENCE.test(value) ? [{ of: 'named', name: 'command', value: value.slice(0, WIDEST) }] : [];
}
