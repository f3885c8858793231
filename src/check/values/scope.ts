/** What a name is bound to in a scope: assignments, imports, definitions, parameters. Made once a scope, when somebody asks. */
import { type Def, type Expr, isCallable, isDef, type Node, type Of, ownNodes, parentOf, type ScopeNode } from '../python/tree.ts';

export type Binding = { name: string; node: Node } & (
  | { how: 'value'; value: Expr }
  /** One of the targets on the left of `a, b = …`, at this index. */
  | { how: 'part'; value: Expr; index: number }
  /** One after the other of what is looped over. */
  | { how: 'item'; of: Expr }
  | { how: 'import'; alias: Of<'Alias'>; from: Of<'Import'> | Of<'ImportFrom'> }
  | { how: 'definition'; definition: Def | Of<'ClassDef'> }
  | { how: 'parameter'; default: Expr | null; position: number }
  | { how: 'other' }
);

export interface Scope {
  node: ScopeNode;
  bindings: ReadonlyMap<string, Binding[]>;
  /** Names that a `global` statement hands to the module. */
  globals: ReadonlyMap<string, Of<'Global'>>;
}

const scopes = new WeakMap<ScopeNode, Scope>();

/** The scope of a module, class or function. */
export function scopeFor(node: ScopeNode): Scope {
  let scope = scopes.get(node);
  if (!scope) {
    scope = makeScope(node);
    scopes.set(node, scope);
  }
  return scope;
}

function makeScope(scope: ScopeNode): Scope {
  const bindings = new Map<string, Binding[]>();
  const globals = new Map<string, Of<'Global'>>();
  const add = (binding: Binding) => {
    const known = bindings.get(binding.name);
    if (known) known.push(binding);
    else bindings.set(binding.name, [binding]);
  };
  if (isCallable(scope)) addParameters(scope.args, add);
  for (const node of ownNodes(scope)) {
    if (node.nodeType === 'Global') for (const name of node.names) globals.set(name, node);
    // The names of a class that is defined here are the class's own.
    else if (!isInClass(node, scope)) for (const binding of bindingsOf(node)) add(binding);
  }
  return { node: scope, bindings, globals };
}

function isInClass(node: Node, scope: ScopeNode): boolean {
  for (let parent = parentOf(node); parent && parent !== scope; parent = parentOf(parent)) if (parent.nodeType === 'ClassDef') return true;
  return false;
}

function addParameters(args: Of<'Arguments'>, add: (binding: Binding) => void): void {
  const named = [...args.posonlyargs, ...args.args];
  // Only the last ones have defaults.
  const without = named.length - args.defaults.length;
  for (const [position, node] of named.entries())
    add({ how: 'parameter', name: node.arg, node, position, default: args.defaults[position - without] ?? null });
  for (const [at, node] of args.kwonlyargs.entries())
    add({ how: 'parameter', name: node.arg, node, position: -1, default: args.kw_defaults[at] ?? null });
  for (const node of [args.vararg, args.kwarg]) if (node) add({ how: 'parameter', name: node.arg, node, position: -1, default: null });
}

/** The names that a node binds. */
function bindingsOf(node: Node): Binding[] {
  switch (node.nodeType) {
    case 'Assign':
      return node.targets.flatMap((target) => targetsOf(target, node, node.value));
    case 'AnnAssign':
      return node.value ? targetsOf(node.target, node, node.value) : [];
    case 'AugAssign':
      return namesOf(node.target, node);
    case 'NamedExpr':
      return targetsOf(node.target, node, node.value);
    case 'For':
    case 'AsyncFor':
    case 'Comprehension':
      return node.target.nodeType === 'Name' ? [{ how: 'item', name: node.target.id, node, of: node.iter }] : namesOf(node.target, node);
    case 'WithItem':
      return node.optional_vars ? targetsOf(node.optional_vars, node, node.context_expr) : [];
    case 'ExceptHandler':
      return node.name ? [{ how: 'other', name: node.name, node }] : [];
    case 'Import':
    case 'ImportFrom':
      return node.names.map((alias) => ({ how: 'import', name: importedName(node, alias), node, alias, from: node }));
    case 'ClassDef':
      return [{ how: 'definition', name: node.name, node, definition: node }];
    default:
      return isDef(node) ? [{ how: 'definition', name: node.name, node, definition: node }] : [];
  }
}

/** `import a.b` binds `a`, `import a.b as c` binds `c`. */
function importedName(node: Node, { name, asname }: Of<'Alias'>): string {
  return asname ?? (node.nodeType === 'Import' ? (name.split('.')[0] as string) : name);
}

function targetsOf(target: Expr, node: Node, value: Expr): Binding[] {
  if (target.nodeType === 'Name') return [{ how: 'value', name: target.id, node, value }];
  if (target.nodeType !== 'Tuple' && target.nodeType !== 'List') return [];
  return target.elts.flatMap((each, index) =>
    each.nodeType === 'Name' ? [{ how: 'part', name: each.id, node, value, index }] : namesOf(each, node),
  );
}

function namesOf(target: Expr, node: Node): Binding[] {
  if (target.nodeType === 'Name') return [{ how: 'other', name: target.id, node }];
  if (target.nodeType === 'Starred') return namesOf(target.value, node);
  return target.nodeType === 'Tuple' || target.nodeType === 'List' ? target.elts.flatMap((each) => namesOf(each, node)) : [];
}
