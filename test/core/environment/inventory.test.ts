import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Environment, versionOf } from '../../../src/core/environment/environment.ts';
import { Inventory, inventoryMarksOf } from '../../../src/core/environment/inventory.ts';
import { diagnose, library } from '../../library.ts';

const read = (text: string): Environment => diagnose(text).environment;

describe('a package and its version', () => {
  it.each([
    ['Successfully installed gradio-5.49.1 flash_attn-2.8.3 torch-2.8.0+cu128', 'flash-attn', '2.8.3', 'pip'],
    [
      'Requirement already satisfied: pillow<12,>=8.0 in /usr/lib/python3/dist-packages (from gradio==5.49.1) (11.3.0)',
      'pillow',
      '11.3.0',
      'pip',
    ],
    ['Requirement already satisfied: uvicorn[standard]>=0.14 in ./venv/lib (0.35.0)', 'uvicorn', '0.35.0', 'pip'],
    ['  Downloading torch-2.8.0-cp310-cp310-manylinux_2_28_x86_64.whl (888.0 MB)', 'torch', '2.8.0', 'wheel'],
    ['  Using cached https://host/whl/torch-2.5.1%2Bcu121-cp310-cp310-win_amd64.whl', 'torch', '2.5.1+cu121', 'wheel'],
    ['  Downloading PyAudio-0.2.14.tar.gz (47 kB)', 'pyaudio', '0.2.14', 'pip'],
    ['Collecting torch==2.4.0 (from -r requirements.txt (line 3))', 'torch', '2.4.0', 'pin'],
    ['Collecting stringzilla>=3.10 (from albucore==0.0.24->albumentations->insightface==0.7.3)', 'insightface', '0.7.3', 'pip'],
    ['    Found existing installation: numpy 1.26.4', 'numpy', '1.26.4', 'pip'],
    ['gradio 5.49.1 requires pydantic<2.12,>=2.0, but you have pydantic 2.12.3 which is incompatible.', 'pydantic', '2.12.3', 'pip'],
    ['    The user requested huggingface_hub==0.20.3', 'huggingface-hub', '0.20.3', 'pin'],
    ['!pip install -q "diffusers==0.35.2"', 'diffusers', '0.35.2', 'pin'],
    ['- `transformers` version: 4.41.2', 'transformers', '4.41.2', 'banner'],
    ['- PyTorch version (GPU?): 2.3.0+cu121 (True)', 'torch', '2.3.0+cu121', 'banner'],
    ['python: 3.10.10  •  torch: 1.12.1  •  xformers: N/A  •  gradio: 3.16.2', 'gradio', '3.16.2', 'banner'],
    ['You are using gradio version 3.50.2, however version 4.29.0 is available, please upgrade.', 'gradio', '3.50.2', 'banner'],
    ["print(torch.__version__) -> '2.6.0+cu124'", 'torch', '2.6.0+cu124', 'banner'],
    ['  "transformers_version": "4.44.2",', 'transformers', '4.44.2', 'banner'],
    ["env {'pySpacesVersion': '0.42.1', 'arch': None}", 'spaces', '0.42.1', 'banner'],
    ['    PyTorch 2.5.1+cu121 with CUDA 1201 (you have 2.8.0+cu128)', 'torch', '2.8.0+cu128', 'banner'],
    [
      'huggingface-hub>=0.23.2,<1.0 is required for a normal functioning of this module, but found huggingface-hub==2.4.0.',
      'huggingface-hub',
      '2.4.0',
      'banner',
    ],
    ['Disabling PyTorch because PyTorch >= 2.4 is required but found 2.1.2', 'torch', '2.1.2', 'banner'],
    ['Transformers version - 4.43.4, all else is new', 'transformers', '4.43.4', 'banner'],
    ['Upgraded diffusers from 0.34.0 to 0.35.2, since then it fails', 'diffusers', '0.35.2', 'banner'],
    ['INFO [api_server.py:1289] vLLM API server version 0.8.5', 'vllm', '0.8.5', 'banner'],
    ['INFO [core.py:71] Initializing a V1 LLM engine (v0.11.0) with config', 'vllm', '0.11.0', 'banner'],
    ['(APIServer pid=7) INFO [api_utils.py:339]  ▄▄ ▄█ █     █     █ ▀▄▀ █  version 0.23.0', 'vllm', '0.23.0', 'banner'],
    ['NumPy 2.2.6 as it may crash. To support both 1.x and 2.x', 'numpy', '2.2.6', 'banner'],
    ['sdk_version: 5.49.1', 'gradio', '5.49.1', 'sdk'],
    ['ubuntu，3090ti，cuda12.1，torch2.5.1，又装了 cudnn', 'torch', '2.5.1', 'banner'],
    ['[notice] A new release of pip is available: 23.0.1 -> 24.0', 'pip', '23.0.1', 'banner'],
    ['| Gradio | 6.20.0 | Windows |', 'gradio', '6.20.0', 'banner'],
    ['- hf_xet: 1.1.7', 'hf-xet', '1.1.7', 'banner'],
    ['my gradio version is 4.44.1', 'gradio', '4.44.1', 'banner'],
    ['Diffusers：0.34.0', 'diffusers', '0.34.0', 'banner'],
    ['gradio 版本是4.44.1', 'gradio', '4.44.1', 'banner'],
    ['unknown/None; hf_hub/0.26.2; python/3.10.12; torch/2.5.1', 'huggingface-hub', '0.26.2', 'banner'],
    ['it is version 4.44.1 of gradio', 'gradio', '4.44.1', 'banner'],
    ['With Gradio 6.0.1 the inference never comes back', 'gradio', '6.0.1', 'banner'],
    ['pip 25.1.1 from /usr/lib/python3/dist-packages/pip', 'pip', '25.1.1', 'banner'],
    ['  - Updating torch (2.4.0 -> 2.5.0)', 'torch', '2.5.0', 'pip'],
    ['README.md: sdk_version `4.44.1`, python_version 3.12', 'gradio', '4.44.1', 'sdk'],
  ])('%s', (line, name, version, from) => {
    expect(read(line).packages[name]).toMatchObject({ version, from, exact: true, line: 1 });
  });

  it('the front matter decides which Gradio a Space has, wherever requirements.txt stands', () => {
    for (const text of ['gradio==5.1.0\nsdk_version: 5.49.1', 'sdk_version: 5.49.1\ngradio==5.1.0'])
      expect(read(text).packages.gradio).toMatchObject({ version: '5.49.1', from: 'sdk' });
    expect(read('sdk_version: 5.49.1\nSuccessfully installed gradio-5.1.0').packages.gradio).toMatchObject({ version: '5.1.0' });
  });

  it.each([
    'ERROR: This needs torch 2.4 or newer',
    'In PyTorch 2.6, we changed the default value of the `weights_only` argument',
    'Uninstalling gradio-5.47.0:',
    'requires torch>=2.4',
    '# gradio 4.44 needs HfFolder',
    'Please upgrade to gradio 5.0',
    'API version 1.0, file 2.0',
    'diffusers should be upgraded to 0.36.0',
    'the engine (v2.1.0) of vLLM',
    'torch is fine',
    'compiled with NumPy 2.0',
    "Invalid requirement: 'torch=2.4.0'",
    'it works with gradio 4.44.1',
    'Without SSR all works, with gradio 6.0.0 too',
    'gradio 6 wants spaces 0.43.0',
    'PyTorch 2.6 changed what torch.load does',
    'the argument is deprecated since gradio 4.0.0',
    'gradio 4.44.1 -> 5.0.1?',
  ])('is not told by: %s', (line) => expect(read(line).packages).toEqual({}));

  it('is what was installed, not what was asked for; and of two installs the later one', () => {
    const log = ['torch==2.4.0', 'Successfully installed torch-2.5.1', 'torch==2.4.0'].join('\n');
    expect(read(log).packages.torch).toMatchObject({ version: '2.5.1', from: 'pip', line: 2 });
    expect(versionOf(read(`${log}\nSuccessfully installed torch-2.8.0`), 'torch')).toBe('2.8.0');
  });

  it('stands on a line of its own file', () => {
    expect(read('one\ntwo\nSuccessfully installed torch-2.8.0\n').packages.torch?.line).toBe(3);
  });

  it('stands in a table', () => {
    const list =
      'Package         Version Latest Type\n--------------- ------- ------ -----\naiofiles        24.1.0  25.1.0 wheel\ngradio_client   1.13.3  2.7.2  wheel\nThat was all.\nrich 1.2.3';
    const { packages } = read(list);
    expect(Object.keys(packages)).toEqual(['aiofiles', 'gradio-client']);
    expect(packages.aiofiles?.version).toBe('24.1.0');
    const freeze = read('$ pip freeze\nanthropic==0.39.0\nanyio==4.7.0\n\n$ python app.py\n');
    expect([versionOf(freeze, 'anthropic'), versionOf(freeze, 'anyio')]).toEqual(['0.39.0', '4.7.0']);
    const conda = read(
      '# packages in environment at /opt/conda:\n#\n# Name    Version   Build  Channel\npytorch   2.1.0   py3.10_cuda11.8_0    pytorch\n',
    );
    expect(versionOf(conda, 'torch')).toBe('2.1.0');
    const headless = read('gradio                    6.14.0\ntrackio                   0.25.1\nthat is all\nrich  1.2.3\n');
    expect(Object.keys(headless.packages)).toEqual(['gradio', 'trackio']);
    const uv = read('Installed 2 packages in 5ms\n + numpy==2.0.1\n + torch==2.8.0\n');
    expect(versionOf(uv, 'numpy')).toBe('2.0.1');
    const local = read('Installed 2 packages in 5ms\n + demo==0.1.0 (from file:///app)\n + torch==2.8.0\n');
    expect([versionOf(local, 'demo'), versionOf(local, 'torch')]).toEqual(['0.1.0', '2.8.0']);
    const shown = read('Name: trackio\nVersion: 0.25.1\nSummary: x\n\nVersion: 9.9.9\n');
    expect(shown.packages).toMatchObject({ trackio: { version: '0.25.1', line: 2 } });
  });
});

describe('the machine', () => {
  it.each([
    ['Python 3.10.13 (main, Aug 25 2023) [GCC 11.4.0] on linux', 'python', '3.10.13'],
    ['3.12.7 (tags/v3.12.7:0b05ead, Oct 1 2024, 03:06:41) [MSC v.1941 64 bit (AMD64)]', 'python', '3.12.7'],
    ['Using CPython 3.11.15 interpreter at: /usr/local/bin/python3', 'python', '3.11.15'],
    ['**Python:** `3.11.9`', 'python', '3.11.9'],
    ['   - *Python Version*: 3.10', 'python', '3.10'],
    ['Python：3.10.18', 'python', '3.10.18'],
    ['Python3.10', 'python', '3.10'],
    ['显卡是4090，运行环境win11，python3.12.7', 'python', '3.12.7'],
    ['当前的系统是win11 x64，python是3.12.9  x64', 'python', '3.12.9'],
    ['cache miss: [base 5/9] RUN pyenv install 3.10 && pyenv global 3.10', 'python', '3.10'],
    ['  Created wheel for custom_rasterizer: filename=custom_rasterizer-0.1-cp312-cp312-linux_x86_64.whl size=2', 'python', '3.12'],
    ['Guessing wheel URL:  https://x.y/flash_attn-2.8.0+cu12torch2.6cxx11abiFALSE-cp313-cp313-linux_x86_64.whl', 'python', '3.13'],
    ['File "/usr/local/lib/python3.12/site-packages/x.py", line 1, in f', 'python', '3.12'],
    ['C:\\Users\\a\\AppData\\Local\\Programs\\Python\\Python310\\lib\\x.py', 'python', '3.10'],
    ['libfoo.cpython-311-x86_64-linux-gnu.so: cannot open', 'python', '3.11'],
    ["ERROR: Package 'x' requires a different Python: 3.9.7 not in '>=3.10'", 'python', '3.9.7'],
    ['  Downloading numpy-2.2.6-cp310-cp310-manylinux_2_17_x86_64.whl', 'python', '3.10'],
    ['python_version: "3.12"', 'python', '3.12'],
    ['--> FROM docker.io/library/python:3.10@sha256:2e5a9c1e', 'python', '3.10'],
    ['Cuda compilation tools, release 12.4, V12.4.99', 'cuda', '12.4'],
    ['CUDA used to build PyTorch: 12.1', 'cuda', '12.1'],
    ['torch 2.8.0+cu128', 'cuda', '12.8'],
    ['| NVIDIA-SMI 575.57.08   Driver Version: 575.57.08   CUDA Version: 12.9 |', 'driver', '575.57.08'],
    ['GPU models and configuration: GPU 0: NVIDIA A100-SXM4-80GB', 'gpu', 'NVIDIA A100-SXM4-80GB'],
    ['Device: NVIDIA GeForce RTX 5080', 'gpu', 'NVIDIA GeForce RTX 5080'],
    ['Tesla P100-PCIE-16GB which is of cuda capability 6.0.', 'capability', '6.0'],
    ['with CUDA capability sm_120 is not compatible', 'capability', '12.0'],
  ] as const)('%s', (line, name, value) => expect(read(line)[name]).toBe(value));

  it.each([
    'flash_attn-2.7.3-cp312-cp312-linux_x86_64.whl is not a supported wheel on this platform.',
    'requires Python 3.10 or newer',
    'sudo apt install python3.13 python3.13-venv',
    'On Python 3.11/3.12, the entire suite fails',
    'Python: >=3.10',
    'Python 3.8 is no longer supported',
    'Downloading opencv-5.0.0.93-cp37-abi3-manylinux_2_28_x86_64.whl',
    'audioop-lts; python_version >= "3.13"',
    'E: Unable to locate package python3.10-dev',
  ])('has no Python by: %s', (line) => expect(read(line).python).toBeNull());

  it('is told best by what prints it in full', () => {
    const path = '/usr/lib/python3.11/asyncio/base_events.py';
    expect(read(`${path}\nPython 3.11.9 (main)`).python).toBe('3.11.9');
    expect(read(`Python 3.11.9 (main)\n${path.replace('3.11', '3.9')}`).python).toBe('3.11.9');
  });
});

describe('what is named', () => {
  it('are models, datasets, Spaces and commands', () => {
    const environment = read(
      [
        'D:\\demo> python app.py --share',
        'Cannot access gated repo for url https://huggingface.co/google/gemma-3-4b-pt/resolve/main/config.json.',
        'https://huggingface.co/spaces/user/my-space',
        'load_dataset("lhoestq/demo1")',
      ].join('\n'),
    );
    expect(environment).toMatchObject({
      models: ['google/gemma-3-4b-pt'],
      datasets: ['lhoestq/demo1'],
      spaces: ['user/my-space'],
      space: 'user/my-space',
      commands: ['python app.py --share'],
    });
  });

  it.each([
    [' * Running on http://127.0.0.1:3000', '3000'],
    [' * Running on all addresses (0.0.0.0)\n * Running on http://10.108.100.56:3000', '3000'],
    ['[INFO] Listening at: http://0.0.0.0:8000 (1)', '8000'],
    ['INFO:     Uvicorn running on http://0.0.0.0:7860 (Press CTRL+C to quit)', '7860'],
    ['* Running on local URL:  http://127.0.0.1:7861', '7861'],
    ['  Network URL: http://192.168.1.5:8501', '8501'],
    ['Server listening on port 8080', '8080'],
    ['server is running on [::]:50051', '50051'],
    ['started on 12:45', null],
    ['Running on 2 GPUs', null],
    ['* Running on local URL:  http://127.0.0.1:7860\nUvicorn running on http://0.0.0.0:8000', null],
  ])('tells where a server listens: %s', (text, port) => {
    expect(read(text).port).toBe(port);
  });

  it.each([
    ["huggingface-cli download 'anna/tiny-tts' config.json", ['anna/tiny-tts']],
    ['$ hf download anna/tiny-tts --local-dir weights', ['anna/tiny-tts']],
    ['vllm serve anna/tiny-tts --port 8000', ['anna/tiny-tts']],
    ['hf download anna/voices --repo-type dataset', []],
    ['the download anna/tiny-tts took an hour', []],
  ])('knows the models of a command: %s', (text, models) => expect(read(text).models).toEqual(models));

  it('names one Space, or none', () => {
    for (const text of [
      'it calls the Space anna/tiny-tts.',
      'trackio sync --space-id anna/tiny-tts',
      'hf spaces logs anna/tiny-tts',
      '(the Space "anna/tiny-tts")',
      'the Space that does not come up is anna/tiny-tts.',
    ])
      expect(read(text).space).toBe('anna/tiny-tts');
    for (const text of [
      'look into Space settings/secrets',
      'a Space and/or a model',
      'free disk space 20/40',
      'the Space CPU/GPU hardware',
      'the Space fails, for its model is anna/tiny-tts',
      'GET https://huggingface.co/api/spaces/by-subdomain/anna-tiny-tts',
    ])
      expect(read(text).space).toBeNull();
    expect(read('GET https://anna-tiny-tts.hf.space/config, https://user-space.hf.space').addresses).toEqual([
      'https://anna-tiny-tts.hf.space',
    ]);
    expect(read('huggingface.co/spaces/a/b\nhuggingface.co/spaces/c/d').space).toBeNull();
  });
});

describe('of what is said twice', () => {
  const INSTALLED = 'Successfully installed torch-2.8.0';
  const ASKED = 'pip install torch==2.4.0';
  const CHOSEN = '  Downloading torch-2.5.1-cp310-cp310-linux_x86_64.whl (888.0 MB)';

  it.each([
    [[ASKED, CHOSEN], '2.5.1', 2],
    [[CHOSEN, ASKED], '2.5.1', 1],
    [[ASKED, INSTALLED, CHOSEN], '2.8.0', 2],
    // Of two alike the later one, and of the same the first.
    [[INSTALLED, INSTALLED.replace('2.8.0', '2.9.0')], '2.9.0', 2],
    [[INSTALLED, INSTALLED], '2.8.0', 1],
  ])('the surest counts: %j', (lines, version, line) => expect(read(lines.join('\n')).packages.torch).toMatchObject({ version, line }));

  it('a wheel that nobody handles is only asked for', () => {
    const wheel = 'https://host/whl/torch-2.5.1-cp310-cp310-linux_x86_64.whl';
    expect(read(wheel).packages.torch).toMatchObject({ from: 'pin' });
    expect(read(`${ASKED}\n${wheel}`).packages.torch?.version).toBe('2.5.1');
    expect(read(`${CHOSEN}\n${ASKED}`).packages.torch).toMatchObject({ from: 'wheel' });
  });
});

describe('what is looked for', () => {
  const marks = inventoryMarksOf(library.places, library.asker);
  const markOf = (text: string) => marks.wanted.findIndex((wanted) => wanted.text === text);
  const inventory = (...lines: [mark: string, line: string][]) => {
    const made = new Inventory(marks);
    for (const [at, [mark, line]] of lines.entries()) made.read(line, [markOf(mark)], { file: null, line: at + 1 }, false);
    return made;
  };
  const isSettled = (made: Inventory, mark: string) => made.settled.includes(markOf(mark));

  it('is all of it at first, and no more what is known as well as it can be', () => {
    expect(inventory().settled).toEqual([]);
    const path = inventory(['python3', '/usr/lib/python3.11/x.py']);
    expect([isSettled(path, 'python3'), isSettled(path, 'python '), path.environment.python]).toEqual([true, false, '3.11']);
    const full = inventory(['python ', 'Python 3.11.9 (main)']);
    expect([isSettled(full, 'python3'), isSettled(full, 'python '), isSettled(full, 'driver version')]).toEqual([true, true, false]);
  });

  it('is looked for in so many lines and no more, and whoever thins the marks is told', () => {
    const line: [string, string] = ['existing installation: ', 'Found existing installation: nothing'];
    const some = inventory(...Array.from({ length: 99 }, () => line));
    expect([isSettled(some, line[0]), some.changes]).toEqual([false, 0]);
    const many = inventory(...Array.from({ length: 100 }, () => line), [line[0], 'Found existing installation: numpy 1.26.4']);
    expect([isSettled(many, line[0]), many.changes, many.environment.packages]).toEqual([true, 1, {}]);
  });
});

describe('a hostile text', () => {
  it('fills no memory, and what is well known is still told', () => {
    const many = Array.from({ length: 60 }, (_, line) => {
      return `Successfully installed ${Array.from({ length: 50 }, (_, at) => `forged${line * 50 + at}-1.0`).join(' ')}`;
    });
    const { packages } = read(`${many.join('\n')}\nSuccessfully installed forged3-2.0`);
    expect(Object.keys(packages).length).toBe(500);
    expect(packages.forged3?.version).toBe('2.0');
    const models = Array.from({ length: 20 }, (_, at) => `https://huggingface.co/google/gemma-${at}/resolve/main/config.json`);
    expect(read(models.join('\n')).models).toHaveLength(12);
  });

  it('gives nothing that has not the shape of a version or a name', () => {
    const words = fc.constantFrom(
      'Collecting ',
      'Successfully installed ',
      'torch',
      '==',
      '-',
      '2.8.0',
      '+cu128',
      ' ',
      '\u001b[31m',
      '$(rm)',
      '`',
      '../',
      'Python ',
      'version: ',
      '\n',
      '"',
      '.whl',
      '-cp310-cp310-',
      'hf_',
      '{{x}}',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 6 })), { maxLength: 30 }), (parts) => {
        const { packages, python, cuda } = read(parts.join(''));
        for (const [name, { version }] of Object.entries(packages)) {
          expect(name).toMatch(/^[a-z0-9][a-z0-9-]{0,62}$/);
          expect(version).toMatch(/^\d[\w.+]{0,60}$/);
        }
        for (const value of [python, cuda]) if (value !== null) expect(value).toMatch(/^\d{1,2}\.\d{1,3}(?:\.\d{1,3})?$/);
      }),
      { numRuns: 300 },
    );
  });
});
