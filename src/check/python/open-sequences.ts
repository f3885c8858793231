/** Sequences without brackets in `match` and `case`, which the parser does not know: the brackets are put in, and the places put back. */
import { Lexer, TokenType } from 'py-ast';
import { allNodes, type Tree } from './tree.ts';

type Token = ReturnType<Lexer['tokenize']>[number];

/** A sign that is put before this byte of this line, counted as Python counts them. */
interface Insertion {
  line: number;
  column: number;
  sign: '(' | ')' | '|';
}

export interface Closed {
  text: string;
  /** Where a column of `text` stands in the source, both in bytes from 0. */
  columnIn: (line: number, column: number) => number;
}

/** In: Python source. Out: the same with its open sequences in brackets; null where it has none. Throws what the lexer throws. */
export function closeSequences(source: string): Closed | null {
  const tokens = new Lexer(source).tokenize().filter(({ type }) => type !== TokenType.COMMENT);
  const byLine = new Map<number, Insertion[]>();
  for (const each of tokens.flatMap((_, at) => insertionsAt(tokens, at))) byLine.set(each.line, [...(byLine.get(each.line) ?? []), each]);
  if (byLine.size === 0) return null;
  const lines = source.split('\n').map((line, index) => withInsertions(line, byLine.get(index + 1) ?? []));
  const columnIn = (line: number, column: number) =>
    column - (byLine.get(line) ?? []).filter((each, index) => each.column + index < column).length;
  return { text: lines.join('\n'), columnIn };
}

/** Gives the nodes of a tree the columns that they have in the source. */
export function putBack(tree: Tree, { columnIn }: Closed): void {
  for (const node of allNodes(tree)) {
    if (node.lineno !== undefined && node.col_offset !== undefined) node.col_offset = columnIn(node.lineno, node.col_offset);
    if (node.end_lineno !== undefined && node.end_col_offset !== undefined)
      node.end_col_offset = columnIn(node.end_lineno, node.end_col_offset);
  }
}

const BEGINS_LINE: ReadonlySet<TokenType | undefined> = new Set([undefined, TokenType.NEWLINE, TokenType.INDENT, TokenType.DEDENT]);

/** What is put into the line that begins with this token. */
function insertionsAt(tokens: readonly Token[], at: number): Insertion[] {
  const keyword = tokens[at] as Token;
  if (keyword.type !== TokenType.NAME || !BEGINS_LINE.has(tokens[at - 1]?.type)) return [];
  if (keyword.value === 'match') return around(subjectBehind(tokens, at));
  if (keyword.value !== 'case') return [];
  const pattern = patternBehind(tokens, at);
  return [...around(pattern), ...joined(pattern)].sort((one, other) => one.line - other.line || one.column - other.column);
}

/** The subject of a `match`: all that stands before the colon which ends its line. */
function subjectBehind(tokens: readonly Token[], at: number): Token[] {
  const end = tokens.findIndex(({ type }, index) => index > at && type === TokenType.NEWLINE);
  return tokens[end - 1]?.type === TokenType.COLON ? tokens.slice(at + 1, end - 1) : [];
}

/** The pattern of a `case`: all before the guard or the colon; nothing where the line is no case. */
function patternBehind(tokens: readonly Token[], at: number): Token[] {
  let depth = 0;
  for (let end = at + 1; end < tokens.length; end++) {
    const { type } = tokens[end] as Token;
    if (type === TokenType.NEWLINE) return [];
    if (depth === 0 && (type === TokenType.COLON || type === TokenType.IF)) return tokens.slice(at + 1, end);
    depth += stepOf(type);
  }
  return [];
}

/** How a bracket changes the depth. */
export function stepOf(type: TokenType): number {
  return OPENS.has(type) ? 1 : CLOSES.has(type) ? -1 : 0;
}

const OPENS = new Set([TokenType.LPAR, TokenType.LSQB, TokenType.LBRACE]);
const CLOSES = new Set([TokenType.RPAR, TokenType.RSQB, TokenType.RBRACE]);

/** Brackets around what has a comma of its own. A line that begins with the comma assigns to the name `case` or `match`. */
function around(tokens: readonly Token[]): Insertion[] {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last || first.type === TokenType.COMMA || !hasOwnComma(tokens)) return [];
  return [
    { line: first.lineno, column: first.col_offset, sign: '(' },
    { line: last.end_lineno, column: last.end_col_offset, sign: ')' },
  ];
}

function hasOwnComma(tokens: readonly Token[]): boolean {
  let depth = 0;
  return tokens.some(({ type }) => {
    depth += stepOf(type);
    return depth === 0 && type === TokenType.COMMA;
  });
}

/** `"a" "b"` is one text to Python, and two to the parser. No check reads the text of a pattern: either will do. */
function joined(pattern: readonly Token[]): Insertion[] {
  return pattern.flatMap(({ type, lineno, col_offset }, index): Insertion[] =>
    type === TokenType.STRING && pattern[index - 1]?.type === TokenType.STRING ? [{ line: lineno, column: col_offset, sign: '|' }] : [],
  );
}

function withInsertions(line: string, insertions: readonly Insertion[]): string {
  if (insertions.length === 0) return line;
  const bytes = Buffer.from(line);
  const ends = [...insertions.map(({ column }) => column), bytes.length];
  return (
    bytes.toString('utf8', 0, ends[0]) +
    insertions.map(({ sign, column }, index) => sign + bytes.toString('utf8', column, ends[index + 1])).join('')
  );
}
