/** What a table of names answers: when something came, when it went, and that it never was. */
import { describe, expect, it, test } from 'vitest';
import { historyOfFamily, historyOfModule, historyOfName } from '../../../src/core/library/names.ts';

const TABLE = `4.30.0 5.23.0
4.30.0 + = llama qwen2
4.30.0 + . DiffusionPipeline OldScheduler
4.42.0 + cache_utils HybridCache
4.47.0 - modeling_utils shard_checkpoint
4.49.0 + = qwen2_5_vl
4.52.0 + / modeling_layers
4.57.0 + = qwen3_vl
5.0.0 - . AdamW OldScheduler
5.0.0 - / tf_utils
5.0.0 - cache_utils HybridCache SlidingWindowCache
5.6.0 + cache_utils SlidingWindowCache
5.7.0 + image.utils resized
5.10.3 + = llama4
5.20.0 + = mixtral5_0
`;

test.each([
  ['came and went', 'cache_utils', 'HybridCache', { since: '4.42', gone: '5.0' }],
  ['went', 'modeling_utils', 'shard_checkpoint', { gone: '4.47' }],
  ['went from the package itself', '', 'AdamW', { gone: '5.0' }],
  ['is passed on by the package', 'optimization', 'AdamW', { gone: '5.0' }],
  ['came back', 'cache_utils', 'SlidingWindowCache', { since: '5.6' }],
  ['is a module', '', 'modeling_layers', { since: '4.52' }],
  ['is a class of a family', '', 'Qwen3VLForConditionalGeneration', { since: '4.57' }],
  ['is a class of an old family', '', 'LlamaModel', {}],
  ['was there from the beginning', '', 'OldScheduler', { gone: '5.0' }],
  ['was never there', '', 'NewestPipeline', { nowhere: '5.23.0' }],
  ['was there all the time', '', 'DiffusionPipeline', {}],
  ['is of a framework that the table leaves out', '', 'FlaxNewestScheduler', {}],
  ['is nothing that the table lists', '', 'some_function', {}],
  // Only of the package itself, and only of what it lists from its oldest release on, is it known that a name never was.
  ['was never in a module that the table has', 'cache_utils', 'NewestPipelines', {}],
  ['came with the package that a module is in', 'image.utils.deep', 'resized', { since: '5.7' }],
  ['is called as a module, but is asked of another one', 'cache_utils', 'modeling_layers', {}],
  ['came in a release that is no first one', '', 'Llama4ForCausalLM', { since: '5.10.3' }],
])('a name that %s', (_, module, name, history) => {
  expect(historyOfName(TABLE, module, name)).toEqual(history);
});

test('a module is found by the longest part of it, and a family by its folder', () => {
  expect(historyOfModule(TABLE, 'modeling_layers.deep')).toEqual({ since: '4.52' });
  expect(historyOfModule(TABLE, 'tf_utils')).toEqual({ gone: '5.0' });
  expect(historyOfModule(TABLE, 'models.qwen3_vl.modeling')).toEqual({ since: '4.57' });
  expect(historyOfModule(TABLE, 'unheard_of')).toEqual({});
  expect(historyOfModule(TABLE, 'other.qwen3_vl')).toEqual({});
  expect(historyOfModule(TABLE, 'models')).toEqual({});
  expect(historyOfModule('1.0 2.0\n1.1 + / deep.one\n', 'deep.one.more')).toEqual({ since: '1.1' });
  expect(historyOfModule('1.0 2.0\n1.1 + / deep.one\n', 'deep')).toEqual({});
});

test('of families the longest name counts, and one that no release knows is told', () => {
  expect(historyOfFamily(TABLE, 'qwen2_5_vl_text')).toEqual({ since: '4.49' });
  expect(historyOfFamily(TABLE, 'qwen2')).toEqual({});
  // llama is a part of it, and older.
  expect(historyOfFamily(TABLE, 'llama4_text')).toEqual({ since: '5.10.3' });
  expect(historyOfFamily('1.0 3.0\n1.5 + = llama4\n2.0 + = llama\n', 'Llama4Model')).toEqual({ since: '1.5' });
  expect(historyOfFamily(TABLE, 'aurora_moe')).toEqual({ nowhere: '5.23.0' });
});

test('a table without families says nothing of them', () => {
  expect(historyOfFamily('1.0 2.0\n1.1 + . x\n', 'aurora_moe')).toEqual({});
});

test('a table that begins later than its library does not tell what never was', () => {
  expect(historyOfName('1.0 2.0\n1.1 + . Later\n', '', 'NewestPipeline')).toEqual({});
  expect(historyOfName('1.0 2.0\n', '', 'NewestPipeline')).toEqual({});
  expect(historyOfName('1.0 2.0\n1.0 + . First\n', '', 'NewestPipeline')).toEqual({ nowhere: '2.0' });
  expect(historyOfName('1.0 2.0\n1.0 + . First\n', 'deep', 'NewestPipeline')).toEqual({});
});

describe('the last release that has a name, where the table lists all that were read', () => {
  const table = '3.9.0 5.1.0 3.9.0 4.0.0 4.1.1 5.0.0 5.1.0\n4.1.1 - . Box\n5.0.0 - / mobile\n5.1.0 + . Card\n';
  it('is the one before it went', () => expect(historyOfName(table, '', 'Box')).toEqual({ gone: '4.1.1', held: '4.0.0' }));
  it('of a module as well', () => expect(historyOfName(table, '', 'mobile')).toEqual({ gone: '5.0', held: '4.1.1' }));
  it('is not told of what came', () => expect(historyOfName(table, '', 'Card')).toEqual({ since: '5.1' }));
});
