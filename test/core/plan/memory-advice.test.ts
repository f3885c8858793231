import { describe, expect, it } from 'vitest';
import { planned } from './planned.ts';

/** What each advice begins with, its code and its pages. */
function advice(line: string): [string, string, string[]][] {
  return planned(line).advice.map(({ say, code, see }) => [say, code, see]);
}

const begins = (line: string) => advice(line).map(([say]) => say.split(' ').slice(0, 3).join(' '));

const PEAK = 'Lower the peak:';
const FEWER = 'Put only those';

describe('advice for a model', () => {
  it.each([
    // Half a card has 48 GB, a whole one 96.
    ['--params 13b', []],
    ['--params 12b+5b', []],
    ['--params 18b+1b+1b', [FEWER, PEAK, 'Quantise first: int8']],
    // The weights of 24 billion are 48 GB: a lower peak may be enough; of one more it is not.
    ['--params 24b', [PEAK, 'Quantise first: int8', 'Else take xlarge;']],
    ['--params 25b', ['Quantise first: int8', 'Else take xlarge;']],
    ['--params 48b', [PEAK, 'Quantise first: nf4', 'Or load it', 'As it is,']],
    ['--params 49b', ['Quantise first: nf4', 'Or load it', 'As it is,']],
    ['--params 13b+12b', [FEWER, 'Quantise first: int8', 'Else take xlarge;']],
    ['--params 70b', ['Quantise first: nf4', 'Or load it', 'As it is,']],
    ['--params 70b --dtype int8', ['Quantise first: nf4', 'Else take xlarge;']],
    ['--params 100b', ['Quantise first: nf4', 'As it is,']],
    ['--params 200b', ['No precision fits:']],
    ['--params 200b --dtype nf4', ['No precision fits:']],
    ['--params 150b --dtype nf4', [PEAK, 'No precision fits:']],
    // In fp32 less is more: half of it needs no other format.
    ['--params 13b --dtype fp32', ['Load it in', 'Else take xlarge;']],
    ['--params 30b --dtype fp32', ['Quantise first: int8', 'Or load it', 'As it is,']],
    ['--params 27b --size large --left 200', ['Quantise first: int8', 'Else take xlarge;', 'Declare the duration:']],
  ])('%s: %j', (line, expected) => {
    expect(begins(line)).toEqual(expected);
  });
});

describe('what it says', () => {
  it.each([
    [
      '--params 27b',
      'Quantise first: int8 or fp8 needs about 32.4 GB, which fits into large.',
      'config = BitsAndBytesConfig(load_in_8bit=True)\nmodel = AutoModelForCausalLM.from_pretrained(\n    "USER/MODEL", quantization_config=config, device_map="cuda"\n)',
      ['quantization', 'fp8-quantization'],
    ],
    [
      '--params 13b --dtype fp32',
      'Load it in less first: bf16 needs about 31.2 GB, which fits into large.',
      'model = AutoModelForCausalLM.from_pretrained(\n    "USER/MODEL", torch_dtype=torch.bfloat16, device_map="cuda"\n)',
      ['quantization', 'fp8-quantization'],
    ],
    [
      '--params 27b',
      'Else take xlarge; every declared second then counts twice.',
      '@spaces.GPU(duration=60, size="xlarge")',
      ['size-large-vs-xlarge', 'large-or-xlarge'],
    ],
    [
      '--params 27b --duration 40 --size large',
      'Else take xlarge; every declared second then counts twice.',
      '@spaces.GPU(duration=40, size="xlarge")',
      ['size-large-vs-xlarge', 'large-or-xlarge'],
    ],
    [
      '--params 200b',
      'No precision fits: it is not for ZeroGPU, where a call gets one card; take hardware with several by the hour.',
      '',
      ['zerogpu-vs-dedicated', 'zerogpu-or-dedicated'],
    ],
  ])('%s: %s', (line, say, code, see) => {
    expect(advice(line)).toContainEqual([say, code, see]);
  });

  it('offers the widest that fits half a card, then the widest that needs a whole one', () => {
    const said = advice('--params 70b').map(([say]) => say.split(',')[0]);
    expect(said.slice(0, 2)).toEqual(['Quantise first: nf4 needs about 46.2 GB', 'Or load it wider: int8 or fp8 needs about 84 GB']);
  });
});
