/** `check` itself: reads a Space, asks every check, and says whether it would start. */
import { CHECK_LEVELS, type CheckFinding, type CheckReport, type CheckVerdict, type GpuCall } from '../core/check-report.ts';
import { distance } from '../core/library/distance.ts';
import type { ProblemResult } from '../core/result.ts';
import { neutraliseAndMask } from '../core/text/neutralise-and-mask.ts';
import type { Check, Found } from './check.ts';
import { unifiedDiff } from './diff.ts';
import { textOf } from './edit.ts';
import { ignoreFor } from './ignore.ts';
import { isServed } from './libraries/gradio.ts';
import { bookedBy, declaredBy, refusedFor } from './program/duration.ts';
import type { GpuFunction } from './program/gpu-functions.ts';
import { CHECKS } from './registry.ts';
import { noApp } from './space/apps.ts';
import type { Folder } from './space/folder.ts';
import { linesOf, type PlatformKnowledge, readSpace, type Space } from './space/space.ts';

/** The build loads this file, and the parser with it, when somebody first calls for it: what else needs the parser is had from here. */
export { besideLog } from './beside-log.ts';

/** In: a folder, what is known of the platform, and the names of the checks to run (empty: all). Out: the report, or what is wrong with the question. */
export function checkSpace(folder: Folder, knowledge: PlatformKnowledge, select: readonly string[]): CheckReport | ProblemResult {
  const unknown = select.find((name) => !CHECKS.has(name));
  if (unknown !== undefined) return noSuchCheck(unknown);
  const space = readSpace(folder, knowledge);
  if (!space) return noApp(folder);
  const chosen = [...CHECKS].filter(([name]) => select.length === 0 || select.includes(name));
  const findings = chosen.flatMap(([name, check]) => findingsOf(name, check, space)).sort(byPlace);
  const unseen = unseenOf(space);
  return {
    root: neutraliseAndMask(folder.name),
    verdict: verdictOf(findings, space, unseen),
    findings,
    calls: space.program.booking.map((gpu) => callOf(gpu, space)),
    unseen,
  };
}

/** A Space that is made to exhaust a check costs that check alone. */
function findingsOf(name: string, check: Check, space: Space): CheckFinding[] {
  try {
    return check.find(space).map((each) => finding(name, check, each, space));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    space.unseen.push({ file: '', line: null, why: `the check ${name} gave up: the source is too large or nested too deeply` });
    return [];
  }
}

function noSuchCheck(name: string): ProblemResult {
  const near = [...CHECKS.keys()].map((each) => ({ each, far: distance(name, each) })).sort((one, other) => one.far - other.far)[0];
  return {
    type: 'problem',
    what: `There is no check "${neutraliseAndMask(name, 60)}".`,
    help: `Did you mean ${near?.each}? ${[...CHECKS.keys()].join(', ')}.`,
  };
}

const LONGEST = 300;

function finding(name: string, check: Check, found: Found, space: Space): CheckFinding {
  const { place, message, because, fix, level } = found;
  const lines = linesOf(space, place.file) ?? [];
  const ignored = ignoreFor(lines, place.line, name);
  const reasons = [...because, ...(ignored ? [`ignored: ${ignored.reason || 'no reason given'}`] : [])];
  const diff = fix ? unifiedDiff(fix.edits, (file) => linesOf(space, file)) : null;
  return {
    check: name,
    about: check.about,
    level: level ?? check.level,
    stops: check.stops ?? 'start',
    file: neutraliseAndMask(place.file),
    line: place.line,
    column: place.column,
    message: neutraliseAndMask(message, LONGEST),
    because: reasons.map((each) => neutraliseAndMask(each, LONGEST)),
    fix: fix && diff ? { title: fix.title, diff } : null,
    see: [...check.see],
    isIgnored: ignored !== null,
  };
}

function byPlace(one: CheckFinding, other: CheckFinding): number {
  const rank = CHECK_LEVELS.indexOf(one.level) - CHECK_LEVELS.indexOf(other.level);
  if (rank !== 0) return rank;
  return one.file < other.file ? -1 : one.file > other.file ? 1 : one.line - other.line || one.column - other.column;
}

function callOf(gpu: GpuFunction, { program, figures: { booking: figures } }: Space): GpuCall {
  const declared = declaredBy(program.evaluator, gpu, figures);
  const booked = bookedBy(declared, figures);
  const { file, line } = gpu.place;
  return {
    file: neutraliseAndMask(file),
    line,
    function: neutraliseAndMask(gpu.name, LONGEST),
    duration:
      declared.seconds !== null && !declared.isDynamic
        ? declared.seconds
        : neutraliseAndMask(declared.said || textOf(gpu.module, gpu.node), 60),
    size: declared.size ?? 'decided at run time',
    booked,
    refusedFor: refusedFor(booked, figures),
  };
}

function unseenOf({ unseen, program }: Space): CheckReport['unseen'] {
  const missing = program.missing.map(({ module, node, name }) => ({
    file: module.path,
    line: node.lineno,
    why: `imports ${name}, which is not in the folder`,
  }));
  const several =
    program.mains.length > 1
      ? [
          {
            file: '',
            line: null,
            why: `${program.mains.length} files look like the app, and all were read: set app_file in README.md to say which is`,
          },
        ]
      : [];
  const [main] = program.mains;
  const isRead = program.modules.every(({ refusal }) => refusal === null);
  const unserved =
    main && isRead && !isServed(program) ? [{ file: main.path, line: null, why: 'launches no visible app: nothing calls launch()' }] : [];
  const seen = new Set<string>();
  return [...unseen, ...missing, ...several, ...unserved]
    .map(({ file, line, why }) => ({ file: neutraliseAndMask(file), line, why: neutraliseAndMask(why, LONGEST) }))
    .filter(({ file, why }) => !seen.has(`${file} ${why}`) && seen.add(`${file} ${why}`));
}

/** Never a bare "OK": what fails, or what was not seen, or that nothing that was read stops it. */
function verdictOf(findings: CheckFinding[], { program }: Space, unseen: CheckReport['unseen']): CheckVerdict {
  if (findings.some(({ level, isIgnored }) => level === 'fails' && !isIgnored)) return 'would-fail';
  return unseen.length > 0 || program.gpu.length === 0 ? 'cannot-tell' : 'would-start';
}
