/** What the text of a failure gives away by name: whose code raised it, the package, the address, the words that find its issue. */
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../../src/core/diagnose/diagnosis.ts';
import type { Environment } from '../../../../src/core/environment/environment.ts';
import { expressionIn, failureValues, isRaisedBy, kindIn, raiserOf } from '../../../../src/core/explain/failure/failure-values.ts';
import type { Location } from '../../../../src/core/log/traceback/traceback-line.ts';
import { diagnose, library } from '../../../library.ts';

const place = (file: string, more: Partial<Location> = {}) =>
  ({ file, line: 3, function: 'run', quoted: '', ...more }) as unknown as Location;
const OWN = place('/home/user/app/app.py', { quoted: 'x = frob(name, size)' });
const IN_TORCH = place('/usr/lib/python3.12/site-packages/torch/nn/odd_module.py', { function: 'frob_inner' } as Partial<Location>);
const failure = (more: object = {}) =>
  ({ type: 'FrobError', message: 'upside down', location: null, raisedIn: null, inPackage: null, ...more }) as unknown as Failure;
const valuesOf = (more: object, environment: Partial<Environment> = {}) =>
  failureValues(library, failure(more), { ...diagnose('').environment, ...environment });

describe('a failure was raised', () => {
  it.each<[string, object, string | undefined]>([
    ['by nobody knows whom', {}, undefined],
    ['in the own code', { location: OWN }, 'own'],
    ['in a library', { inPackage: IN_TORCH }, 'library'],
    ['in a library that the own code called', { inPackage: IN_TORCH, location: OWN }, 'called'],
    [
      'by a key of the own statement, though a library looked it up',
      { type: 'KeyError', message: "'prompt'", inPackage: IN_TORCH, location: place('app.py', { quoted: 'x = row["prompt"]' }) },
      'own',
    ],
    ['by a key of another one', { type: 'KeyError', message: "'prompt'", inPackage: IN_TORCH, location: OWN }, 'called'],
  ])('%s', (_, more, raiser) => expect(raiserOf(failure(more))).toBe(raiser));

  it('in a library counts for one that was called, too', () => {
    expect([
      isRaisedBy('library', 'called'),
      isRaisedBy('called', 'library'),
      isRaisedBy('own', 'own'),
      isRaisedBy(undefined, 'own'),
    ]).toEqual([true, false, true, false]);
  });
});

describe('its values', () => {
  it('are its place, and what the own call hands over', () => {
    expect(valuesOf({ location: OWN, raisedIn: OWN })).toEqual({
      file: 'app.py',
      line: 3,
      function: 'run',
      place: 'app.py:3',
      inner: 'app.py:3 in run',
      handed: 'name, size',
    });
    const many = place('app.py', { quoted: 'f(a, b, c, d, e)' });
    expect(valuesOf({ location: many }).handed).toBe('a, b, c, d');
    expect(valuesOf({})).toEqual({});
  });

  it('are the package that raised it, with the version that the text tells', () => {
    const packages = { torch: { version: '2.8.0' } } as unknown as Environment['packages'];
    expect(valuesOf({ inPackage: IN_TORCH, raisedIn: OWN }, { packages })).toMatchObject({
      library: 'torch',
      package: 'torch',
      version: '2.8.0',
      inner: 'odd_module.py:3 in frob_inner',
    });
    // A folder that nobody knows need not be called like its package.
    const unknown = valuesOf({ inPackage: place('/x/site-packages/oddpipe/core.py') });
    expect([unknown.library, unknown.package, unknown.issues]).toEqual(['oddpipe', undefined, undefined]);
    expect(valuesOf({ inPackage: place('/x/site-packages/cv2/core.py') }).package).toBe(library.modules.cv2);
  });

  it('are an address, and the status that a server answered with, not one of the address', () => {
    const [status = ''] = Object.keys(library.failures.statuses);
    expect(valuesOf({ message: `got ${status} from https://x.yz/a/404.` })).toEqual({
      address: 'https://x.yz/a/404',
      status,
      answer: library.failures.statuses[status],
    });
    expect(valuesOf({ message: 'got 499 of 1500, and 4.04' })).toEqual({});
  });
});

describe('the words that find its issue', () => {
  const wordsOf = (message: string, more: Partial<Location> = {}, type: string | null = 'FrobError') => {
    const { issues } = valuesOf({ type, message, inPackage: place('/x/site-packages/torch/core.py', more) });
    return String(issues).split('?q=')[1];
  };

  it.each<[string, string, Partial<Location>, string]>([
    ['are rare names of the message, two at the most', "bad 'odd_name' of `otherName`, third_name", {}, 'odd_name+otherName'],
    [
      'are the function that raised it, and a name',
      "bad 'odd_name'",
      { function: 'frob_inner' } as Partial<Location>,
      'frob_inner+odd_name',
    ],
    [
      'are no names that every program has',
      'upside down now',
      { function: 'from_pretrained' } as Partial<Location>,
      '%22upside+down+now%22',
    ],
    ['are a rare name, and how the message goes on', 'the odd_name is upside down', {}, 'odd_name+%22is+upside+down%22'],
    ['are the exception, where the message says nothing', '7', {}, 'core+FrobError'],
  ])('%s', (_, message, more, words) => expect(wordsOf(message, more)).toBe(words));

  it('are never none', () => expect(wordsOf('7', {}, null)).toBe('core+error'));
});

describe('what a message says of a value', () => {
  it.each([
    [undefined, {}],
    ['NoneType', { kind: 'None' }],
    ['str', { kind: 'a str' }],
    ['int', { kind: 'an int' }],
  ])('%s', (type, kind) => expect(kindIn(type === undefined ? {} : { type })).toEqual(kind));

  it('is an expression of the statement that raised it, of the own code also of its own', () => {
    const asked = place('x.py', { quoted: 'y = table.get(1)' });
    const said = { attribute: 'get' };
    expect(expressionIn({ asks: 'attribute' }, said, failure({ raisedIn: asked, location: asked }))).toEqual({ expression: 'table' });
    expect(expressionIn({ asks: 'attribute' }, said, failure({ raisedIn: OWN, location: asked }))).toEqual({ expression: 'table' });
    expect(expressionIn({ asks: 'attribute' }, said, failure({ raisedIn: OWN, location: asked, inPackage: IN_TORCH }))).toEqual({});
    expect(expressionIn({}, said, failure({ raisedIn: asked }))).toEqual({});
  });
});
