/** Which of the places that bind a name come before one that uses it. */
import { isCallable, isLoop, type Node, parentOf } from '../python/tree.ts';
import type { Binding } from './scope.ts';

/**
 * What is bound before a name is used, or in an earlier round of the loop around both; where nothing is, all of it. A name on its own right side
 * is the earlier one.
 */
export function before(bindings: Binding[], use: Node): Binding[] {
  const earlier = bindings.filter(
    (binding) => (comesBefore(binding.node, use) && !('value' in binding && isWithin(use, binding.value))) || sharesLoop(binding.node, use),
  );
  return earlier.length > 0 ? earlier : bindings;
}

function sharesLoop(binding: Node, use: Node): boolean {
  for (let at: Node | undefined = use; at && !isCallable(at); at = parentOf(at)) if (isLoop(at) && isWithin(binding, at)) return true;
  return false;
}

function comesBefore(one: Node, other: Node): boolean {
  const [a, b] = [positionOf(one), positionOf(other)];
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}

/** Comprehensions and `with` items have no place of their own. */
function positionOf(node: Node): { line: number; column: number } {
  let at: Node | undefined = node;
  while (at && at.lineno === undefined) at = parentOf(at);
  return { line: at?.lineno ?? 0, column: at?.col_offset ?? 0 };
}

function isWithin(node: Node, around: Node): boolean {
  for (let at: Node | undefined = node; at; at = parentOf(at)) if (at === around) return true;
  return false;
}
