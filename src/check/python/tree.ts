/** The syntax tree of a Python file: CPython's own `ast`, whoever parses it, with a way up to the parent and a walk that cannot overflow. */
import type { ASTNodeUnion } from 'py-ast';

export type Node = ASTNodeUnion;
export type Kind = Node['nodeType'];
/** The node of one kind, such as `Of<'Call'>`. */
export type Of<K extends Kind> = Extract<Node, { nodeType: K }>;

export type Tree = Of<'Module'>;
export type Expr = Of<'Call'>['func'];
export type Statement = Tree['body'][number];
export type Def = Of<'FunctionDef'> | Of<'AsyncFunctionDef'>;
export type Callable = Def | Of<'Lambda'>;
/** What has names of its own. */
export type ScopeNode = Tree | Callable | Of<'ClassDef'>;

const PARENT = Symbol('parent');
const BLOCK = Symbol('block');
const INDEX = Symbol('index');

interface Linked {
  [PARENT]?: Node;
  /** The list of statements in which it stands, and where in it. */
  [BLOCK]?: Statement[];
  [INDEX]?: number;
}

/** The node around this one; undefined for the module. */
export function parentOf(node: Node): Node | undefined {
  return (node as Linked)[PARENT];
}

/** The list of statements in which a statement stands: a body, an `else`, a `finally`. */
export function blockOf(node: Node): { list: Statement[]; index: number } | null {
  const { [BLOCK]: list, [INDEX]: index } = node as Linked;
  return list && index !== undefined ? { list, index } : null;
}

/**
 * Ties every node to its parent. The tree must be tied before anything else of this folder is asked.
 * Out: how many nodes there are, and how many lie above the deepest one; a very deep tree is not for functions that call themselves.
 */
export function tie(tree: Tree): { count: number; deepest: number } {
  let count = 0;
  let deepest = 0;
  const found: Contents = { definitions: [], calls: [], imports: [] };
  const pending: Node[] = [tree];
  const depths = [0];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const depth = depths.pop() as number;
    count++;
    if (depth > deepest) deepest = depth;
    sortInto(found, node);
    const parent = node;
    forEachChild(node, (child) => {
      (child as Linked)[PARENT] = parent;
      pending.push(child);
      depths.push(depth + 1);
    });
    for (const field of BLOCKS) tieBlock((node as unknown as Record<string, unknown>)[field]);
  }
  sort(found);
  contents.set(tree, found);
  return { count, deepest };
}

/** The tree of a file that nobody can read. */
export function emptyTree(): Tree {
  const tree: Tree = { nodeType: 'Module', body: [], lineno: 1, col_offset: 0 };
  tie(tree);
  return tree;
}

const BLOCKS = ['body', 'orelse', 'finalbody'] as const;

function tieBlock(list: unknown): void {
  if (!Array.isArray(list)) return;
  for (const [index, child] of list.entries()) {
    (child as Linked)[BLOCK] = list;
    (child as Linked)[INDEX] = index;
  }
}

/** Where a node has its children, in the order of the source. Operators and load/store marks are left out, and so are type parameters. */
const CHILDREN = new Map(
  `Module body; Expression body; Interactive body; FunctionDef decorator_list args returns body; AsyncFunctionDef decorator_list args returns body;
  ClassDef decorator_list bases keywords body; Return value; Delete targets; Assign targets value; TypeAlias name value; AugAssign target value;
  AnnAssign target annotation value; For target iter body orelse; AsyncFor target iter body orelse; While test body orelse;
  If test body orelse; With items body; AsyncWith items body; Match subject cases; Raise exc cause; Try body handlers orelse finalbody;
  TryStar body handlers orelse finalbody; Assert test msg; Import names; ImportFrom names; Expr value; Global; Nonlocal; Pass; Break; Continue;
  BoolOp values; NamedExpr target value; BinOp left right; UnaryOp operand; Lambda args body; IfExp body test orelse; Dict keys values;
  Set elts; ListComp elt generators; SetComp elt generators; DictComp key value generators; GeneratorExp elt generators; Await value;
  Yield value; YieldFrom value; Compare left comparators; Call func args keywords; FormattedValue value format_spec;
  Interpolation value format_spec; JoinedStr values; TemplateStr values; Constant; Attribute value; Subscript value slice; Starred value; Name;
  List elts; Tuple elts; Slice lower upper step; Comprehension target iter ifs; ExceptHandler type body;
  Arguments posonlyargs args vararg kwonlyargs kw_defaults kwarg defaults; Arg annotation; Keyword value; Alias;
  WithItem context_expr optional_vars; MatchCase pattern guard body; MatchValue value; MatchSingleton; MatchSequence patterns;
  MatchMapping keys patterns; MatchClass cls patterns kwd_patterns; MatchStar; MatchAs pattern; MatchOr patterns`
    .split(';')
    .map((line) => line.trim().split(' '))
    .map(([kind, ...fields]) => [kind as string, fields]),
);

/** Calls `visit` with each direct child, in the order of the source. */
export function forEachChild(node: Node, visit: (child: Node) => void): void {
  for (const field of CHILDREN.get(node.nodeType) ?? []) {
    const value = (node as unknown as Record<string, unknown>)[field];
    if (Array.isArray(value)) for (const item of value) isNode(item) && visit(item);
    else if (isNode(value)) visit(value);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'nodeType' in value;
}

export function isDef(node: Node | undefined): node is Def {
  return node?.nodeType === 'FunctionDef' || node?.nodeType === 'AsyncFunctionDef';
}

export function isCallable(node: Node | undefined): node is Callable {
  return isDef(node) || node?.nodeType === 'Lambda';
}

function isScope(node: Node | undefined): node is ScopeNode {
  return isCallable(node) || node?.nodeType === 'ClassDef' || node?.nodeType === 'Module';
}

export function isLoop(node: Node | undefined): node is Of<'For'> | Of<'AsyncFor'> | Of<'While'> {
  return node?.nodeType === 'For' || node?.nodeType === 'AsyncFor' || node?.nodeType === 'While';
}

export function isTry(node: Node | undefined): node is Of<'Try'> | Of<'TryStar'> {
  return node?.nodeType === 'Try' || node?.nodeType === 'TryStar';
}

/** The scope in which the names of `node` are looked up: a decorator, a default and a base class belong to the scope around. */
export function scopeOf(node: Node): ScopeNode {
  let child = node;
  for (let parent = parentOf(node); parent; child = parent, parent = parentOf(parent)) {
    if (!isScope(parent)) continue;
    if (parent.nodeType === 'Module' || isBody(parent, child)) return parent;
  }
  return node as Tree;
}

function isBody(scope: ScopeNode, child: Node): boolean {
  return scope.body === child || (child as Linked)[BLOCK] === scope.body;
}

const owned = new WeakMap<ScopeNode, readonly Node[]>();

/** Every node that runs when this scope's body runs, outermost first: it does not enter the functions and classes that are only defined in it. */
export function ownNodes(scope: ScopeNode): readonly Node[] {
  let nodes = owned.get(scope);
  if (!nodes) {
    nodes = collectOwn(scope);
    owned.set(scope, nodes);
  }
  return nodes;
}

function collectOwn(scope: ScopeNode): Node[] {
  const found: Node[] = [];
  const pending: Node[] = scope.nodeType === 'Lambda' ? [scope.body] : [...scope.body].reverse();
  for (let node = pending.pop(); node; node = pending.pop()) {
    found.push(node);
    const children = childrenIn(node);
    for (let at = children.length - 1; at >= 0; at--) pending.push(children[at] as Node);
  }
  return found;
}

/** What of a node runs with the code around it: of a function its decorators and defaults, of a class its body. */
function childrenIn(node: Node): Node[] {
  if (isDef(node)) return [...node.decorator_list, ...defaultsOf(node)];
  if (node.nodeType === 'ClassDef') return [...node.decorator_list, ...node.bases, ...node.body];
  const children: Node[] = [];
  if (node.nodeType !== 'Lambda') forEachChild(node, (child) => children.push(child));
  return children;
}

function defaultsOf({ args }: Def): Node[] {
  return [...args.defaults, ...args.kw_defaults.filter((each) => each !== null)];
}

export interface Contents {
  definitions: Def[];
  calls: Of<'Call'>[];
  imports: (Of<'Import'> | Of<'ImportFrom'>)[];
}

const contents = new WeakMap<Tree, Contents>();

/** The functions, calls and imports of a file, in the order of the source. */
export function contentsOf(tree: Tree): Contents {
  return contents.get(tree) as Contents;
}

function sort({ definitions, calls, imports }: Contents): void {
  for (const list of [definitions, calls, imports]) list.sort(byPlace);
}

function sortInto({ definitions, calls, imports }: Contents, node: Node): void {
  if (isDef(node)) definitions.push(node);
  else if (node.nodeType === 'Call') calls.push(node);
  else if (node.nodeType === 'Import' || node.nodeType === 'ImportFrom') imports.push(node);
}

function byPlace(one: Node, other: Node): number {
  return (one.lineno ?? 0) - (other.lineno ?? 0) || (one.col_offset ?? 0) - (other.col_offset ?? 0);
}

/** Every node below this one and itself, functions and classes entered. */
export function allNodes(root: Node): Node[] {
  const found: Node[] = [root];
  for (let at = 0; at < found.length; at++) forEachChild(found[at] as Node, (child) => found.push(child));
  return found;
}

/** A dotted name as it is written, such as `torch.cuda.empty_cache`; empty when it is anything else. */
export function dottedName(node: Node | undefined): string {
  const parts: string[] = [];
  let at = node;
  while (at?.nodeType === 'Attribute') {
    parts.unshift(at.attr);
    at = at.value;
  }
  return at?.nodeType === 'Name' ? [at.id, ...parts].join('.') : '';
}

/** The last part of what is called: `load` of `torch.load(…)`. */
export function calledName({ func }: Of<'Call'>): string {
  return func.nodeType === 'Attribute' ? func.attr : func.nodeType === 'Name' ? func.id : '';
}

/** The value of a keyword argument, if it is given by name. */
export function keyword({ keywords }: Of<'Call'>, name: string): Expr | undefined {
  return keywords.find(({ arg }) => arg === name)?.value;
}

/** Whether some arguments come from a `**dictionary`, and so any may be given. */
export function hasDoubleStar({ keywords }: Of<'Call'>): boolean {
  return keywords.some(({ arg }) => !arg);
}
