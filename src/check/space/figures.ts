/** The figures of the platform that checks compare with, from the facts, each with its source and day. */
import type { Fact } from '../../core/library/library.ts';
import { type Figures, figuresOf } from '../../core/plan/figures.ts';

export interface CheckFigures {
  booking: Figures;
  /** Supported versions, oldest first. */
  torch: string[];
  python: string[];
  pythonDefault: string;
  /** The torch that a Space gets when it pins none, and its CUDA major version. */
  torchRuntime: string;
  gradioMinimum: number;
  /** The version of kernels from which a version is mandatory. */
  kernelsStrict: string;
  /** "hub-zerogpu, 2026-05-13" for the name of a fact. */
  cite: (name: string) => string;
}

const VERSION = /\d{1,3}\.\d{1,3}(?:\.\d{1,3})?/g;

/** Reads what checks need; throws when a figure is missing, for that is our own bug. */
export function checkFiguresOf(facts: ReadonlyMap<string, Fact>): CheckFigures {
  const fact = (name: string): Fact => {
    const found = facts.get(name);
    if (!found) throw new Error(`facts.yaml has no "${name}"`);
    return found;
  };
  const versions = (name: string): string[] => [...fact(name).text.matchAll(VERSION)].map(([version]) => version);
  const [torchRuntime] = versions('torch-runtime');
  if (!torchRuntime) throw new Error('"torch-runtime" of facts.yaml names no version');
  return {
    booking: figuresOf(facts),
    torch: versions('torch-versions'),
    python: versions('python-versions'),
    pythonDefault: fact('python-default').text,
    torchRuntime,
    gradioMinimum: Number.parseInt(fact('gradio-minimum').text, 10),
    kernelsStrict: fact('kernels-version-required').text,
    cite: (name) => {
      const { source, asOf, certainty } = fact(name);
      return `${source}, ${asOf}${certainty === 'reported' ? ', reported' : ''}`;
    },
  };
}
