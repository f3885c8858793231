/** What the checker complains about: always with a place, a reason and a way out. */

export interface Problem {
  /** Which check, as kebab-case. */
  check: string;
  /** Path within content/, with the field or line behind a colon where there is one. */
  path: string;
  reason: string;
  help: string;
}

/** One problem as three lines of text. */
export function formatProblem({ check, path, reason, help }: Problem): string {
  return `${path}\n  ${reason} [${check}]\n  → ${help}`;
}
