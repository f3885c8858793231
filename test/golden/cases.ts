/** The documents whose every character is written down: what is asked, what is read, and what the file is called. */

export interface Case {
  name: string;
  args: string[];
  stdin?: string;
  /** How it is printed, where that is not every way. */
  forms?: Form[];
}

export interface Form {
  name: string;
  args: string[];
}

const TRACEBACK = [
  'Traceback (most recent call last):',
  '  File "/home/user/app/app.py", line 12, in generate',
  '    image = pipe(prompt)',
  '  File "/usr/local/lib/python3.10/site-packages/torch/nn/modules/module.py", line 1511, in _wrapped_call_impl',
  '    return self._call_impl(*args, **kwargs)',
].join('\n');

const REFUSAL = 'You have exceeded your free ZeroGPU quota (180s requested vs. 96s left). Try again in 5:12:40.';

/** Small Spaces of our own: one that is well, one with a bit of everything. */
const SOUND = 'test/golden/spaces/sound';
const BROKEN = 'test/golden/spaces/broken';

/** A refusal that names a line of the broken Space. */
const OWN_REFUSAL = [
  'Traceback (most recent call last):',
  '  File "/home/user/app/app.py", line 16, in draw',
  '    return pipe(prompt, generator=generator).images[0]',
  `gradio.exceptions.Error: '${REFUSAL}'`,
].join('\n');

export const CASES: Case[] = [
  { name: 'diagnose-numbers', args: ['diagnose'], stdin: `starting\n${REFUSAL}\n` },
  { name: 'diagnose-module', args: ['diagnose'], stdin: `${TRACEBACK}\nModuleNotFoundError: No module named 'cv2'\n` },
  {
    name: 'diagnose-consequence',
    args: ['diagnose'],
    stdin: `${TRACEBACK}\ntorch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB\n\n\n\n\nGPU task aborted\n`,
  },
  { name: 'diagnose-two-causes', args: ['diagnose'], stdin: `${REFUSAL}\n\n\n\n\n\nModuleNotFoundError: No module named 'einops'\n` },
  { name: 'diagnose-full', args: ['diagnose', '--full'], stdin: `${REFUSAL}\n` },
  { name: 'diagnose-notice', args: ['diagnose'], stdin: 'Waiting for a GPU to become available\nall is well\n' },
  { name: 'diagnose-unknown', args: ['diagnose'], stdin: `${TRACEBACK}\nFrobnicationError: the widget is upside down\n` },
  {
    name: 'diagnose-failures',
    args: ['diagnose'],
    stdin: `fatal: unable to access 'https://huggingface.co/spaces/u/s/': Could not resolve host: huggingface.co\n\n\n\n\n${TRACEBACK}\nKeyError: 'API_KEY'\n\n\n\n\napp-1 exited with code 1\n`,
  },
  { name: 'diagnose-clean', args: ['diagnose'], stdin: 'Running on local URL:  http://0.0.0.0:7860\n' },
  {
    name: 'diagnose-guess',
    args: ['diagnose'],
    stdin: 'Why does my call say that the quota is exceeded, and how much quota is left for my Space?\n',
  },
  { name: 'diagnose-foreign', args: ['diagnose'], stdin: "ModuleNotFoundError: No module named 'a_*b*_<b>[x](y)'\n" },
  { name: 'beside-change', args: ['diagnose', '--app', BROKEN], stdin: `${OWN_REFUSAL}\n` },
  { name: 'beside-full', args: ['diagnose', '--full', '--app', BROKEN], stdin: `${OWN_REFUSAL}\n` },
  { name: 'beside-other-version', args: ['diagnose', '--app', BROKEN], stdin: `${OWN_REFUSAL.replace('in draw', 'in paint')}\n` },
  {
    name: 'beside-failure',
    args: ['diagnose', '--app', BROKEN],
    stdin: `${OWN_REFUSAL.replace(/gradio.*/, 'FrobnicationError: the widget is upside down')}\n`,
  },
  { name: 'check-sound', args: ['check', SOUND] },
  { name: 'check-broken', args: ['check', BROKEN] },
  {
    name: 'check-broken-as-data',
    args: ['check', BROKEN],
    forms: [
      { name: 'sarif', args: ['--format', 'sarif'] },
      { name: 'github', args: ['--format', 'github'] },
    ],
  },
  { name: 'show-error', args: ['show', 'quota-exceeded'] },
  { name: 'show-message', args: ['show', 'task-aborted'] },
  { name: 'show-rule', args: ['show', 'declare-duration'] },
  { name: 'show-guide', args: ['show', 'how-quota-works'] },
  { name: 'show-tree', args: ['show', 'large-or-xlarge'] },
  { name: 'decide-start', args: ['decide', 'large-or-xlarge', '--answers', ''] },
  { name: 'decide-end', args: ['decide', 'large-or-xlarge', '--answers', '2'] },
  { name: 'decide-drawing', args: ['decide', 'large-or-xlarge', '--tree'] },
  { name: 'plan-booking', args: ['plan', '--duration', '120', '--tier', 'free', '--left', '100'] },
  { name: 'plan-memory', args: ['plan', '--params', '27b'] },
  { name: 'search-hits', args: ['search', 'quota'] },
  { name: 'search-phrase', args: ['search', 'the', 'run', 'stops', 'in', 'the', 'middle'] },
  { name: 'search-unsure', args: ['search', 'docker', 'registry', 'quota'] },
  { name: 'search-plan', args: ['search', 'does', 'a', '13b', 'model', 'fit', 'on', 'large'] },
  { name: 'search-nothing', args: ['search', 'qqqqzzzz'] },
  { name: 'list-all', args: ['list'] },
  { name: 'list-errors', args: ['list', 'errors'] },
  { name: 'help', args: ['--help'] },
  { name: 'help-plan', args: ['plan', '--help'] },
  { name: 'problem-id', args: ['show', 'qouta-exceeded'] },
];

/** How each document is printed; the name is the end of the file's name. */
export const FORMS: Form[] = [
  ...[40, 80, 120].map((width) => ({ name: `${width}.txt`, args: ['--width', String(width), '--no-color'] })),
  { name: '80.ansi', args: ['--width', '80', '--color'] },
  { name: 'md', args: ['--markdown'] },
  { name: 'json', args: ['--json'] },
];
