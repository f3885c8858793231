/** What is known of a finding by name, put together from its captures and from what the text shows of the machine. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/core/diagnose/diagnosis.ts';
import type { Environment } from '../../../src/core/environment/environment.ts';
import { bookingNotes, messageValuesOf } from '../../../src/core/explain/booking.ts';
import { valuesOf } from '../../../src/core/explain/values/values.ts';
import type { Library } from '../../../src/core/library/library.ts';
import { library } from '../../library.ts';

const NAMES = `4.30.0 5.23.0
4.30.0 + = llama
4.42.0 + cache_utils HybridCache
4.52.0 + / modeling_layers
4.57.0 + = qwen3_vl
5.0.0 - cache_utils HybridCache
`;
const SHELF = {
  error: (id: string) => library.error(id),
  facts: library.facts,
  modules: { cv2: 'opencv-python-headless', yaml: 'pyyaml', 'google.protobuf': 'protobuf' },
  companions: { torchvision: { '2.8.0': '0.23.0' }, index: { '2.8.0': 'cu126 cu128' }, python: { '2.8.0': '3.9 3.13' } },
  members: {},
  names: { transformers: NAMES, torch: '1.0 2.8\n2.5 + nn.attention flex\n' },
} as unknown as Library;

const NOTHING = {
  ...{ where: 'unknown', os: null, python: null, cuda: null, driver: null, gpu: null, capability: null, space: null, packages: {} },
  ...{
    models: [],
    datasets: [],
    spaces: [],
    addresses: [],
    port: null,
    commands: [],
    demands: [],
    sources: [],
    origins: [],
    interpreter: null,
    asker: { did: [] },
  },
} as unknown as Environment;

const found = (finding: object): Finding =>
  ({ id: 'missing-module', values: {}, others: [], location: null, raisedIn: null, ...finding }) as unknown as Finding;
const values = (finding: object, environment: object = {}) =>
  valuesOf(SHELF, found(finding), { environment: { ...NOTHING, ...environment } as Environment });
const version = (of: string, range?: object) => ({ version: of, exact: !range, ...(range && { range }) });

it('of nothing are none', () => expect(values({})).toEqual({}));

it('a file that the message may name is not the file of the user', () => {
  const location = { file: 'app.py', line: 3, function: 'main', quoted: '' };
  expect(values({ id: 'cuda-before-spaces', location }).file).toBe('app.py');
  expect(values({ id: 'repo-file-missing', location }).file).toBeUndefined();
});

it('tell which package the own code called, and whether a thread of its own did', () => {
  expect(values({ entered: 'easyocr', isInThread: true })).toMatchObject({ entered: 'easyocr', thread: 'own' });
  expect(values({ entered: null, isInThread: false })).toEqual({});
});

describe('the package of a module', () => {
  it.each([
    ['cv2', 'opencv-python-headless'],
    ['yaml.cyaml', 'pyyaml'],
    ['google.protobuf', 'protobuf'],
    ['google.cloud', 'google'],
    ['my_module.deep', 'my-module'],
    ['_private', 'private'],
    ['constructor', 'constructor'],
  ])('%s is in %s', (module, name) => expect(values({ values: { module } })).toMatchObject({ package: name, packages: name }));

  it('stands once among all that are missing, and a module below another one is none', () => {
    const others = [{ module: 'einops' }, { module: 'a.b' }, { module: 'cv2' }, { line: 3 }];
    expect(values({ values: { module: 'cv2' }, others })).toMatchObject({ packages: 'opencv-python-headless einops' });
  });
});

describe('of the machine', () => {
  it('a capture counts before what the text shows elsewhere', () => {
    const known = values({ values: { python: '3.9', where: 'docker' } }, { python: '3.12.3', where: 'space', os: 'linux' });
    expect(known).toEqual({ python: '3.9', where: 'docker', os: 'linux', cp: 'cp312' });
  });

  it.each([
    ['3.9', 'cp39'],
    ['3.12.3', 'cp312'],
    ['2.7.18', undefined],
  ])('Python %s has wheels for %s', (python, cp) => expect(values({}, { python }).cp).toBe(cp));

  it('a package is known by its name, and as a module is written', () => {
    const packages = { 'gradio-client': version('1.2.0'), numpy: version('2.1.x', { oldest: '2.1.0', newest: '2.1.3' }) };
    const range = { text: '2.1.x', oldest: '2.1.0', newest: '2.1.3' };
    expect(values({}, { packages })).toEqual({ 'gradio-client': '1.2.0', gradio_client: '1.2.0', numpy: range });
  });

  it('the model is known where one is named, the command is the first', () => {
    expect(values({}, { models: ['a/b'], commands: ['python app.py', 'pip check'] })).toEqual({ model: 'a/b', command: 'python app.py' });
    expect(values({}, { models: ['a/b', 'c/d'] })).toEqual({});
  });
});

describe('of torch', () => {
  it.each([
    ['2.8.0+cu128', { 'torch-minor': '2.8', 'torch-release': '2.8.0', 'torch-build': 'cu128', 'torchvision-fit': '0.23.0' }],
    ['2.8.0+cpu', { 'torch-minor': '2.8', 'torch-release': '2.8.0', 'torch-build': 'cpu', 'torchvision-fit': '0.23.0' }],
    ['2.7.1+rocm6.3', { 'torch-minor': '2.7', 'torch-release': '2.7.1' }],
    ['2.7.1+cu1283', { 'torch-minor': '2.7', 'torch-release': '2.7.1' }],
    ['2.10', { 'torch-minor': '2.10', 'torch-release': '2.10' }],
    ['2.8rc1', { 'torch-release': '2.8rc1' }],
  ])('%s', (torch, expected) => {
    const { torch: _, 'index-fit': __, ...known } = values({ values: { torch } });
    expect(known).toEqual(expected);
    expect(values({}, { packages: { torch: version(torch) } })).toMatchObject(expected);
  });

  it('the companion that is missing is the one that fits; a module that is called as our list is none', () => {
    const packages = { torch: version('2.8.0') };
    expect(values({ values: { module: 'torchvision' } }, { packages })['companion-fit']).toBe('0.23.0');
    expect(values({ values: { module: 'index' } }, { packages })).not.toHaveProperty('companion-fit');
    expect(values({ values: { module: 'python' } }, { packages })).not.toHaveProperty('companion-fit');
    expect(values({ values: { module: 'torchvision' } })).not.toHaveProperty('companion-fit');
  });
});

describe('where it happened', () => {
  const location = { file: '/app/utils/run.py', line: 7, function: 'main', quoted: '' };

  it('is the frame, and the file that a missing module of the own folder would be', () => {
    expect(values({ location })).toEqual({ file: '/app/utils/run.py', line: 7, function: 'main' });
    expect(values({ location, values: { module: 'utils.io' } })['own-file']).toBe('utils/io.py');
    expect(values({ location, values: { module: 'utils' } })).not.toHaveProperty('own-file');
    expect(values({ location, values: { module: 'run.io' } })).not.toHaveProperty('own-file');
    expect(values({ location, values: { path: '/srv/else/x.bin' } })['from-app']).toBe('/srv/else/x.bin');
    expect(values({ location, values: { path: '/home/user/app/models/x.bin' } })['from-app']).toBe('models/x.bin');
  });

  it('is told with its line of code, masked, unless that is long', () => {
    const at = (quoted: string) => values({ location: { ...location, quoted } }).statement;
    expect([at('run(1,,)\n^'), at('x'.repeat(200)), at('')]).toEqual(['run(1,,)', undefined, undefined]);
    expect(at('login(token="hf_abcdefghijklmnopqrstuvwxyzABCDEFGH")')).toBe('login(token="hf_****")');
  });

  it.each([
    ['/usr/lib/python3.12/site-packages/some_lib/a.py', undefined, 'some-lib'],
    ['/usr/lib/python3/dist-packages/lib/a.py', undefined, 'lib'],
    ['C:\\Python\\Lib\\site-packages\\lib\\a.py', undefined, 'lib'],
    ['/usr/lib/python3.12/site-packages/lib/a.py', 'lib', undefined],
    ['/usr/lib/python3.12/site-packages/single.py', undefined, undefined],
    ['/app/app.py', undefined, undefined],
  ])('%s: what imports it is known (library %s): %s', (file, of, importer) => {
    expect(values({ raisedIn: { ...location, file }, values: of === undefined ? {} : { library: of } }).importer).toBe(importer);
  });

  it.each([
    [['basicsr==1.4.2'], 'basicsr==1.4.2', 'basicsr'],
    [['git+https://github.com/a/My_Tool.git', 'my-tool'], 'git+https://github.com/a/My_Tool.git', 'My_Tool'],
    [['git+https://github.com/a/tool.git@main'], 'git+https://github.com/a/tool.git@main', 'tool'],
    [['git+https://github.com/a/tool@main'], 'git+https://github.com/a/tool@main', 'tool'],
    [['other==1', 'my-tool'], 'my-tool', 'my-tool'],
    [['my-tool==1', 'my-tool==2', 'my-tool'], 'my-tool==2', 'my-tool'],
    [['./wheels/tool'], './wheels/tool', 'tool'],
  ])('pip was building %j', (sources, building, name) => {
    const repository = building.startsWith('git+') ? { 'building-repository': building } : {};
    expect(values({}, { sources })).toEqual({ building, 'building-name': name, ...repository });
  });
});

describe('the history of a name', () => {
  const cache = { library: 'transformers', module: 'transformers.cache_utils', name: 'HybridCache' };
  const at = (transformers: string | null) => (transformers === null ? {} : { packages: { transformers: version(transformers) } });
  const history = (captured: object, transformers: string | null = null) => {
    const { since, gone, nowhere } = values({ values: captured }, at(transformers));
    return Object.fromEntries(Object.entries({ since, gone, nowhere }).filter(([, each]) => each !== undefined));
  };

  it.each([
    ['of an unknown version both are told', cache, null, { since: '4.42', gone: '5.0' }],
    ['of an older one that it came', cache, '4.41.9', { since: '4.42' }],
    ['of the one that brought it nothing', cache, '4.42.0', {}],
    ['of the one that took it away that it is gone', cache, '5.0.0', { gone: '5.0' }],
    ['a module', { library: 'transformers', module: 'transformers.modeling_layers' }, null, { since: '4.52' }],
    [
      'a place within the library is told by itself',
      { ...cache, module: 'x', inside: 'cache_utils' },
      null,
      { since: '4.42', gone: '5.0' },
    ],
    ['a name of the library itself', { library: 'transformers', name: 'Qwen3VLModel' }, null, { since: '4.57' }],
    ['a type of model needs no library', { type: 'qwen3_vl' }, '4.30', { since: '4.57' }],
    ['a type that never was', { type: 'aurora' }, '4.30', { nowhere: '5.23.0' }],
    ['another library', { library: 'torch', module: 'torch.nn.attention', name: 'flex' }, null, { since: '2.5' }],
    ['a library without a table', { library: 'numpy', name: 'x' }, null, {}],
    ['a library that is called as a part of every object', { library: 'constructor', name: 'x' }, null, {}],
    ['nothing that is missing', { library: 'transformers' }, null, {}],
  ])('%s', (_, captured, transformers, expected) => expect(history(captured, transformers)).toEqual(expected));
});

describe('the sums of a refusal', () => {
  const refusal = (captured: object, id = 'quota-exceeded') => found({ id, values: captured });
  const numbers = (captured: object, id?: string, environment = NOTHING) => messageValuesOf(refusal(captured, id), environment);

  it('are made of what was left', () => {
    expect(values({ id: 'quota-exceeded', values: { requested: 60, left: 81 } })).toMatchObject({ largest: 54, 'largest-xlarge': 40 });
    expect(values({ id: 'quota-exceeded', values: { requested: 60, left: 1.5 } })).toMatchObject({ largest: 1 });
    for (const captured of [{ requested: 60, left: 1 }, { requested: 60 }, { left: 81 }])
      expect(values({ id: 'quota-exceeded', values: captured })).not.toHaveProperty('largest');
    expect(values({ values: { requested: 60, left: 81 } })).not.toHaveProperty('largest');
  });

  it('read numbers as messages of other languages write them', () => {
    expect(numbers({ requested: '65,5', left: '81', wait: '3:12:00' })).toMatchObject({ requested: 65.5, left: 81, wait: '3:12:00' });
    expect(numbers({ requested: 'many' })).toBeNull();
    expect(numbers({ requested: 60 }, 'illegal-duration')).toMatchObject({ requested: 60 });
    expect(numbers({ requested: 60 }, 'gpu-task-aborted')).toBeNull();
    expect(bookingNotes(library, refusal({ requested: 'many' }), NOTHING)).toEqual([]);
  });

  it.each([
    ['free', 'free'],
    ['Pro', 'pro'],
    ['Team', undefined],
    [undefined, undefined],
  ])('know the tier that is named %s', (plan, tier) => expect(numbers({ requested: 60, ...(plan && { plan }) })?.tier).toBe(tier));

  it('know the release of spaces, and no wait where none is named', () => {
    const environment = { ...NOTHING, packages: { spaces: version('0.50.2') } } as unknown as Environment;
    expect(numbers({ requested: 60 }, 'quota-exceeded', environment)).toEqual({
      ...{ requested: 60, left: undefined, wait: undefined, tier: undefined, spaces: '0.50.2' },
    });
  });
});

it('a path that is whole leads out of the app, one within it does not', () => {
  const outside = (path: string) => values({ values: { path } }).outside;
  expect(['/srv/x.bin', 'C:\\x.bin', '~/x.bin'].map(outside)).toEqual(['/srv/x.bin', 'C:\\x.bin', '~/x.bin']);
  expect(['models/x.bin', '/home/user/app/models/x.bin'].map(outside)).toEqual([undefined, undefined]);
});

it('a function that trains, or words that say so, are training', () => {
  const location = { file: 'app.py', line: 3, function: 'train_model', quoted: '' };
  expect(values({ location }).training).toBe('yes');
  expect(values({}, { asker: { did: ['train'] } }).training).toBe('yes');
  expect(values({ location: { ...location, function: 'trained' } }).training).toBeUndefined();
});

it('gaps are a share of the card, sizes lie apart by numbers', () => {
  expect(values({ values: { reserved: '6.02 GiB', total: 47.38 } }).gaps).toBe(13);
  expect(values({ values: { reserved: '6.02 GiB' } }).gaps).toBeUndefined();
  expect(values({ values: { one: 63, other: 64 } }).apart).toBe(1);
  expect(values({ values: { one: 'numpy', other: 64 } }).apart).toBeUndefined();
});

it('the sides of a conflict are told with the rest', () => {
  const demands = ['|numpy|==1.0', 'a 1.0|numpy|>=2'];
  expect(values({}, { demands })).toMatchObject({ clash: 'numpy', pin: '==1.0', newer: 'a', 'newer-wants': '>=2' });
});
