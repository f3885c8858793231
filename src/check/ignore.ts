/** Findings that the author knows and accepts: `# zerogpu: ignore[torch-pin] reason`, on the line or on the one above. */

const MARK = /#\s{0,9}zerogpu:\s{0,9}ignore\[([\w\s,-]{1,200})\]\s{0,9}(.{0,200})/;

export interface Ignore {
  checks: string[];
  reason: string;
}

/** What a line asks to ignore; null when it asks nothing. */
function ignoreOf(line: string): Ignore | null {
  const [whole, checks, reason] = MARK.exec(line) ?? [];
  if (whole === undefined || checks === undefined) return null;
  return { checks: checks.split(/[\s,]{1,20}/).filter(Boolean), reason: (reason ?? '').trim() };
}

/** The mark that covers a finding of `check` in this line (from 1); null when none does. A mark above counts when its line holds nothing else. */
export function ignoreFor(lines: readonly string[], line: number, check: string): Ignore | null {
  const [above, own] = [lines[line - 2] ?? '', lines[line - 1] ?? ''];
  const marks = [ignoreOf(own), /^\s{0,200}#/.test(above) ? ignoreOf(above) : null];
  return marks.find((each) => each?.checks.includes(check)) ?? null;
}
