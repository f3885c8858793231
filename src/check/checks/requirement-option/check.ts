/** A pip option behind a requirement, on the same line: pip refuses the file. */
import type { Check, Edit } from '../../check.ts';
import type { Requirement } from '../../space/requirements.ts';

/** The options that pip takes for one requirement. */
const PER_REQUIREMENT = new Set(['--hash', '--config-settings', '-C', '--global-option']);
/** Options that stand on a line of their own, with their value. */
const OF_THE_FILE = /[ \t](--index-url|--extra-index-url|--find-links|-i|-f)[ \t=]{1,9}(\S{1,300})/;

export const check: Check = {
  level: 'fails',
  about: 'a pip option stands behind a requirement',
  see: ['pin-dependencies', 'prebuilt-wheels-only'],
  find: ({ requirements }) =>
    requirements.flatMap((requirement) => {
      const option = requirement.options.find((each) => !PER_REQUIREMENT.has(each));
      if (option === undefined) return [];
      const { file, line, text } = requirement;
      const edits = ownLine(requirement);
      return {
        place: { file, line, column: Math.max(0, text.indexOf(option)) + 1 },
        message: `${option} stands behind a requirement: pip takes only --hash and --config-settings there, and refuses the file.`,
        because: ["in a requirements file an option such as --extra-index-url has a line of its own (pip's documentation)"],
        fix: edits.length > 0 ? { title: 'Give the option a line of its own', edits } : null,
      };
    }),
};

function ownLine({ file, line, text }: Requirement): Edit[] {
  const [whole, option, value] = OF_THE_FILE.exec(text) ?? [];
  if (whole === undefined) return [];
  const rest = text.replace(whole, '').trim();
  return / -/.test(rest) ? [] : [{ file, line, count: 1, lines: [`${option} ${value}`, rest] }];
}
