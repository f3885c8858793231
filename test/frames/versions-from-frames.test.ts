import { describe, expect, it } from 'vitest';
import { versionsFromFrames } from '../../src/frames/versions-from-frames.ts';
import { holds } from './holds.ts';
import { frame, load, readLines } from './tables.ts';

/** A traceback that was made with really installed packages: their versions, and its frames. */
interface Made {
  versions: Record<string, string>;
  frames: string[];
}

const GRADIO = [
  'gradio/queueing.py:541 process_events | response = await route_utils.call_process_api(',
  'gradio/route_utils.py:276 call_process_api | output = await app.get_blocks().process_api(',
];
const told = (written: string[], within?: string) =>
  versionsFromFrames(
    written.map((each) => frame(each, within)),
    load,
  ).map(({ project, text }) => `${project} ${text}`);

describe('versions from frames', () => {
  const made = readLines<Made>('made.jsonl');

  it('tells of tracebacks from real installations nothing that is wrong', () => {
    for (const { versions, frames } of made)
      for (const { project, text } of versionsFromFrames(
        frames.map((each) => frame(each)),
        load,
      ))
        expect(`${project} ${text}: ${holds(text, versions[project] as string)}`, frames.join('\n')).toBe(`${project} ${text}: true`);
  });

  it('answers for most of them', () => {
    const answered = made.filter(
      ({ frames }) =>
        versionsFromFrames(
          frames.map((each) => frame(each)),
          load,
        ).length > 0,
    );
    expect(answered.length / made.length).toBeGreaterThan(0.6);
  });

  it('includes every release from whose source a frame was drawn', () => {
    const drawn = readLines<{ project: string; version: string; frame: string }>('drawn.jsonl');
    const wrong = drawn.filter(({ project, version, frame: written }) =>
      versionsFromFrames([frame(written)], load).some((found) => found.project !== project || !holds(found.text, version)),
    );
    expect(wrong).toEqual([]);
    const answered = drawn.filter(({ frame: written }) => versionsFromFrames([frame(written)], load).length > 0);
    expect(answered.length / drawn.length).toBeGreaterThan(0.8);
  });

  it('names the frame that settles it, and what it leaves open', () => {
    const [gradio] = versionsFromFrames(
      GRADIO.map((each) => frame(each)),
      load,
    );
    expect(gradio).toMatchObject({ project: 'gradio', isExact: false, from: frame(GRADIO[0] as string) });
    expect(gradio?.oldest).not.toBeNull();
    expect(gradio?.newest).not.toBeNull();
  });

  it('reads paths of any system, and shortened ones', () => {
    const expected = told(GRADIO);
    expect(expected).toHaveLength(1);
    expect(told(GRADIO, 'C:\\Users\\me\\venv\\Lib\\site-packages\\')).toEqual(expected);
    expect(told(GRADIO, '.../')).toEqual(expected);
    expect(told(GRADIO, '')).toEqual(expected);
    expect(told(GRADIO, '/usr/lib/python3/dist-packages/')).toEqual(expected);
  });

  it('reads a quoted line whatever its blanks, and with the exception behind it', () => {
    const [first = ''] = GRADIO;
    expect(told([first.replace('await ', 'await  ')])).toEqual(told([first]));
    expect(told([`${first} ValueError: nothing here`])).toEqual(told([first]));
  });

  it('needs two frames where no line is quoted', () => {
    const unquoted = GRADIO.map((each) => each.split(' | ')[0] as string);
    expect(told(unquoted.slice(0, 1))).toEqual([]);
    expect(told(unquoted)).toHaveLength(1);
  });

  it('is silent on what the table contradicts', () => {
    const moved = GRADIO.map((each, index) => (index === 0 ? each.replace(':541', ':540') : each));
    expect(told(moved)).toEqual([]);
    const patched = GRADIO.map((each, index) => (index === 0 ? each.replace('await ', 'await my_') : each));
    expect(told(patched)).toEqual([]);
  });

  it('is silent on two environments in one text', () => {
    const other = 'gradio/queueing.py:624 process_events | response = await route_utils.call_process_api(';
    expect(told([other])).toHaveLength(1);
    expect(told([...GRADIO, other])).toEqual([]);
  });

  it('is silent on what it does not know', () => {
    expect(told(['app.py:12 predict | return pipe(prompt)'], '/home/user/app/')).toEqual([]);
    expect(told(['gradio/queueing.py:541 my_function | response = await route_utils.call_process_api('])).toEqual([]);
    expect(told(['gradio/queueing.py:541 process_events | if response is None:'])).toEqual([]);
    expect(told(['__proto__/queueing.py:541 process_events | a()', 'constructor/x.py:1 f | f()'])).toEqual([]);
  });
});
