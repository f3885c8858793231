/** What to change so that a call fits, likeliest first, with the line of code. */

import { bookedFactor, bookedSeconds, largestDeclared } from './plan-booking.ts';
import { type Figures, say, TIER_NAMES, TIERS, type Tier } from './plan-figures.ts';
import type { Memory } from './plan-memory.ts';
import type { Advice, Booking, Plan } from './plan-shape.ts';

type Draft = Omit<Plan, 'headline' | 'advice'>;

/** In this order: memory first when the card is too small; then duration, dynamic, split, sign in, size, tier, credits, waiting. */
export function adviceFor(draft: Draft, isCrowded: boolean, figures: Figures): Advice[] {
  const { memory, booking } = draft;
  const forMemory = memory ? memoryAdvice(memory, draft, isCrowded, figures) : [];
  return [...forMemory, ...(booking ? bookingAdvice(booking, draft, figures) : [])];
}

function bookingAdvice(booking: Booking, draft: Draft, figures: Figures): Advice[] {
  const { verdict, input } = draft;
  if (verdict === 'fits' || (verdict === 'unknown' && booking.room)) return whenAdmitted(booking, input.takes, figures);
  if (!booking.room) return [...whenAdmitted(booking, input.takes, figures), ...otherSize(booking, draft, figures)];
  // Above the whole day what is left today does not matter most: plan for a fresh day.
  const isIllegal = Boolean(input.tier) && verdict === 'illegal-duration';
  const day = input.tier && isIllegal ? figures.day[input.tier].value : booking.room.seconds;
  const most = largestDeclared(day, booking.factor);
  return [
    ...smaller(booking, most, input.takes),
    ...split(booking, most),
    ...signIn(booking, draft, figures),
    ...otherSize(booking, draft, figures),
    ...higherTier(booking, draft, figures),
    ...credits(draft, figures),
    ...waiting(draft, figures),
  ];
}

/** `@spaces.GPU(duration=80, size="xlarge")` */
function decorator(duration: number | string, size: string): string {
  return `@spaces.GPU(duration=${duration}${size === 'xlarge' ? ', size="xlarge"' : ''})`;
}

function whenAdmitted({ declared, isDefault, size }: Booking, takes: number | null, { margin }: Figures): Advice[] {
  if (takes !== null) {
    const enough = Math.ceil(takes * margin.value);
    const why = `${say(takes)} s × ${say(margin.value)} (${margin.cite})`;
    if (enough > declared)
      return [
        {
          say: `Declare more, or the run may be aborted: ${enough} s is ${why}.`,
          code: decorator(enough, size),
          see: ['gpu-task-aborted'],
        },
      ];
    if (enough < declared)
      return [
        {
          say: `Declare less: ${enough} s is ${why}. It passes more often and queues better.`,
          code: decorator(enough, size),
          see: ['explicit-duration'],
        },
      ];
    return [];
  }
  const what = isDefault ? 'Declare the duration' : 'Declare no more than the work needs';
  const code = isDefault ? decorator(20, size) : '';
  return [
    {
      say: `${what}: the slowest of three measured calls × ${say(margin.value)} (${margin.cite}). A smaller booking passes more often and queues better.`,
      code,
      see: ['explicit-duration', 'choose-duration'],
    },
  ];
}

function smaller({ size, declared, largest, room }: Booking, most: number, takes: number | null): Advice[] {
  if (most < 1) return [];
  const today =
    room?.from === 'left' && largest !== null && largest < most ? ` on a fresh day (with ${say(room.seconds)} s left: ${largest} s)` : '';
  const short = takes !== null && takes > most ? ` The ${say(takes)} s that a run takes do not fit into it.` : '';
  const dynamic = `lambda prompt, steps, *args, **kwargs: min(${most}, 5 + steps * 0.4)`;
  return [
    {
      say: `Declare at most ${most} s instead of ${say(declared)}${today}.${short}`,
      code: decorator(most, size),
      see: ['explicit-duration'],
    },
    {
      say: `Let the inputs decide, with ${most} s as the cap: light calls then book little and pass.`,
      code: decorator(dynamic, size),
      see: ['dynamic-duration'],
    },
  ];
}

const MOST_PARTS = 20;

function split({ declared, size }: Booking, most: number): Advice[] {
  const parts = Math.ceil(declared / most);
  if (most < 5 || parts < 2 || parts > MOST_PARTS) return [];
  const each = Math.ceil(declared / parts);
  const code = `${decorator(each, size)}\ndef render_part(prompt, part): ...\n\ndef render(prompt):\n    return join([render_part(prompt, part) for part in range(${parts})])`;
  return [
    {
      say: `Split the work into ${parts} calls of ${each} s: each is checked by itself, and together they cost what one long call costs.`,
      code,
      see: ['decorate-outer-loop'],
    },
  ];
}

function signIn({ booked }: Booking, { input }: Draft, figures: Figures): Advice[] {
  if (input.tier !== 'anonymous') return [];
  const { text, value, cite } = figures.day.free;
  const holds = booked <= value ? `which holds ${say(booked)} s` : `still less than ${say(booked)} s`;
  return [
    {
      say: `Sign in: a free account has ${text} a day (${cite}), ${holds}. From code, send a token.`,
      code: 'Client("USER/SPACE", token="hf_...")',
      see: ['visitor-token-quota'],
    },
  ];
}

function otherSize({ size, declared, booked, generation, room }: Booking, { memory }: Draft, figures: Figures): Advice[] {
  if (size !== 'xlarge' || memory?.size === 'xlarge' || memory?.size === 'none') return [];
  const onLarge = bookedSeconds(declared, bookedFactor('large', generation, figures));
  const passes = room && onLarge <= room.seconds ? ', which passes' : '';
  return [
    {
      say: `Leave xlarge, if the model fits into ${figures.largeVram.text}: large books ${say(onLarge)} s instead of ${say(booked)}${passes}.`,
      code: decorator(say(declared), 'large'),
      see: ['size-large-vs-xlarge', 'large-or-xlarge'],
    },
  ];
}

function higherTier({ booked }: Booking, { input }: Draft, figures: Figures): Advice[] {
  const from = input.tier ? TIERS.indexOf(input.tier) + 1 : 0;
  // After "without an account" comes "sign in", which is its own advice.
  const next = TIERS.slice(Math.max(from, 2)).find(
    (tier: Tier) => figures.day[tier].value >= booked && (!input.tier || figures.day[tier].value > figures.day[input.tier].value),
  );
  if (!next) return [];
  const { text, cite } = figures.day[next];
  return [
    {
      say: `A higher tier: ${TIER_NAMES[next]} has ${text} a day (${cite}). The quota is the visitor's, not the author's.`,
      code: '',
      see: ['quota-tiers'],
    },
  ];
}

function credits({ input }: Draft, figures: Figures): Advice[] {
  if (input.tier === 'anonymous' || input.tier === 'free') return [];
  const { text, cite } = figures.credits;
  return [
    {
      say: `Credits: PRO, Team and Enterprise go on at ${text} (${cite}). Whether they are drawn while a rest of the free time is left is unverified.`,
      code: '',
      see: ['credits'],
    },
  ];
}

function waiting({ verdict }: Draft, { window }: Figures): Advice[] {
  if (verdict !== 'quota-exceeded') return [];
  return [
    {
      say: `Or wait: the window ends ${window.text} after the first use, not at midnight (${window.cite}).`,
      code: '',
      see: ['quota-reset'],
    },
  ];
}

function memoryAdvice(memory: Memory, { input, booking }: Draft, isCrowded: boolean, figures: Figures): Advice[] {
  if (memory.size === 'large' && !memory.isTight) return [];
  const several = (input.memory?.params.length ?? 0) > 1;
  const share: Advice = {
    say: 'Put only those models on cuda that a call needs: a helper on the CPU takes no VRAM.',
    code: 'ranker = SentenceTransformer("USER/RANKER", device="cpu")',
    see: ['vram-sizing'],
  };
  const peak: Advice = {
    say: 'Lower the peak: smaller batch, resolution or length, inference mode, VAE tiling.',
    code: 'pipe.vae.enable_tiling()',
    see: ['memory-optimisation'],
  };
  const larger = memory.size === 'xlarge' ? [xlargeAdvice(booking?.declared ?? figures.defaultDuration.value)] : [];
  return [...(several ? [share] : []), peak, ...quantise(memory), ...larger, ...(memory.size === 'none' ? tooLarge(memory) : [])].filter(
    (advice) => isCrowded || memory.isTight || advice !== peak,
  );
}

/** Quantise before a larger card: it halves or quarters the weights, where xlarge doubles the cost. */
function quantise({ others, weightsGB, size }: Memory): Advice[] {
  const smaller = others.filter((row) => row.weightsGB < weightsGB && row.size !== 'none');
  const best = smaller.find((row) => row.size === 'large') ?? (size === 'none' ? smaller[0] : undefined);
  if (!best) return [];
  const loads: Record<string, string> = {
    nf4: 'BitsAndBytesConfig(load_in_4bit=True, bnb_4bit_quant_type="nf4", bnb_4bit_compute_dtype=torch.bfloat16)',
    int8: 'BitsAndBytesConfig(load_in_8bit=True)',
  };
  const code = `model = AutoModelForCausalLM.from_pretrained("USER/MODEL", ${best.dtype === 'bf16' ? 'torch_dtype=torch.bfloat16' : `quantization_config=${loads[best.dtype]}`}, device_map="cuda")`;
  const name = best.dtype === 'int8' ? 'int8 or fp8' : best.dtype;
  return [
    {
      say: `Load it in ${name} first: about ${say(best.needGB)} GB, which fits into ${best.size}.`,
      code,
      see: ['quantization', 'fp8-quantization'],
    },
  ];
}

function xlargeAdvice(declared: number): Advice {
  return {
    say: 'Else take xlarge; every declared second then counts twice.',
    code: decorator(say(declared), 'xlarge'),
    see: ['size-large-vs-xlarge', 'large-or-xlarge'],
  };
}

function tooLarge({ others, weightsGB }: Memory): Advice[] {
  const fits = others.some((row) => row.weightsGB < weightsGB && row.size !== 'none');
  const first = fits ? 'Without quantising it is' : 'No precision fits: it is';
  return [
    {
      say: `${first} not for ZeroGPU, where a call gets one card; take hardware with several by the hour.`,
      code: '',
      see: ['zerogpu-vs-dedicated', 'zerogpu-or-dedicated'],
    },
  ];
}
