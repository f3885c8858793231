/** A report of `check` as the contract has it. */
import type { CheckFinding, CheckReport } from '../core/check-report.ts';

/** The object that is printed as JSON. */
export function checkObject({ root, verdict, findings, calls, unseen }: CheckReport): unknown {
  return { schema: 'zerogpu-advisor/check@1', root, verdict, findings: findings.map(findingObject), calls, unseen };
}

function findingObject({ check, about, level, stops, file, line, column, message, because, fix, see, isIgnored }: CheckFinding): unknown {
  const stop = level === 'fails' ? { stops } : {};
  return { check, title: about, level, ...stop, file, line, column, message, because, fix, see, ignored: isIgnored };
}
