/** Findings as commands of a GitHub workflow: each is shown beside its line in a pull request. */
import type { CheckFinding, CheckLevel, CheckReport } from '../core/check-report.ts';

const KINDS: Record<CheckLevel, string> = { fails: 'error', costs: 'warning', consider: 'notice' };

/** One line a finding; what is ignored in the source is left out. */
export function toAnnotations({ root, findings }: CheckReport): string {
  return findings
    .filter(({ isIgnored }) => !isIgnored)
    .map((finding) => `${annotation(finding, root)}\n`)
    .join('');
}

function annotation({ check, level, file, line, column, message, because }: CheckFinding, root: string): string {
  const path = file ? pathFrom(root, file) : '';
  const properties = [`file=${property(path)}`, `line=${line}`, `col=${column}`, `title=${property(`${level}: ${check}`)}`].join(',');
  return `::${KINDS[level]} ${properties}::${data([message, ...because].join('\n'))}`;
}

/** A path as it is counted from where the program was started: so do GitHub and code scanning. */
export function pathFrom(root: string, file: string): string {
  const base = root.replace(/^(?:\.\/){1,9}/, '').replace(/\/{1,9}$/, '');
  return base === '.' || base === '' ? file : `${base}/${file}`;
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
