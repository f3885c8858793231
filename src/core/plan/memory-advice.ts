/** What to change so that the models fit into VRAM, cheapest first. */
import { type Figures, say } from './figures.ts';
import type { Memory, MemoryRow } from './memory.ts';
import type { Advice, PlanDraft } from './shape.ts';
import { decorator } from './words.ts';

/** Fewer models, a lower peak, fewer bytes, then the whole card; nothing when the memory fits with room to spare. */
export function memoryAdvice(memory: Memory, { input, booking }: PlanDraft, figures: Figures): Advice[] {
  if (memory.size === 'large' && !memory.isTight) return [];
  const declared = booking?.declared ?? figures.defaultDuration.value;
  const isPeak = memory.isTight || memory.weightsGB <= memory.vram[memory.size === 'none' ? 'xlarge' : 'large'];
  return [
    ...((input.memory?.params.length ?? 0) > 1 ? [FEWER] : []),
    ...(isPeak ? [LOWER_PEAK] : []),
    ...quantise(memory),
    ...(memory.size === 'xlarge' ? [xlargeAdvice(declared)] : []),
    ...(memory.size === 'none' ? [tooLarge(memory)] : []),
  ];
}

const FEWER: Advice = {
  say: 'Put only those models on cuda that a call needs: a helper on the CPU takes no VRAM.',
  code: 'ranker = SentenceTransformer("USER/RANKER", device="cpu")',
  see: ['vram-sizing'],
};

const LOWER_PEAK: Advice = {
  say: 'Lower the peak: smaller batch, resolution or length, inference mode, VAE tiling.',
  code: 'pipe.vae.enable_tiling()',
  see: ['memory-optimisation'],
};

const CONFIGS: Record<string, string> = {
  int8: 'BitsAndBytesConfig(load_in_8bit=True)',
  nf4: 'BitsAndBytesConfig(\n    load_in_4bit=True,\n    bnb_4bit_quant_type="nf4",\n    bnb_4bit_compute_dtype=torch.bfloat16,\n)',
};

/** Quantise before a larger card: it halves or quarters the weights, where xlarge doubles the cost. The widest that fits comes first. */
function quantise({ others, weightsGB, size }: Memory): Advice[] {
  const narrower = others.filter((row) => row.weightsGB < weightsGB);
  const onLarge = narrower.find((row) => row.size === 'large');
  const onXlarge = size === 'none' ? narrower.find((row) => row.size === 'xlarge') : undefined;
  return [onLarge, onXlarge].filter((row) => row !== undefined).map((row, index) => loadAs(row, index === 0));
}

function loadAs({ dtype, needGB, size }: MemoryRow, isFirst: boolean): Advice {
  const config = CONFIGS[dtype];
  const argument = config ? 'quantization_config=config' : `torch_dtype=torch.${dtype === 'bf16' ? 'bfloat16' : 'float32'}`;
  const load = `model = AutoModelForCausalLM.from_pretrained(\n    "USER/MODEL", ${argument}, device_map="cuda"\n)`;
  const name = dtype === 'int8' ? 'int8 or fp8' : dtype;
  return {
    say: `${isFirst ? (config ? 'Quantise first' : 'Load it in less first') : 'Or load it wider'}: ${name} needs about ${say(needGB)} GB, which fits into ${size}.`,
    code: config ? `config = ${config}\n${load}` : load,
    see: ['quantization', 'fp8-quantization'],
  };
}

function xlargeAdvice(declared: number): Advice {
  return {
    say: 'Else take xlarge; every declared second then counts twice.',
    code: decorator(say(declared), 'xlarge'),
    see: ['size-large-vs-xlarge', 'large-or-xlarge'],
  };
}

function tooLarge({ others, weightsGB }: Memory): Advice {
  const fits = others.some((row) => row.weightsGB < weightsGB && row.size !== 'none');
  return {
    say: `${fits ? 'As it is, it is' : 'No precision fits: it is'} not for ZeroGPU, where a call gets one card; take hardware with several by the hour.`,
    code: '',
    see: ['zerogpu-vs-dedicated', 'zerogpu-or-dedicated'],
  };
}
