import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Diagnoser } from '../../../src/core/diagnose/diagnoser.ts';
import { versionOf } from '../../../src/core/environment/environment.ts';
import type { Frame, FrameVersion } from '../../../src/core/library/frame.ts';
import { Library } from '../../../src/core/library/library.ts';
import { diagnose, idsOf, knowledgeWith } from '../../library.ts';

const QUOTA = 'You have exceeded your free ZeroGPU quota (60s requested vs. 30s left). Try again in 3:12:00';
const OOM = `Traceback (most recent call last):
  File "/home/user/app/app.py", line 12, in generate
    image = pipe(prompt)
  File "/usr/local/lib/python3.10/site-packages/torch/nn/modules/module.py", line 1773, in _wrapped_call_impl
    return self._call_impl(*args, **kwargs)
torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of 47.40 GiB of which 1.20 GiB is free.`;

describe('a diagnosis', () => {
  it('carries the numbers of the log', () => {
    const [first] = diagnose(QUOTA).findings;
    expect(first).toMatchObject({
      id: 'quota-exceeded',
      role: 'cause',
      values: { requested: 60, left: 30, wait: '3:12:00' },
      firstLine: 1,
      location: null,
    });
  });

  it('points at the user’s own code, not at the library', () => {
    const [first] = diagnose(OOM).findings;
    expect(first).toMatchObject({
      id: 'cuda-out-of-memory',
      count: 1,
      location: { file: '/home/user/app/app.py', line: 12, function: 'generate' },
    });
  });

  it('puts the cause before the symptom that came first', () => {
    expect(idsOf(`ZeroGPU worker error\nOutOfMemoryError\n\n\n\n\n${OOM}`)).toEqual(['cuda-out-of-memory', 'worker-error']);
  });

  it('names the first cause of a log first', () => {
    const later = 'ERROR: Cannot install -r requirements.txt because these package versions have conflicting dependencies.';
    expect(idsOf(`${later}\n\n\n\n\n${QUOTA}`)).toEqual(['pip-conflict', 'quota-exceeded']);
    expect(idsOf(`${QUOTA}\n\n\n\n\n${later}`)).toEqual(['quota-exceeded', 'pip-conflict']);
  });

  it('takes a warning for the cause of what it explains, and for nothing else', () => {
    const warning = 'Falling back to IP-based quotas (InvalidRepoToken)';
    expect(idsOf(`${warning}\n\n\n\n\n${QUOTA}`)).toEqual(['ip-quota-fallback', 'quota-exceeded']);
    expect(idsOf(`${warning}\n\n\n\n\n${OOM}`)).toEqual(['cuda-out-of-memory', 'ip-quota-fallback']);
  });

  it('reads a message that was quoted and wrapped', () => {
    const quoted = '> You have exceeded your free ZeroGPU quota (60s requested vs.\n> 30s left). Try again in 3:12:00';
    expect(diagnose(quoted).findings[0]).toMatchObject({ id: 'quota-exceeded', values: { requested: 60, left: 30 } });
  });

  it('reads the title of an issue that was copied whole', () => {
    expect(idsOf('# App fails: RuntimeError: No CUDA GPUs are available\n\nIt worked yesterday.')).toEqual(['no-cuda-gpus']);
    expect(idsOf('def run():\n# before it was: RuntimeError: No CUDA GPUs are available')).toEqual([]);
  });

  it('believes the text, not the title', () => {
    expect(idsOf('ZeroGPU quota exceeded\nNo GPU was available after 60s. Try re-running outside of examples')).toEqual(['queue-timeout']);
    expect(idsOf('{"title": "ZeroGPU quota exceeded", "error": "No GPU was available after 60s"}')).toEqual(['queue-timeout']);
    expect(idsOf('ZeroGPU quota exceeded')).toEqual(['quota-exceeded']);
  });

  it('believes what a traceback ends with, though it explains itself', () => {
    const explained = `${OOM} The error indicates that the input is too large.`;
    expect(idsOf(explained)).toEqual(['cuda-out-of-memory']);
    const alone = explained.slice(explained.lastIndexOf('\n') + 1);
    expect(idsOf(alone)).toEqual([]);
    expect(idsOf(alone.replace('The error', 'This error'))).toEqual(['cuda-out-of-memory']);
  });

  it.each(['', '           ^^^^^^^^^^^^^^^^^^^^^^^^^^\n'])(
    'shows the exception alone, where the statement above it and its marks say which it is',
    (marks) => {
      const raised = "TypeError: BlockedError.__init__() missing 1 required positional argument: 'score'";
      const text = `  File "/usr/local/lib/python3.11/multiprocessing/queues.py", line 367, in get\n    return _ForkingPickler.loads(res)\n${marks}${raised}`;
      const [first] = diagnose(text).findings;
      expect(first).toMatchObject({ id: 'pickling-error', values: { raised: 'BlockedError' }, evidence: raised });
    },
  );

  it('counts what happened again, a traceback once', () => {
    const { findings } = diagnose(`${QUOTA}\n\n\n\n\n${QUOTA}\n\n\n\n\n${QUOTA}`);
    expect(findings[0]).toMatchObject({ count: 3, firstLine: 1, lastLine: 11 });
    const quoted = OOM.replace('image = pipe(prompt)', 'raise RuntimeError("CUDA out of memory. Tried to allocate 1.00 GiB")');
    expect(diagnose(quoted).findings[0]?.count).toBe(1);
    expect(diagnose(`${OOM}\n${OOM}`).findings[0]?.count).toBe(2);
  });

  it('reads a message that was wrapped', () => {
    const wrapped = QUOTA.replace('vs. 30s', 'vs.\n30s');
    expect(diagnose(wrapped).findings[0]).toMatchObject({ id: 'quota-exceeded', values: { requested: 60, left: 30 } });
  });

  it('reads a message that was wrapped within a word', () => {
    const long = `gradio.exceptions.Error: an error of the scheduler with a long text before it: ${QUOTA}`;
    expect(diagnose(`${long.slice(0, 92)}\n${long.slice(92)}`).findings[0]).toMatchObject({
      id: 'quota-exceeded',
      values: { requested: 60, left: 30 },
    });
  });

  it('reads a message that was copied through a page', () => {
    const copied = [
      'start',
      QUOTA.replaceAll(' ', '\u00a0'),
      '',
      '',
      '',
      '',
      'No module named &#x27;spaces&#x27;',
      '',
      '',
      '',
      '',
      'cannot import name ‘HfFolder’ from ‘huggingface_hub’',
    ];
    expect(idsOf(copied.join('\n'))).toEqual(['quota-exceeded', 'spaces-not-installed', 'hffolder-import']);
  });

  it('places each of two tracebacks that follow each other', () => {
    const second =
      'Traceback (most recent call last):\n  File "/home/user/app/other.py", line 7, in <module>\n    import cv2\nModuleNotFoundError: No module named \'cv2\'';
    const { findings } = diagnose(`${OOM}\n${second}`);
    expect(findings.map(({ id, location }) => [id, location?.line])).toEqual([
      ['cuda-out-of-memory', 12],
      ['missing-module', 7],
    ]);
  });

  it('places a traceback that breaks off before its exception', () => {
    const cut = [
      'Traceback (most recent call last):',
      '  File "/home/user/app/app.py", line 9, in draw',
      '    return compiled(prompt)',
      '  File "/usr/local/lib/python3.12/site-packages/torch/_inductor/package/package.py", line 135, in load_package',
      '    loader = torch._C._aoti.AOTIModelPackageLoader(',
    ].join('\n');
    const placed = (text: string) => diagnose(text).findings.find(({ id }) => id === 'aoti-error')?.location?.line;
    expect([placed(cut), placed(`${cut}\n${OOM}`)]).toEqual([9, 9]);
  });

  it.each([1, 9])('gives no place to what stands outside of a traceback, %i lines above one', (lines) => {
    const short =
      'Traceback (most recent call last):\n  File "/home/user/app/app.py", line 7, in <module>\nModuleNotFoundError: No module named \'cv2\'';
    const { findings } = diagnose(`${QUOTA}${'\n'.repeat(lines)}${short}\n`);
    expect(findings.map(({ id, location }) => [id, location?.line])).toEqual([
      ['quota-exceeded', undefined],
      ['missing-module', 7],
    ]);
  });

  it('knows versions from the frames of libraries, with the source below them', () => {
    const read: Frame[] = [];
    const readFrames = (frames: readonly Frame[]): FrameVersion[] => {
      read.push(...frames);
      return frames.map((from) => ({ project: 'torch', text: '2.8.x', isExact: false, oldest: '2.8.0', newest: '2.8.0', from }));
    };
    const diagnoser = new Diagnoser(new Library({ ...knowledgeWith(), readFrames }));
    diagnoser.push(new TextEncoder().encode(OOM));
    expect(versionOf(diagnoser.end().environment, 'torch')).toBe('2.8.x');
    expect(read).toMatchObject([{ line: 1773, function: '_wrapped_call_impl', quote: 'return self._call_impl(*args, **kwargs)' }]);
  });

  it('cuts the evidence between characters, not within one', () => {
    for (const shift of [0, 1]) {
      const { evidence } = diagnose(`${'x'.repeat(shift)}${'😀'.repeat(400)} ${QUOTA}`).findings[0] ?? { evidence: '' };
      expect(evidence).not.toMatch(/\p{Cs}/u);
      expect(evidence).toContain('60s requested');
    }
  });

  it('reads events, JSON, colours, progress bars and CRLF alike', () => {
    const shapes = [
      `event: error\ndata: ${JSON.stringify({ error: QUOTA, title: 'ZeroGPU quota exceeded' })}\n`,
      `data: ${JSON.stringify({ data: `${QUOTA}\n`, timestamp: '2026-06-20T01:09:49Z' })}\n\ndata: \n`,
      `\u001b[31m${QUOTA}\u001b[0m\r\n`,
      `10%|█\r20%|██\r${QUOTA}\n`,
      JSON.stringify({ output: JSON.stringify({ error: QUOTA }) }),
    ];
    for (const shape of shapes)
      expect(diagnose(shape).findings[0]).toMatchObject({ id: 'quota-exceeded', count: 1, values: { requested: 60 } });
  });

  it('does not count a log again that a reconnect replays', () => {
    const event = (text: string, time: string) => `data: ${JSON.stringify({ data: `${text}\n`, timestamp: time })}\n\n`;
    const log = event('starting', '2026-06-20T01:00:00Z') + event(QUOTA, '2026-06-20T01:00:01Z');
    expect(diagnose(log + log).findings[0]?.count).toBe(1);
  });

  it('reports versions', () => {
    const { environment } = diagnose(
      'Successfully installed gradio-5.49.1 torch-2.8.0+cu128\n/usr/local/lib/python3.12/site-packages/spaces\nspaces==0.50.2',
    );
    const version = (name: string) => versionOf(environment, name);
    expect([version('spaces'), version('torch'), version('gradio'), environment.python]).toEqual([
      '0.50.2',
      '2.8.0+cu128',
      '5.49.1',
      '3.12',
    ]);
  });

  it('says what it does not know, with its place', () => {
    const { findings, failures } = diagnose(
      'Traceback (most recent call last):\n  File "/home/user/app/app.py", line 3, in <module>\n    frobnicate()\nFrobnicationError: the widget is upside down',
    );
    expect(findings).toEqual([]);
    const location = { file: '/home/user/app/app.py', line: 3, function: '<module>', quoted: 'frobnicate()' };
    expect(failures).toEqual([
      {
        kind: 'other',
        type: 'FrobnicationError',
        message: 'the widget is upside down',
        details: [],
        file: null,
        line: 4,
        location,
        raisedIn: location,
        inPackage: null,
        trail: ['<module>'],
        isAnswer: false,
        isConsequence: false,
        advice: null,
      },
    ]);
  });

  it('does not call a symptom of a known cause unknown', () => {
    expect(diagnose(OOM).failures).toEqual([]);
  });

  it('is silent on nothing, comments and harmless lines', () => {
    for (const text of ['', '\n\n', '# CUDA out of memory. Tried to allocate 2.00 GiB', '* Running on local URL:  http://0.0.0.0:7860']) {
      expect(diagnose(text)).toMatchObject({ findings: [], failures: [] });
    }
  });

  it('is the same for any chunking', () => {
    const log = `${OOM}\r\n\n\n\n\ndata: ${JSON.stringify({ error: QUOTA })}\n50%\r100%\nünïcödé 漢字\n${QUOTA}`;
    const whole = diagnose(log);
    fc.assert(
      fc.property(fc.array(fc.nat(1500), { maxLength: 20 }), (cuts) => {
        expect(diagnose(log, cuts)).toEqual(whole);
      }),
    );
  });
});
