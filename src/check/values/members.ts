/** What `object.name` and `Class.name` are: a method, a name of the class or of its ancestors, or what a method stores in `self.name`. */
import { allNodes, type Callable, type Expr, isDef, type Of } from '../python/tree.ts';
import type { Evaluator } from './evaluate.ts';
import { scopeFor } from './scope.ts';
import { UNKNOWN, type Value } from './value.ts';

type Owner = Extract<Value, { is: 'instance' | 'class' }>;

/** Classes are looked for in their ancestors this far up. */
const MOST_ANCESTORS = 12;

/** The values of an attribute; unknown when nothing of the class is called so. */
export function memberValues(evaluator: Evaluator, owner: Owner, name: string, depth = 0): Value[] {
  const own = scopeFor(owner.node).bindings.get(name);
  if (own) return evaluator.names.bound(own, owner.module).map((each) => ofObject(each, owner));
  const stored = fieldsOf(owner.node).get(name) ?? [];
  const at = { module: owner.module, frame: null };
  if (stored.length > 0) return stored.flatMap((value) => evaluator.values(value, at));
  const ancestors = depth < MOST_ANCESTORS ? owner.node.bases.flatMap((base) => evaluator.values(base, at)) : [];
  const inherited = ancestors.flatMap((base) =>
    base.is === 'class' && base.node !== owner.node
      ? memberValues(evaluator, { ...owner, node: base.node, module: base.module }, name, depth + 1)
      : [],
  );
  return inherited.length > 0 ? inherited : [UNKNOWN];
}

/** A function of the class becomes a method of the object. */
function ofObject(value: Value, owner: Owner): Value {
  return value.is === 'function' && owner.is === 'instance' && !isStatic(value.callable) ? { ...value, self: owner } : value;
}

function isStatic(callable: Callable): boolean {
  return isDef(callable) && callable.decorator_list.some((each) => each.nodeType === 'Name' && each.id === 'staticmethod');
}

const fields = new WeakMap<Of<'ClassDef'>, Map<string, Expr[]>>();

/** What the methods of a class store in `self`. */
function fieldsOf(node: Of<'ClassDef'>): Map<string, Expr[]> {
  let found = fields.get(node);
  if (!found) {
    found = new Map();
    for (const each of allNodes(node)) {
      if (each.nodeType !== 'Assign') continue;
      for (const target of each.targets) {
        if (target.nodeType !== 'Attribute' || target.value.nodeType !== 'Name' || target.value.id !== 'self') continue;
        const stored = found.get(target.attr);
        if (stored) stored.push(each.value);
        else found.set(target.attr, [each.value]);
      }
    }
    fields.set(node, found);
  }
  return found;
}
