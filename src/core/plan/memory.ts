/** Do these models fit: parameters × bytes, plus a share for what a call adds, against half a card and a whole one. */
import type { Size } from './booking.ts';
import { type Figures, say } from './figures.ts';

export const DTYPES = ['fp32', 'bf16', 'fp16', 'fp8', 'int8', 'nf4'] as const;
export type Dtype = (typeof DTYPES)[number];
export const USUAL_DTYPE: Dtype = 'bf16';

/** Percent on top of the weights. A rule of thumb for short inputs, not a published figure: say so wherever it is used. */
export const USUAL_OVERHEAD = 20;
/** Above this share of the card an estimate decides nothing: measure. */
const TIGHT = 0.9;

export interface MemoryInput {
  params: number[];
  dtype: Dtype;
  /** Percent. */
  overhead: number;
}

export interface MemoryRow {
  dtype: Dtype;
  weightsGB: number;
  needGB: number;
  size: Size | 'none';
}

export interface Memory extends MemoryRow {
  isTight: boolean;
  /** GB of half a card and of a whole one. */
  vram: Record<Size, number>;
  /** The same models in other precisions, one for each width, largest first. */
  others: MemoryRow[];
  because: string[];
}

const WIDTHS: Dtype[] = ['fp32', 'bf16', 'int8', 'nf4'];

/** Bytes that one parameter takes. */
export function bytesOf(dtype: Dtype, { nf4Bytes }: Figures): number {
  if (dtype === 'nf4') return nf4Bytes.value;
  return dtype === 'fp32' ? 4 : dtype === 'bf16' || dtype === 'fp16' ? 2 : 1;
}

/** The memory plan of one or several models. */
export function planMemory(input: MemoryInput, figures: Figures): Memory {
  const row = rowOf(input, input.dtype, figures);
  const vram = { large: figures.largeVram.value, xlarge: figures.xlargeVram.value };
  const width = bytesOf(input.dtype, figures);
  return {
    ...row,
    isTight: row.size !== 'none' && row.needGB > vram[row.size] * TIGHT,
    vram,
    others: WIDTHS.filter((dtype) => bytesOf(dtype, figures) !== width).map((dtype) => rowOf(input, dtype, figures)),
    because: steps(input, row, figures),
  };
}

function rowOf({ params, overhead }: MemoryInput, dtype: Dtype, figures: Figures): MemoryRow {
  const weightsGB = cents((sum(params) * bytesOf(dtype, figures)) / 1e9);
  const needGB = cents(weightsGB * (1 + overhead / 100));
  const { largeVram, xlargeVram } = figures;
  const size = needGB <= largeVram.value ? 'large' : needGB <= xlargeVram.value ? 'xlarge' : 'none';
  return { dtype, weightsGB, needGB, size };
}

function steps({ params, dtype, overhead }: MemoryInput, { weightsGB, needGB, size }: MemoryRow, figures: Figures): string[] {
  const { largeVram, xlargeVram, nf4Bytes } = figures;
  const bytes = bytesOf(dtype, figures);
  const each = params.length > 1 ? `${params.map(billions).join(' + ')} = ${billions(sum(params))}` : billions(sum(params));
  const about = dtype === 'nf4' ? ` (about; ${nf4Bytes.cite})` : '';
  const share = overhead === USUAL_OVERHEAD ? 'a rule of thumb for short inputs, not a published figure' : 'the share that you gave';
  const cards = `large has ${largeVram.text} (${largeVram.cite}), xlarge ${xlargeVram.text} (${xlargeVram.cite})`;
  return [
    `Weights: ${each} parameters × ${say(bytes)} byte${bytes === 1 ? '' : 's'} in ${dtype}${about} = ${say(weightsGB)} GB.${
      params.length > 1 ? ' All that is put on cuda at start adds up.' : ''
    }`,
    `Activations, KV cache and CUDA context: ${say(overhead)} % on top, ${share}. ${say(weightsGB)} GB + ${say(overhead)} % = ${say(needGB)} GB.`,
    `Against the card: ${cards}. ${say(needGB)} GB ${size === 'none' ? 'fit into neither' : `fit into ${size}`}.`,
  ];
}

/** 13 billion parameters as "13B". */
export function billions(params: number): string {
  if (params >= 1e9) return `${say(params / 1e9)}B`;
  return params >= 1e6 ? `${say(params / 1e6)}M` : String(params);
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** Sums are compared as they are shown: to a hundredth of a GB. */
function cents(gigabytes: number): number {
  return Math.round(gigabytes * 100) / 100;
}
