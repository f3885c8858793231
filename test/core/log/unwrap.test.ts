import { describe, expect, it } from 'vitest';
import { ReplayFilter } from '../../../src/core/log/replay.ts';
import { unwrap } from '../../../src/core/log/unwrap.ts';

describe('unwrap', () => {
  it('opens a log event and keeps its time', () => {
    expect(unwrap('data: {"data": "a\\nb\\n", "timestamp": "2026-06-20T01:09:49.914Z"}')).toEqual({
      texts: ['a', 'b'],
      timestamp: '2026-06-20T01:09:49.914Z',
    });
  });

  it('takes of what Docker keeps what the container printed', () => {
    expect(unwrap('{"log":"  File \\"/srv/app.py\\", line 3\\r\\n","stream":"stderr","time":"2026-06-01T10:00:00.1Z"}').texts).toEqual([
      '  File "/srv/app.py", line 3',
    ]);
    expect(unwrap('{"log":"a","level":"stderr"}').texts).toEqual(['a', 'stderr']);
  });

  it('drops keep-alives and event names', () => {
    for (const line of ['data:', 'data: ', 'event: heartbeat', ': ping']) expect(unwrap(line).texts).toEqual([]);
  });

  it('keeps what tells of a reason that Gradio hides', () => {
    expect(unwrap('data: null').texts).toEqual(['data: null']);
    expect(unwrap('data: {"error": null}').texts).toEqual(['data: {"error": null}']);
    expect(unwrap('data: {"error": null, "result": "a cat"}').texts).toEqual(['a cat']);
  });

  it('puts a title before its text, wherever it stands', () => {
    expect(unwrap('data: {"error": "You have exceeded", "duration": 10, "title": "ZeroGPU quota exceeded"}').texts).toEqual([
      'ZeroGPU quota exceeded',
      'You have exceeded',
    ]);
  });

  it('takes of what the Hub says of a Space that failed its state and the reason', () => {
    const status = '{"stage": "RUNTIME_ERROR", "errorMessage": "the lamp is broken", "hardware": {"current": null}}';
    expect(unwrap(status)).toEqual({ texts: ['RUNTIME_ERROR', 'the lamp is broken'], level: 'error' });
    const known = `{"id": "me/demo", "cardData": {"title": "A lamp that fails"}, "runtime": ${status}}`;
    expect(unwrap(known)).toEqual({ texts: ['me/demo', 'RUNTIME_ERROR', 'the lamp is broken'], level: 'error' });
    const fine = '{"title": "A lamp", "runtime": {"stage": "RUNNING", "errorMessage": ""}}';
    expect(unwrap(fine)).toMatchObject({ texts: ['A lamp', 'RUNNING', ''].filter(Boolean), level: null });
    expect(unwrap('{"stage": 3, "errorMessage": "x"}').level).toBeNull();
  });

  it('takes of an error object of a server the message alone', () => {
    const said = '{"object": "error", "message": "No such kettle.", "type": "NotFoundError", "param": null, "code": 404}';
    expect(unwrap(said)).toEqual({ texts: ['No such kettle.'], level: 'answer' });
    expect(unwrap('{"object": "error", "type": "odd"}').texts).toEqual([]);
  });

  it('opens JSON in JSON, and JSON behind words', () => {
    expect(unwrap('{"output": "{\\"error\\": \\"GPU task aborted\\"}"}').texts).toEqual(['GPU task aborted']);
    expect(unwrap('{"output": "  {\\"error\\": \\"GPU task aborted\\"} "}').texts).toEqual(['GPU task aborted']);
    expect(unwrap('{"output": "[1, {\\"error\\": \\"aborted\\"}, \\"two\\"]"}').texts).toEqual(['aborted', 'two']);
    expect(unwrap('space error {"error": "aborted"} (retrying)').texts).toEqual(['space error', 'aborted', '(retrying)']);
  });

  it('takes what somebody calls an answer for the answer', () => {
    const answer = { texts: ['No such lamp'], level: 'answer' };
    for (const line of [
      'Response: `{"error": "No such lamp"}`',
      '**API response:** {"error": "No such lamp"}',
      'body={"error": "No such lamp"}',
    ])
      expect(unwrap(line)).toEqual(answer);
    expect(unwrap('my code returned {"error": "No such lamp"}').level).toBeUndefined();
  });

  it('leaves a statement that a traceback quotes as it is', () => {
    const statement = "    page = page.replace(b'<script\\n src=x', b'<script\\n')";
    expect(unwrap(statement).texts).toEqual([statement]);
    for (const own of ['return "\\n".join(rows)', 'prompt += f"User: {user}\\n"', 'for row in "a\\nb".split():'])
      expect(unwrap(`    ${own}`).texts).toEqual([`    ${own}`]);
    expect(unwrap('    "error": "no lamp\\nno light",').texts.length).toBeGreaterThan(1);
    const chat = '    print(pipe([{"role": "user", "content": "hi"}])["generated_text"])';
    expect(unwrap(chat).texts).toEqual([chat]);
    expect(unwrap('    print({"error": "no quota"})').texts).toContain('no quota');
  });

  it('hides a value that its key tells to be a secret, for the key is not shown', () => {
    expect(unwrap('{"hf_token": "aB3dE5gH7jK9mN1p", "error": "refused"}').texts.toSorted()).toEqual(['****', 'refused']);
  });

  it('opens a string and a list, blanks around them or not', () => {
    expect(unwrap('"one\\ntwo" ').texts).toEqual(['one', 'two']);
    expect(unwrap('["one", "two"] ').texts).toEqual(['one', 'two']);
  });

  it.each([
    ['{"level": "ERROR", "message": "x"}', 'error'],
    ['{"severity": "info", "message": "x"}', 'low'],
    ['{"levelname": "odd", "message": "x"}', null],
    ['{"error": "x"}', 'answer'],
    ['{"error": {"code": 3}}', 'answer'],
    ['{"error": ""}', null],
    ['{"detail": "x"}', 'answer'],
    ['{"detail": "x", "id": 3}', null],
    ['{"message": "x"}', null],
    ['["x"]', null],
  ])('tells how serious a line of JSON says that it is: %s', (line, level) => expect(unwrap(line).level).toBe(level));

  it('leaves what is no JSON alone', () => {
    expect(unwrap('{not json').texts).toEqual(['{not json']);
    expect(unwrap('plain words').texts).toEqual(['plain words']);
  });

  it.each([
    ['', ''],
    ['    ', ''],
    ['', '  '],
  ])('opens no string of a program between %j and %j', (before, after) => {
    const line = `${before}'RuntimeError: GPU task aborted\\nretry',${after}`;
    expect(unwrap(line).texts).toEqual([line]);
  });

  it('opens written-out line feeds, and changes nothing else', () => {
    expect(unwrap('Traceback (most recent call last):\\n  File \\"app.py\\", line 1').texts).toEqual([
      'Traceback (most recent call last):',
      '  File \\"app.py\\", line 1',
    ]);
  });

  it.each([
    ['C:\\new\\app.py is missing', 1],
    ['File "D:\\a\\nested\\new.py", line 3', 1],
    ['\\\\server\\share\\new.log', 1],
    ['see ..\\node_modules\\new', 1],
    ['C:\\new: first line\\nRuntimeError: second line', 2],
    ['(most recent call last):\\nRuntimeError', 2],
  ])('a folder is no line feed: %s', (line, count) => expect(unwrap(line).texts).toHaveLength(count));
});

describe('a replayed stream', () => {
  it('is read once', () => {
    const filter = new ReplayFilter();
    const events: [string, string][] = [
      ['1', 'a'],
      ['1', 'b'],
      ['2', 'c'],
      ['1', 'a'],
      ['1', 'b'],
      ['2', 'c'],
      ['3', 'd'],
    ];
    expect(events.filter(([time, text]) => filter.isNew(time, text)).map(([, text]) => text)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('does not mistake an older time stamp for a replay', () => {
    const filter = new ReplayFilter();
    expect([filter.isNew('5', 'a'), filter.isNew('4', 'b'), filter.isNew('6', 'c')]).toEqual([true, true, true]);
  });
});
