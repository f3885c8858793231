/** Where a name is said anywhere in a Space: as a name, an attribute, a text, or as what an import renames. */
import type { Modules } from '../program/modules.ts';
import { allNodes, hasDoubleStar, isDef, type Node, parentOf } from '../python/tree.ts';
import type { Binding } from './scope.ts';
import { type Literal, literal, type Value } from './value.ts';

/** All names of a Space, gathered once, when every file has been read. */
export class Mentions {
  readonly #modules: Modules;
  #byName: Map<string, Node[]> | undefined;

  constructor(modules: Modules) {
    this.#modules = modules;
  }

  /** The nodes that say this name; null as long as files are still to be read. */
  of(name: string): readonly Node[] | null {
    if (!this.#modules.isComplete) return null;
    this.#byName ??= this.#gather();
    return this.#byName.get(name) ?? [];
  }

  #gather(): Map<string, Node[]> {
    const defined = new Set(this.#modules.read.flatMap(({ tree }) => allNodes(tree).flatMap((node) => (isDef(node) ? [node.name] : []))));
    const found = new Map<string, Node[]>();
    for (const { tree } of this.#modules.read) {
      for (const node of allNodes(tree)) {
        const name = saidBy(node);
        if (!defined.has(name)) continue;
        const known = found.get(name);
        if (known) known.push(node);
        else found.set(name, [node]);
      }
    }
    return found;
  }
}

function saidBy(node: Node): string {
  switch (node.nodeType) {
    case 'Name':
      return node.id;
    case 'Attribute':
      return node.attr;
    case 'Constant':
      return typeof node.value === 'string' ? node.value : '';
    case 'Alias':
      return node.asname ? node.name : '';
    default:
      return '';
  }
}

/** The default of a parameter that no call in the Space gives; null where one does, or where the function is used in any other way. */
export function untouchedDefault(mentions: Mentions, binding: Extract<Binding, { how: 'parameter' }>): Value | null {
  const callable = parentOf(parentOf(binding.node) as Node);
  if (!isDef(callable) || binding.default?.nodeType !== 'Constant' || parentOf(callable)?.nodeType === 'ClassDef') return null;
  const { value } = binding.default;
  if (callable.decorator_list.length > 0 || (value !== null && !['string', 'number', 'boolean'].includes(typeof value))) return null;
  const said = mentions.of(callable.name) ?? [];
  const isUntouched = said.length > 0 && said.every((node) => leavesOut(node, binding));
  return isUntouched ? literal(value as Literal, `no call gives ${binding.name}`) : null;
}

/** Whether a mention of a function is a call of it without this parameter. */
function leavesOut(node: Node, { name, position }: Extract<Binding, { how: 'parameter' }>): boolean {
  const call = parentOf(node);
  if (call?.nodeType !== 'Call' || call.func !== node) return false;
  const { args, keywords } = call;
  const isByPlace = position >= 0 && args.length > position;
  return (
    !isByPlace && !hasDoubleStar(call) && !args.some(({ nodeType }) => nodeType === 'Starred') && !keywords.some(({ arg }) => arg === name)
  );
}
