/** Findings as SARIF 2.1.0, the form that code scanning reads. */
import type { Log, ReportingDescriptor, Result } from 'sarif';
import type { CheckFinding, CheckLevel, CheckReport } from '../core/check-report.ts';
import { pathFrom } from './check-annotations.ts';

const LEVELS: Record<CheckLevel, Result.level> = { fails: 'error', costs: 'warning', consider: 'note' };

/** The document, indented, with a line feed at the end. */
export function toSarif({ root, findings }: CheckReport, version: string): string {
  const rules = [...new Map(findings.map((finding) => [finding.check, ruleOf(finding)])).values()];
  const log: Log = {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [{ tool: { driver: { name: 'zerogpu-advisor', version, rules } }, results: findings.map((finding) => resultOf(finding, root)) }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf({ check, about, level, see }: CheckFinding): ReportingDescriptor {
  return {
    id: check,
    shortDescription: { text: about },
    help: { text: `zerogpu-advisor show ${see[0]}` },
    defaultConfiguration: { level: LEVELS[level] },
  };
}

function resultOf({ check, level, file, line, column, message, because, isIgnored }: CheckFinding, root: string): Result {
  const uri = pathFrom(root, file).split('/').map(encodeURIComponent).join('/');
  return {
    ruleId: check,
    level: LEVELS[level],
    message: { text: [message, ...because].join('\n') },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region: { startLine: line, startColumn: column } } }],
    ...(isIgnored ? { suppressions: [{ kind: 'inSource' }] } : {}),
  };
}
