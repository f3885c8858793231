/** Where the user's own code stands in a traceback, told when the next one begins. */
import { expect, it } from 'vitest';
import { OwnFrame } from '../../../src/core/diagnose/own-frame.ts';
import type { Location } from '../../../src/core/log/traceback/traceback-line.ts';

const at = (line: number) => ({ file: 'app.py', line, function: 'f', quoted: '' }) as unknown as Location;
const begun = (line: number) => ({ seq: line, line });

function following() {
  const told: [number, number][] = [];
  const frame = new OwnFrame((block, { line }) => told.push([block, line]));
  return { frame, told };
}

it('the innermost own frame counts, and frames of libraries leave it as it is', () => {
  const { frame, told } = following();
  frame.follow({ block: 1, location: null }, begun(10));
  expect(frame.locationOf(1)).toBeNull();
  frame.follow({ block: 1, location: at(3) }, begun(11));
  frame.follow({ block: 1, location: at(5) }, begun(12));
  frame.follow({ block: 1, location: null }, begun(13));
  expect(frame.locationOf(1)).toEqual(at(5));
  expect([told, frame.begunAt]).toEqual([[], begun(10)]);
});

it('a traceback is placed when the next one begins, or when it is over', () => {
  const { frame, told } = following();
  frame.follow({ block: 1, location: at(3) }, begun(10));
  frame.follow({ block: 2, location: null }, begun(20));
  expect([told, frame.begunAt, frame.locationOf(2)]).toEqual([[[1, 3]], begun(20), null]);
  frame.place();
  expect(told).toEqual([[1, 3]]);
  frame.follow({ block: 2, location: at(7) }, begun(21));
  frame.place();
  expect(told).toEqual([
    [1, 3],
    [2, 7],
  ]);
});

it('only the traceback that is read has a place, and what is none never has', () => {
  const { frame } = following();
  expect([frame.locationOf(0), frame.begunAt.line]).toEqual([null, 0]);
  frame.follow({ block: 0, location: at(3) }, begun(10));
  expect(frame.locationOf(0)).toBeNull();
  frame.follow({ block: 2, location: at(3) }, begun(10));
  expect([frame.locationOf(1), frame.locationOf(2)]).toEqual([null, at(3)]);
});
