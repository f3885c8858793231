/** Whether a failure at a place is caught around it. */
import { blockOf, isTry, type Node, parentOf } from '../python/tree.ts';

/** True within the body of a `try` that has handlers, up to the end of the file. */
export function isTried(node: Node): boolean {
  let child = node;
  for (let parent = parentOf(node); parent; child = parent, parent = parentOf(parent))
    if (isTry(parent) && parent.handlers.length > 0 && blockOf(child)?.list === parent.body) return true;
  return false;
}
