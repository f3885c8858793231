/** A requirements file as pip reads it: one entry a logical line, with what it names, pins, and where it applies. */

export interface Requirement {
  file: string;
  /** The line where it begins, from 1. */
  line: number;
  /** The logical line without comment. */
  text: string;
  /** The distribution in lower case with hyphens; empty for a bare address. */
  name: string;
  /** Version conditions such as `>=2.4,<2.6`, without blanks; empty when there is none. */
  specifier: string;
  /** Where it is fetched from, instead of the index. */
  url: string;
  /** The condition behind `;`. */
  marker: string;
  /** pip options behind the requirement, on the same line. */
  options: string[];
}

export interface RequirementsFile {
  file: string;
  lines: readonly string[];
  requirements: Requirement[];
  /** Other files that it includes with -r. */
  includes: string[];
}

const NAME = /^([A-Za-z0-9][\w.-]{0,120})[ \t]{0,20}(?:\[[^\]]{0,200}\])?[ \t]{0,20}/;
const ADDRESS = /^(?:[a-z]{2,8}\+)?[a-z]{2,8}:\/\//i;
const INCLUDE = /^(?:-r|--requirement)[ \t=]{1,20}(\S{1,300})/;
/** An option behind a requirement: ` --hash=…`, ` -i …`. */
const OPTION = /[ \t](-{1,2}[A-Za-z][\w-]{0,40})/g;
const LONGEST = 4000;

/** In: the text of a requirements file. Lines of options alone (`--index-url`, `-e`) are no requirements. */
export function parseRequirements(file: string, text: string): RequirementsFile {
  const lines = text.split('\n');
  const requirements: Requirement[] = [];
  const includes: string[] = [];
  for (const { line, logical } of logicalLines(lines)) {
    const included = INCLUDE.exec(logical)?.[1];
    if (included !== undefined) includes.push(included);
    else if (!logical.startsWith('-')) requirements.push(parseLine(file, line, logical));
  }
  return { file, lines, requirements, includes };
}

function logicalLines(lines: readonly string[]): { line: number; logical: string }[] {
  const found: { line: number; logical: string }[] = [];
  let open: { line: number; logical: string } | null = null;
  for (const [index, raw] of lines.entries()) {
    const isContinued = raw.endsWith('\\');
    const bare = withoutComment(isContinued ? raw.slice(0, -1) : raw).slice(0, LONGEST);
    open = open
      ? { line: open.line, logical: `${open.logical} ${bare.trim()}`.slice(0, LONGEST) }
      : { line: index + 1, logical: bare.trim() };
    if (isContinued) continue;
    if (open.logical) found.push(open);
    open = null;
  }
  return open?.logical ? [...found, open] : found;
}

/** A `#` begins a comment at the start of a line and behind a blank; in an address it is part of it. */
function withoutComment(line: string): string {
  const at = line.startsWith('#') ? 0 : line.search(/[ \t]#/);
  return at < 0 ? line : line.slice(0, at);
}

function parseLine(file: string, line: number, text: string): Requirement {
  const options = [...text.matchAll(OPTION)].map(([, option]) => option as string);
  const bare = options.length > 0 ? text.slice(0, text.search(/[ \t]-{1,2}[A-Za-z]/)).trim() : text;
  if (ADDRESS.test(bare))
    return { file, line, text, name: '', specifier: '', url: bare.split(/[ \t]/, 1)[0] as string, marker: markerOf(bare, ' ;'), options };
  const [named, name] = NAME.exec(bare) ?? ['', ''];
  const rest = bare.slice(named.length);
  if (rest.startsWith('@')) {
    const url = rest.slice(1).trim().split(/[ \t]/, 1)[0] as string;
    return { file, line, text, name: normalName(name), specifier: '', url, marker: markerOf(rest, ' ;'), options };
  }
  const specifier = (rest.split(';', 1)[0] as string).replace(/[()\s]/g, '');
  return { file, line, text, name: normalName(name), specifier, url: '', marker: markerOf(rest, ';'), options };
}

function markerOf(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at < 0 ? '' : text.slice(at + mark.length).trim();
}

/** The name of a package as pip compares it. */
export function normalName(name: string): string {
  return name.toLowerCase().replace(/[-_.]{1,10}/g, '-');
}
