/** A Space's Python as a whole: its modules, its GPU functions, and which code runs on the GPU, at start, or at all. */
import { type Callable, contentsOf, type Node, type Of, ownNodes, parentOf } from '../python/tree.ts';
import type { Folder } from '../space/folder.ts';
import { Evaluator } from '../values/evaluate.ts';
import type { FunctionValue } from '../values/value.ts';
import { type GpuFunction, gpuFunctionsOf } from './gpu-functions.ts';
import type { Module } from './module.ts';
import { Modules } from './modules.ts';
import { type Body, nameOf, reachFrom } from './reach.ts';

/** Code that runs on the GPU, with the GPU function from which it is reached. */
export interface GpuBody extends Body {
  gpu: GpuFunction;
}

/** All that is known of the program of a Space: its modules, its GPU functions, what runs where. */
export class Program {
  readonly evaluator: Evaluator;
  /** The files that the Space runs: one, unless nobody says which. */
  readonly mains: Module[];
  /** Local modules that are imported and are not there. */
  readonly missing: { module: Module; node: Of<'Import'> | Of<'ImportFrom'>; name: string }[] = [];
  #gpu: GpuFunction[] | undefined;
  #booking: GpuFunction[] | undefined;
  #onGpu: ReadonlySet<Node> | undefined;
  #gpuCallables: ReadonlySet<Callable> | undefined;
  #gpuCode: GpuBody[] | undefined;
  #start: Body[] | undefined;
  #startScopes: ReadonlySet<Node> | undefined;
  #allCode: Body[] | undefined;

  constructor(folder: Folder, apps: string[]) {
    const modules = new Modules(folder, apps);
    const reader = new Evaluator(modules);
    this.mains = apps.flatMap((app) => modules.open(app, true) ?? []);
    for (let at = 0; at < modules.read.length; at++) this.#followImports(modules.read[at] as Module, reader);
    modules.isComplete = true;
    // What was undecided while files were still to be read may be decided now.
    this.evaluator = new Evaluator(modules);
  }

  #followImports(module: Module, { live, modules }: Evaluator): void {
    for (const node of contentsOf(module.tree).imports) {
      if (!live.isLive(node, module)) continue;
      for (const alias of node.names) {
        const found = modules.imported(module, node, alias);
        if (found.is === 'missing') this.missing.push({ module, node, name: found.name });
      }
    }
  }

  /** All local modules that were read. */
  get modules(): Module[] {
    return this.evaluator.modules.read;
  }

  get gpu(): GpuFunction[] {
    this.#gpu ??= gpuFunctionsOf(this.evaluator, this.modules);
    return this.#gpu;
  }

  /** The GPU functions that book: one that only code on the GPU calls runs at once, in the booking of its caller. */
  get booking(): GpuFunction[] {
    this.#booking ??= this.gpu.filter(({ task }) => task === null || !this.#isNested(task.callable));
    return this.#booking;
  }

  #isNested(callable: Callable): boolean {
    const said = (callable.nodeType === 'Lambda' ? null : this.evaluator.mentions.of(callable.name)) ?? [];
    return said.length > 0 && said.every((node) => this.#runsOnGpuOnly(node, callable));
  }

  /** Whether a node stands in code that only the GPU runs, and outside this function. */
  #runsOnGpuOnly(node: Node, outside: Callable): boolean {
    let isOnGpu = false;
    for (let at: Node | undefined = node; at; at = parentOf(at)) {
      if (at === outside) return false;
      isOnGpu ||= this.#gpuOnly.has(at);
    }
    return isOnGpu;
  }

  /** The GPU functions, and what nothing but them calls. */
  get #gpuOnly(): ReadonlySet<Node> {
    if (!this.#onGpu) {
      const modules = this.modules.map(moduleBody);
      const elsewhere = reachFrom(this.evaluator, modules, { followsHandedOver: true, stopsAt: this.gpuCallables });
      const isElsewhere = new Set<Node>(elsewhere.map(({ scope }) => scope));
      const called = this.gpuCode.map(({ scope }) => scope).filter((scope) => !isElsewhere.has(scope));
      this.#onGpu = new Set<Node>([...this.gpuCallables, ...called]);
    }
    return this.#onGpu;
  }

  /** The functions that run on the GPU by their definition. */
  get gpuCallables(): ReadonlySet<Callable> {
    this.#gpuCallables ??= new Set(this.gpu.flatMap(({ task }) => (task ? [task.callable] : [])));
    return this.#gpuCallables;
  }

  /** Code that runs on the GPU: the GPU functions, and what they call, each function once with its shortest chain. */
  get gpuCode(): GpuBody[] {
    this.#gpuCode ??= this.gpu
      .flatMap((gpu) => (gpu.task ? this.#reachedFrom(gpu, gpu.task) : []))
      .sort((one, other) => one.chain.length - other.chain.length)
      .filter(firstOfScope());
    return this.#gpuCode;
  }

  #reachedFrom(gpu: GpuFunction, { callable: scope, module, frame }: FunctionValue): GpuBody[] {
    const start: Body = { scope, module, frame, chain: [gpu.name], isCertain: true };
    return reachFrom(this.evaluator, [start], { followsHandedOver: true }).map((body) => ({ ...body, gpu }));
  }

  /** Code that runs while the Space starts, in its main process: the modules' own statements, and what they call. Event handlers are not among it. */
  get startCode(): Body[] {
    return this.#reachedAtStart.filter(({ scope }) => !this.gpuCallables.has(scope as Callable));
  }

  /** The functions and modules whose code runs while the Space starts, in its main process. */
  get startScopes(): ReadonlySet<Node> {
    this.#startScopes ??= new Set(this.startCode.map(({ scope }) => scope));
    return this.#startScopes;
  }

  /** GPU functions that the Space itself calls while it starts, to compile or to warm up, and that nothing else calls. */
  get calledAtStartOnly(): ReadonlySet<Node> {
    const atStart = this.#reachedAtStart.flatMap(({ scope }) => (this.gpuCallables.has(scope as Callable) ? [scope as Callable] : []));
    return new Set(atStart.filter((callable) => !this.#isUsedLater(nameOf(callable))));
  }

  #isUsedLater(name: string): boolean {
    return this.allCode.some(({ scope }) =>
      ownNodes(scope).some((node) => {
        const parent = parentOf(node);
        const isCalled = parent?.nodeType === 'Call' && parent.func === node;
        return isNamed(node, name) && !(isCalled && this.startScopes.has(scope));
      }),
    );
  }

  get #reachedAtStart(): Body[] {
    this.#start ??= reachFrom(this.evaluator, this.modules.map(moduleBody), { followsHandedOver: false, stopsAt: this.gpuCallables });
    return this.#start;
  }

  /** All code that somebody runs: at start, in an event, on the GPU. */
  get allCode(): Body[] {
    this.#allCode ??= reachFrom(this.evaluator, [...this.modules.map(moduleBody), ...this.gpuCode], { followsHandedOver: true });
    return this.#allCode;
  }
}

function isNamed(node: Node, name: string): boolean {
  return (node.nodeType === 'Name' && node.id === name) || (node.nodeType === 'Attribute' && node.attr === name);
}

function firstOfScope(): (body: Body) => boolean {
  const seen = new Set<Body['scope']>();
  return ({ scope }) => !seen.has(scope) && Boolean(seen.add(scope));
}

function moduleBody(module: Module): Body {
  return { scope: module.tree, module, frame: null, chain: [], isCertain: true };
}
