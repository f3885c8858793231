/** Names to values: the scopes from the inside out, then what the module binds, then what Python itself has. */

import type { Module } from '../program/module.ts';
import {
  type Callable,
  contentsOf,
  isCallable,
  isDef,
  type Node,
  type Of,
  parentOf,
  type ScopeNode,
  scopeOf,
  type Tree,
} from '../python/tree.ts';
import { before } from './before.ts';
import type { At, Evaluator } from './evaluate.ts';
import { externalValue } from './gpu-options.ts';
import { untouchedDefault } from './mentions.ts';
import { type Binding, scopeFor } from './scope.ts';
import { type Frame, literal, UNKNOWN, type Value } from './value.ts';

/** Looks up names, with one memory for each file. */
export class Names {
  readonly #evaluator: Evaluator;
  readonly #stores = new WeakMap<Tree, Map<string, Binding[]>>();

  constructor(evaluator: Evaluator) {
    this.#evaluator = evaluator;
  }

  /** What a name stands for where it is written. */
  values(name: Of<'Name'>, at: At): Value[] {
    if (name.id === '__name__') return [literal(at.module.isMain ? '__main__' : at.module.path)];
    const start = scopeOf(name);
    for (let scope: ScopeNode = start; ; scope = scopeOf(scope)) {
      const { bindings, globals } = scopeFor(scope);
      const isModule = scope.nodeType === 'Module' || globals.has(name.id);
      if (isModule) return this.#ofModule(name, at, start === scope && !globals.has(name.id));
      const found = scope.nodeType === 'ClassDef' && scope !== start ? undefined : bindings.get(name.id);
      if (found) return this.#ofFunction(found, name, scope, start, at);
    }
  }

  /** `module.name` from outside. */
  member(module: Module, name: string): Value[] {
    const found = this.bindings(module, name);
    return found.length > 0 ? this.#bound(found, { module, frame: null }, null) : [UNKNOWN];
  }

  /** All live bindings of a module's name, those in functions that declare it `global` included. */
  bindings(module: Module, name: string): Binding[] {
    const own = this.#lastOnes(this.#live(scopeFor(module.tree).bindings.get(name) ?? [], module), module.tree, module);
    return [...own, ...this.#live(this.#globalStores(module).get(name) ?? [], module)];
  }

  #ofModule(name: Of<'Name'>, at: At, isDirect: boolean): Value[] {
    const { module } = at;
    const own = scopeFor(module.tree).bindings.get(name.id);
    const inFunctions = isDirect ? [] : this.#live(this.#globalStores(module).get(name.id) ?? [], module);
    if (!own && inFunctions.length === 0) return this.#elsewhere(name, at);
    const earlier = isDirect ? before(own ?? [], name) : (own ?? []);
    const chosen = [...this.#lastOnes(this.#live(earlier, module), module.tree, module), ...inFunctions];
    return chosen.length > 0 ? this.#bound(chosen, { module, frame: null }, name) : [UNKNOWN];
  }

  #ofFunction(found: Binding[], name: Of<'Name'>, scope: ScopeNode, start: ScopeNode, at: At): Value[] {
    const earlier = start === scope ? before(found, name) : found;
    const chosen = this.#lastOnes(this.#live(earlier, at.module), scope, at.module);
    const frame = isCallable(scope) ? frameOf(at.frame, scope) : at.frame;
    return this.#bound(chosen.length > 0 ? chosen : found, { module: at.module, frame }, name);
  }

  /** A name that the module does not bind: from a star import, or Python's own. */
  #elsewhere(name: Of<'Name'>, at: At): Value[] {
    for (const binding of scopeFor(at.module.tree).bindings.get('*') ?? []) {
      if (binding.how !== 'import' || binding.from.nodeType !== 'ImportFrom') continue;
      const { module: base, level } = binding.from;
      const star = this.#evaluator.modules.imported(at.module, binding.from, { ...binding.alias, name: '*' });
      if (star.is === 'member' && scopeFor(star.module.tree).bindings.has(name.id)) return this.member(star.module, name.id);
      if (star.is === 'external' && base === 'spaces' && !level) return [externalValue(`spaces.${name.id}`, name, at)];
    }
    const meant = MEANT.get(name.id) ?? (BUILTINS.has(name.id) || EXCEPTION.test(name.id) ? `builtins.${name.id}` : undefined);
    return [meant === undefined ? UNKNOWN : externalValue(meant, name, at)];
  }

  #bound(bindings: Binding[], at: At, name: Of<'Name'> | null): Value[] {
    return bindings.flatMap((binding) => this.#value(binding, at, name));
  }

  #value(binding: Binding, at: At, name: Of<'Name'> | null): Value[] {
    switch (binding.how) {
      case 'value':
        return this.#evaluator.values(binding.value, at);
      case 'part':
        return this.#evaluator
          .values(binding.value, at)
          .flatMap((whole) => (whole.is === 'list' && whole.items[binding.index]) || [partOf(whole)]);
      case 'item':
        return this.#evaluator
          .values(binding.of, at)
          .flatMap((list) => (list.is === 'list' ? (list.keys ?? list.items).flat() : [UNKNOWN]));
      case 'import':
        return this.#importedValue(binding, at, name);
      case 'definition':
        return [this.definitionValue(binding.definition, at)];
      case 'parameter':
        return (
          at.frame?.parameters.get(binding.name) ?? [this.#selfOf(binding, at) ?? untouchedDefault(this.#evaluator, binding, at) ?? UNKNOWN]
        );
      default:
        return [UNKNOWN];
    }
  }

  #importedValue(binding: Extract<Binding, { how: 'import' }>, at: At, name: Of<'Name'> | null): Value[] {
    const found = this.#evaluator.modules.imported(at.module, binding.from, binding.alias);
    switch (found.is) {
      case 'module':
        return [{ is: 'module', module: found.module }];
      case 'member':
        return this.member(found.module, found.name);
      case 'external':
        return [externalValue(found.path, name ?? IMPORT, at)];
      default:
        return [UNKNOWN];
    }
  }

  /** A function or class by its definition. */
  definitionValue(definition: Extract<Binding, { how: 'definition' }>['definition'], { module, frame }: At): Value {
    if (definition.nodeType === 'ClassDef') return { is: 'class', node: definition, module, frame };
    return { is: 'function', callable: definition, module, frame, self: null };
  }

  /** The first parameter of a method is the object, or the class. */
  #selfOf(binding: Extract<Binding, { how: 'parameter' }>, at: At): Value | null {
    const callable = parentOf(parentOf(binding.node) as Node) as Node;
    const node = classAround(callable);
    if (!node || binding.position !== 0 || !isDef(callable)) return null;
    const marks = callable.decorator_list.map((each) => (each.nodeType === 'Name' ? each.id : ''));
    if (marks.includes('staticmethod')) return null;
    return marks.includes('classmethod')
      ? { is: 'class', node, module: at.module, frame: null }
      : { is: 'instance', node, module: at.module, call: null };
  }

  /** The values of these bindings of a class or a module, seen from outside; those that never happen are left out. */
  bound(bindings: readonly Binding[], module: Module): Value[] {
    return this.#bound(this.#live([...bindings], module), { module, frame: null }, null);
  }

  #live(bindings: Binding[], module: Module): Binding[] {
    return bindings.filter(({ node }) => this.#evaluator.live.isLive(node, module));
  }

  /** From the last binding on that is made in any case; what was bound before it is gone. */
  #lastOnes(bindings: Binding[], scope: ScopeNode, module: Module): Binding[] {
    for (let at = bindings.length - 1; at > 0; at--)
      if (this.#evaluator.live.isCertain((bindings[at] as Binding).node, scope, module)) return bindings.slice(at);
    return bindings;
  }

  #globalStores({ tree }: Module): Map<string, Binding[]> {
    let stores = this.#stores.get(tree);
    if (!stores) {
      stores = new Map();
      for (const node of contentsOf(tree).definitions) {
        const { globals, bindings } = scopeFor(node);
        for (const name of globals.keys()) stores.set(name, [...(stores.get(name) ?? []), ...(bindings.get(name) ?? [])]);
      }
      this.#stores.set(tree, stores);
    }
    return stores;
  }
}

const IMPORT: Of<'Name'> = { nodeType: 'Name', id: 'import', ctx: { nodeType: 'Load' }, lineno: 1, col_offset: 0 };

/** What these names mean in a file that binds them nowhere in sight: through a star import, or with the import taken out for a run at home. */
const MEANT: ReadonlyMap<string, string> = new Map([
  ['spaces', 'spaces'],
  ['gr', 'gradio'],
  ['torch', 'torch'],
]);

const BUILTINS = new Set(
  ['int', 'float', 'str', 'bool', 'min', 'max', 'round', 'abs', 'len', 'hasattr', 'getattr', 'list', 'tuple', 'open', 'range'].concat([
    'callable',
    'isinstance',
    '__import__',
    '__debug__',
    'print',
    'exec',
    'Exception',
    'BaseException',
    'ImportError',
    'ModuleNotFoundError',
  ]),
);

const EXCEPTION = /^[A-Z]\w{0,60}(?:Error|Exception|Interrupt|Iteration|Exit)$/;

function partOf(whole: Value): Value {
  return whole.is === 'result' || whole.is === 'part' ? { is: 'part', of: whole, name: '[]' } : UNKNOWN;
}

function frameOf(frame: Frame | null, callable: Callable): Frame | null {
  for (let at = frame; at; at = at.around) if (at.callable === callable) return at;
  return null;
}

/** The class around a method, if it is one. */
function classAround(node: Node): Of<'ClassDef'> | null {
  const parent = isDef(node) ? parentOf(node) : undefined;
  return parent?.nodeType === 'ClassDef' ? parent : null;
}
