/** A pip option behind a requirement, on the same line: pip refuses the file, or reads past the option. */
import type { Check, Edit, Found } from '../../check.ts';
import type { Requirement } from '../../space/requirements.ts';

/** The options that pip takes for one requirement. */
const PER_REQUIREMENT = new Set(['--hash', '--config-settings', '-C', '--global-option']);
/** Options that a requirements file may hold on a line of their own. Behind a requirement pip parses them too, and does nothing with them. */
const PER_FILE = new Set(
  `-i --index-url --extra-index-url --no-index -f --find-links --pre --prefer-binary --no-binary --only-binary --trusted-host --use-feature
   --require-hashes -r --requirement -c --constraint -e --editable`.split(/\s+/),
);
/** Of these, those that are moved to a line of their own together with their value. */
const OF_THE_FILE = /[ \t](--index-url|--extra-index-url|--find-links|-i|-f)[ \t=]{1,9}(\S{1,300})/;

export const check: Check = {
  level: 'fails',
  about: 'a pip option follows a requirement',
  see: ['pin-dependencies', 'prebuilt-wheels-only'],
  find: ({ requirements }) =>
    requirements.flatMap((requirement) => {
      const strange = requirement.options.filter((each) => !PER_REQUIREMENT.has(each));
      const refused = strange.find((each) => !PER_FILE.has(each));
      if (refused !== undefined) return [found(requirement, refused)];
      return strange[0] === undefined ? [] : [passedOver(requirement, strange[0])];
    }),
};

function found(requirement: Requirement, option: string): Found {
  return {
    place: placeOf(requirement, option),
    message: `${option} follows a requirement: pip allows only --hash and --config-settings there and refuses the file.`,
    because: ['"no such option" for the line (tried with pip 23.2, 24.0 and 26.1)'],
  };
}

function passedOver(requirement: Requirement, option: string): Found {
  const edits = ownLine(requirement);
  return {
    level: 'consider',
    place: placeOf(requirement, option),
    message: `${option} follows a requirement, where pip ignores it.`,
    because: ['in a requirements file such an option needs its own line (tried with pip 23.2, 24.0 and 26.1)'],
    fix: edits.length > 0 ? { title: 'Put the option on its own line', edits } : null,
  };
}

function placeOf({ file, line, text }: Requirement, option: string): Found['place'] {
  return { file, line, column: Math.max(0, text.indexOf(option)) + 1 };
}

function ownLine({ file, line, text }: Requirement): Edit[] {
  const [whole, option, value] = OF_THE_FILE.exec(text) ?? [];
  if (whole === undefined) return [];
  const rest = text.replace(whole, '').trim();
  return / -/.test(rest) ? [] : [{ file, line, count: 1, lines: [`${option} ${value}`, rest] }];
}
