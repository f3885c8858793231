import { describe, expect, it } from 'vitest';
import { isRefusal, parsePython } from '../../src/check/python/parse.ts';
import { allNodes, forEachChild, type Node, parentOf, type Tree } from '../../src/check/python/tree.ts';

/** Every construct of Python 3.14 that holds expressions or statements. */
const ALL = `
import a.b as c, d
from . import e
from f import *

@dec(1)
def f(p: int, /, q=1, *r: str, s, t=2, **u) -> int:
    global g1
    yield
    x = yield 1
    yield from range(3)
    return x

@dec
async def g[T](y: T):
    nonlocal_ = 1
    async with a as b, c:
        await d
    async for i in j:
        continue
    else:
        pass
    return [k async for k in l if m]

class C[T](Base, metaclass=M):
    z: int = 1
    w: str

if a and not b or c:
    pass
elif d < e <= f:
    pass
else:
    del h[1:2:3], i.j
for k, *l in m:
    break
else:
    n += 1
while (o := 1):
    break
with p, q as r:
    raise s from t
try:
    assert u, 'v'
except (V, W) as e:
    raise
except:
    pass
else:
    pass
finally:
    pass
try:
    pass
except* X:
    pass
match y:
    case 1 | "a":
        pass
    case [a, *b] if c:
        pass
    case {"k": v, **rest}:
        pass
    case Point(x=0, y=None) as z:
        pass
    case a.b:
        pass
    case _:
        pass
type Alias[T] = list[T]
lam = lambda a, *b, c=1, **d: a if b else c
col = {1: 2, **d}, {1, 2}, [1, *e], (f,), {g for g in h}, {i: j for i, j in k}, (l for l in m if n)
ops = -a + ~b ** c @ d
txt = f"{a!r:>{w}} b" "c"
call(a, *b, c=d, **e)
`;

/** Every node that a blind walk finds: whatever looks like one, in whatever field. */
function everything(root: Node): Set<unknown> {
  const found = new Set<unknown>();
  const pending: unknown[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node !== 'object' || node === null || found.has(node)) continue;
    if ('nodeType' in node) found.add(node);
    pending.push(...Object.values(node));
  }
  return found;
}

const LEFT_OUT =
  /^(?:Load|Store|Del|And|Or|Add|Sub|Mult|MatMult|Div|Mod|Pow|LShift|RShift|Bit\w+|FloorDiv|Invert|Not|UAdd|USub|Eq|NotEq|LtE?|GtE?|Is|IsNot|In|NotIn|TypeVar|ParamSpec|TypeVarTuple|Comment)$/;

describe('the tree', () => {
  const parsed = parsePython(ALL);
  const tree = (isRefusal(parsed) ? null : parsed.tree) as Tree;

  it('is read from every construct of Python', () => expect(parsed).toMatchObject({ nodes: expect.any(Number) }));

  it('is walked whole: every node but operators, marks and type parameters', () => {
    const walked = new Set<unknown>(allNodes(tree));
    const missed = [...everything(tree)].filter((node) => !walked.has(node)).map((node) => (node as Node).nodeType);
    expect(missed.filter((kind) => !LEFT_OUT.test(kind))).toEqual([]);
    expect(walked.size).toBe((parsed as { nodes: number }).nodes);
  });

  it('is walked in the order of the source, and tied to parents', () => {
    for (const node of allNodes(tree)) {
      const places: number[] = [];
      forEachChild(node, (child) => {
        expect(parentOf(child)).toBe(node);
        if (child.lineno) places.push(child.lineno * 1000 + (child.col_offset ?? 0));
      });
      // Keys and values take turns, and keyword arguments stand among the others: the lists of the tree keep them apart.
      if (!['Dict', 'Call', 'ClassDef', 'Arguments', 'MatchMapping'].includes(node.nodeType)) {
        expect(places).toEqual([...places].sort((one, other) => one - other));
      }
    }
  });
});

describe('sequences without brackets', () => {
  it.each([
    'match á, b:\n  case c, d if e: f(g)\n',
    'match *a, b: # , :\n  case *_, c: d\n  case e, *f: g\n',
    'match a:\n  case [b, c], {"d": e}, F(g, h=i) if j(k, l): m[n]\n',
    'match a:\n  case "b" "c", d \\\n    , e: f\n',
    'match a:\n  case b,: c\n  case (\n    d, e), f: g\n',
    'if a:\n  match b:\n    case "c" "d":\n      match e, f:\n        case g, "é" "h": i, j\n',
    'match a:\n  case b, c:\n    match = case = d\n    match, case = case, match\n    case[e]: f = g, h\n',
  ])('%j keeps every name where it stands', (source) => {
    const parsed = parsePython(source);
    const names = allNodes((parsed as { tree: Tree }).tree).filter((node) => node.nodeType === 'Name');
    expect(names.length).toBeGreaterThan(1);
    const lines = source.split('\n').map((line) => Buffer.from(line));
    for (const { id, lineno, col_offset, end_col_offset } of names)
      expect(lines[lineno - 1]?.toString('utf8', col_offset, end_col_offset)).toBe(id);
  });
  it.each(['match a, b\n  case c: d\n', 'match a:\n  case b, c\n    d\n', 'match a:\n  case b c, d: e\n', 'case a, b: c\n'])(
    '%j is refused all the same',
    (source) => expect(parsePython(source)).toMatchObject({ isCertain: true }),
  );
});
