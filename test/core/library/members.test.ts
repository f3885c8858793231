/** What the tables of members answer: which release of which library brought an argument or an attribute, which took it away, what is there instead. */
import { expect, it, test } from 'vitest';
import { byOwner } from '../../../src/core/library/changes.ts';
import { historyOfMember } from '../../../src/core/library/members.ts';

const BY_RELEASE = {
  atlas: `4.38.0 5.20.0
4.40.0 + Trainer() callbacks_first
4.46.0 + Trainer() processing_class
4.48.0 - *Attention num_heads
4.50.0 + MapConfig() dtype
4.51.0 + BigPipeline.__call__() strength
4.57.0 + Mover legs
5.0.0 + Model^ all_tied_weights_keys device_map
5.0.0 - MapConfig() torch_dtype
5.0.0 - Model^ get_head_mask
5.0.0 - TokenizerBase^ batch_encode_plus
5.0.0 - Mover legs
5.0.0 - Trainer() tokenizer
5.2.0 + get_file() etag_timeout
`,
  other: '1.0.0 2.0.0\n1.1.0 + Shared size\n1.2.0 - Mover() speed_limit\n1.3.0 + Mover() max_speed speed_unit\n',
  third: '1.0.0 2.0.0\n1.4.0 + Renamed() max_length\n1.4.0 + Shared size\n1.5.0 - Renamed old_length\n1.6.0 + Renamed top_length\n',
};

const TABLES = Object.fromEntries(Object.entries(BY_RELEASE).map(([library, table]) => [library, byOwner(table)]));

const attribute = (name: string, of: string) => historyOfMember(TABLES, [of], name);
const argument = (name: string, of: string) => historyOfMember(TABLES, [`${of}()`], name);

test.each([
  ['came', argument('processing_class', 'Trainer'), { library: 'atlas', isInherited: false, since: '4.46' }],
  ['went', argument('tokenizer', 'Trainer'), { library: 'atlas', isInherited: false, gone: '5.0' }],
  ['came and went', attribute('legs', 'Mover'), { library: 'atlas', isInherited: false, since: '4.57', gone: '5.0' }],
  ['is of a function', argument('etag_timeout', 'get_file'), { library: 'atlas', isInherited: false, since: '5.2' }],
  ['is of a method', argument('strength', 'BigPipeline.__call__'), { library: 'atlas', isInherited: false, since: '4.51' }],
  ['went from all of a kind', attribute('num_heads', 'FlashAttention'), { library: 'atlas', isInherited: false, gone: '4.48' }],
  [
    'is told of the class, for its making',
    argument('torch_dtype', 'MapConfig'),
    { library: 'atlas', isInherited: false, gone: '5.0', instead: 'dtype' },
  ],
  [
    'is asked of a class that extends one',
    attribute('all_tied_weights_keys', 'FarModelLM'),
    { library: 'atlas', isInherited: true, since: '5.0' },
  ],
  [
    'has another name now',
    attribute('old_length', 'Renamed'),
    { library: 'third', isInherited: false, gone: '1.5', instead: 'max_length' },
  ],
])('%s', (_, found, history) => {
  expect(found).toEqual(history);
});

test.each([
  ['two libraries have such a class', attribute('size', 'Shared')],
  ['the owner is another one', argument('processing_class', 'Tailor')],
  ['it is an argument, and the attribute changed', argument('legs', 'Mover')],
  ['it is a method that did not change', argument('processing_class', 'Trainer.train')],
  ['it is an argument, and the attribute of its kind changed', argument('num_heads', 'FlashAttention')],
  ['the class is none of the kind', attribute('num_heads', 'AttentionMask')],
  ['no release changed it', argument('model', 'Trainer')],
  ['the class is of another kind than the one that others extend', attribute('batch_encode_plus', 'FarReader')],
  [
    'its name is too common to be asked of any class',
    historyOfMember({ one: byOwner('1.0.0 2.0.0\n1.1.0 + Base^ device\n') }, ['Mine'], 'device'),
  ],
])('nothing where %s', (_, found) => {
  expect(found).toBeNull();
});

it('names nothing instead where several would fit', () => {
  expect(argument('speed_limit', 'Mover')).toEqual({ library: 'other', isInherited: false, gone: '1.2' });
});

it('takes the likeliest owner first', () => {
  const table = { one: byOwner('1.0.0 2.0.0\n1.1.0 + Pipe.__call__() image\n1.2.0 + Pipe() image\n') };
  expect(historyOfMember(table, ['Pipe()', 'Pipe.__call__()'], 'image')?.since).toBe('1.2');
});
