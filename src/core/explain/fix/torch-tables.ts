/** The tables of content/companions.yaml: what goes with each torch, and beside them what is told of torch itself. */
import { type Condition, parseCondition } from '../../library/condition.ts';
import type { Library } from '../../library/library.ts';

type Tables = Library['companions'];

/** The builds on PyTorch's own index, and the Pythons that there are wheels for: packages may be called so, too. */
const OF_TORCH_ITSELF = ['index', 'python'];

/** By name the releases of each companion, by release of torch. */
export function companionsIn(tables: Tables): [name: string, releases: Readonly<Record<string, string>>][] {
  return Object.entries(tables).filter(([name]) => !OF_TORCH_ITSELF.includes(name));
}

/** What must hold of a Python so that this torch has a wheel for it; nothing where the table does not know the release. */
export function limitsOfTorch(tables: Tables, release: string): Condition[] {
  const [oldest, newest] = tables.python?.[release]?.split(' ') ?? [];
  if (!oldest || !newest) return [];
  return [`python >= ${oldest}`, `python < ${after(newest)}`].flatMap((text) => parseCondition(text) ?? []);
}

/** 3.13 → 3.14. */
function after(minor: string): string {
  const [major, number] = minor.split('.');
  return `${major}.${Number(number) + 1}`;
}
