/** get_kernel without a version: newer releases of kernels refuse it. */
import { compareVersions } from '../../../core/library/version-range.ts';
import type { Check } from '../../check.ts';
import { placeOf } from '../../program/module.ts';
import { callsIn } from '../../program/reach.ts';
import { hasDoubleStar, keyword } from '../../python/tree.ts';
import { requirementsOf, type Space } from '../../space/space.ts';

export const check: Check = {
  level: 'consider',
  about: 'a kernel is fetched without a version',
  see: ['kernels-community', 'kernels-version-required'],
  find: (space) => {
    const { program, figures } = space;
    if (isOldPin(space)) return [];
    return program.allCode.flatMap((body) =>
      callsIn(program.evaluator, body)
        .filter((call) =>
          program.evaluator.values(call.func, body).some((each) => each.is === 'external' && each.path === 'kernels.get_kernel'),
        )
        .filter((call) => call.args.length < 2 && !hasDoubleStar(call) && !['version', 'revision'].some((name) => keyword(call, name)))
        .filter((call) => body.isCertain && !program.evaluator.live.isSwitched(call, body.module))
        .map((call) => ({
          place: placeOf(body.module, call),
          message: `get_kernel is called without a version or revision, which kernels ${figures.kernelsStrict} and newer refuse.`,
          because: [
            `a version or revision is mandatory from kernels ${figures.kernelsStrict} on (${figures.cite('kernels-version-required')})`,
          ],
        })),
    );
  },
};

/** kernels pinned to a release that does not ask for it. */
function isOldPin(space: Space): boolean {
  const pin = requirementsOf(space, 'kernels')
    .map(({ specifier }) => /(?:==|<=?|~=)(\d{1,3}\.\d{1,3})/.exec(specifier)?.[1])
    .find((each) => each !== undefined);
  return pin !== undefined && compareVersions(pin, space.figures.kernelsStrict) <= 0 && pin !== space.figures.kernelsStrict;
}
