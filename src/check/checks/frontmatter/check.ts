/** The front matter of README.md: values that the Hub or ZeroGPU refuses. */
import { compareVersions } from '../../../core/library/version-range.ts';
import type { Check, Found } from '../../check.ts';
import { hasPythonBeside, readAppFile } from '../../space/apps.ts';
import { isUnreadable } from '../../space/folder.ts';
import type { FrontMatter, Setting } from '../../space/front-matter.ts';
import type { Space } from '../../space/space.ts';

export const check: Check = {
  level: 'fails',
  about: 'a setting in the front matter of README.md is refused',
  see: ['space-frontmatter', 'space-config-error', 'pin-python-version'],
  find: (space) => (space.front ? [...whole(space.front), ...settings(space.front, space)] : []),
};

const COLOURS = ['red', 'yellow', 'green', 'blue', 'indigo', 'purple', 'pink', 'gray'];
const LONGEST_DESCRIPTION = 60;

/** Keys that only Spaces have: a front matter without any is that of a model, of a data set or of a site. */
const OF_SPACES = 'app_file sdk sdk_version python_version colorFrom colorTo short_description suggested_hardware hf_oauth app_port'.split(
  ' ',
);

function whole({ file, settings: known, end }: FrontMatter): Found[] {
  if (!OF_SPACES.some((key) => known.has(key))) return [];
  const place = { file, line: 1, column: 1 };
  if (end === null)
    return [
      {
        place,
        message: `The front matter of ${file} has no closing ---.`,
        because: ['the Hub reads the settings between two --- lines'],
      },
    ];
  return known.has('sdk')
    ? []
    : [
        {
          place,
          message: `${file} sets no sdk: without it nothing runs.`,
          because: ['ZeroGPU runs Spaces with sdk: gradio (Hub docs)'],
        },
      ];
}

type Judge = (setting: Setting, space: Space) => Omit<Found, 'place'> | null;

function settings(front: FrontMatter, space: Space): Found[] {
  if (front.end === null) return [];
  return Object.entries(JUDGES).flatMap(([key, judge]) => {
    const setting = front.settings.get(key);
    const judged = setting?.text ? judge(setting, space) : null;
    return setting && judged ? [{ place: { file: front.file, line: setting.line, column: setting.column }, ...judged }] : [];
  });
}

function replaced({ key, line }: Setting, { front }: Space, by: string, title: string): Found['fix'] {
  return front && { title, edits: [{ file: front.file, line, count: 1, lines: [`${key}: ${by}`] }] };
}

const sdk: Judge = ({ text }) =>
  text === 'gradio'
    ? null
    : {
        message: `sdk is ${text}: ZeroGPU runs only Gradio Spaces.`,
        because: ['Docker, Static and Streamlit Spaces cannot be scheduled on ZeroGPU (Hub docs)'],
      };

const sdkVersion: Judge = ({ text }, { figures }) =>
  /^\d{1,3}(?:\.\d{1,3}){0,2}$/.test(text) && compareVersions(text, String(figures.gradioMinimum)) < 0
    ? {
        message: `sdk_version is ${text}: ZeroGPU runs Gradio ${figures.gradioMinimum} or newer.`,
        because: [`oldest supported: ${figures.gradioMinimum} (${figures.cite('gradio-minimum')})`],
      }
    : null;

const appFile: Judge = ({ text }, { folder, front }) => {
  const read = front && readAppFile(folder, front);
  if (!front || (read && !isUnreadable(read))) return null;
  // In a repository of more than the Space, a file that is put beside this README later is not missing.
  if (!read && !hasPythonBeside(folder, front)) return null;
  return {
    message: read ? `app_file is ${text}, which ${read.why}.` : `app_file is ${text}, but there is no such file.`,
    because: ['the Hub starts the file that app_file names'],
  };
};

const pythonVersion: Judge = (setting, space) => {
  const { figures } = space;
  const minor = /^(\d{1,2}\.\d{1,2})(?:\.\d{1,3})?$/.exec(setting.text)?.[1];
  const supported = figures.python.map((each) => each.split('.').slice(0, 2).join('.'));
  if (minor !== undefined && supported.includes(minor)) return null;
  return {
    message: `python_version is ${setting.text}: ZeroGPU runs ${figures.python.join(' and ')}.`,
    because: [`supported: ${figures.python.join(', ')} (${figures.cite('python-versions')})`],
    fix: replaced(setting, space, `"${supported.sort(compareVersions).at(-1)}"`, 'Use the newest that ZeroGPU runs'),
  };
};

const colour: Judge = (setting, space) =>
  COLOURS.includes(setting.text)
    ? null
    : {
        message: `${setting.key} is ${setting.text}: the Hub allows only ${COLOURS.join(', ')} and refuses the push.`,
        because: ['colours come from a fixed list (Hub docs)'],
        fix: replaced(setting, space, 'gray', 'Use a colour from the list'),
      };

const description: Judge = ({ text }) =>
  [...text].length > LONGEST_DESCRIPTION
    ? {
        message: `short_description has ${[...text].length} characters: the Hub allows ${LONGEST_DESCRIPTION} and refuses the push.`,
        because: ['400 Bad Request from /api/validate-yaml (Hugging Face skill)'],
      }
    : null;

const hardware: Judge = () => ({
  level: 'consider',
  message: 'hardware is not a front matter key and is ignored: set it in the Space settings.',
  because: ['the configuration reference has no such key (Hub docs)'],
});

const JUDGES: Record<string, Judge> = {
  sdk,
  sdk_version: sdkVersion,
  app_file: appFile,
  python_version: pythonVersion,
  colorFrom: colour,
  colorTo: colour,
  short_description: description,
  hardware,
};
