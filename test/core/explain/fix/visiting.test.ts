/** Who asks about a Space that he cannot change, which fixes are its owner's, and what is left to him. */
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../../src/core/diagnose/diagnosis.ts';
import { SILENT_ASKER } from '../../../../src/core/environment/asker.ts';
import type { Environment } from '../../../../src/core/environment/environment.ts';
import { fixForVisitor, isOfOwner, isVisiting, saysVisitor } from '../../../../src/core/explain/fix/visiting.ts';
import { type Condition, parseCondition } from '../../../../src/core/library/condition.ts';
import { BARE_FIX, type ErrorEntry, type Fix } from '../../../../src/core/library/entry.ts';
import { code, paragraph, snippet } from '../../../../src/core/markup/blocks.ts';
import { plainInlines, plainWords } from '../../../../src/core/markup/read.ts';

const FIX: Fix = { ...BARE_FIX, name: 'raise', title: ['Raise it'], blocks: [] };
const machine = (where: Environment['where'], who: Environment['asker']['who'] = null) =>
  ({ where, asker: { ...SILENT_ASKER, who } }) as unknown as Environment;
const finding = (id: string, evidence: string, causedBy: string | null = null) => ({ id, evidence, causedBy }) as unknown as Finding;

describe('somebody visits', () => {
  it('who says so, unless a program of his own failed', () => {
    const places = ['unknown', 'space', 'caller', 'local', 'colab', 'kaggle', 'ci', 'cluster', 'docker'] as const;
    expect(places.filter((where) => saysVisitor(machine(where, 'visitor')))).toEqual(['unknown', 'space']);
    expect([null, 'author', 'copy'].some((who) => saysVisitor(machine('space', who as 'author' | null)))).toBe(false);
  });

  it('whose call fails within the Space, unless it is his own or his copy', () => {
    const called = (who: Environment['asker']['who'], evidence: string, where: Environment['where'] = 'caller') =>
      isVisiting(machine(where, who), finding('x', evidence), []);
    for (const evidence of [
      'gradio_client.exceptions.AppError: no',
      'The upstream Gradio app has raised',
      'GET https://a-b.hf.space/config',
    ])
      expect([null, 'visitor', 'author', 'copy'].map((who) => called(who as 'author' | null, evidence))).toEqual([
        true,
        true,
        false,
        false,
      ]);
    expect([called(null, 'ValueError: mine'), called('visitor', 'ValueError: mine'), called(null, 'AppError', 'space')]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('whose call finds no Space that runs, for the reason that stands beside', () => {
    const reason = finding('x', 'ValueError');
    const stopped = (causedBy: string) => isVisiting(machine('caller'), reason, [reason, finding('space-not-running', 'x', causedBy)]);
    expect([stopped('x'), stopped('y')]).toEqual([true, false]);
    expect(isVisiting(machine('caller'), reason, [reason, finding('other', 'x', 'x')])).toBe(false);
  });
});

describe('a fix is for the owner of the Space', () => {
  const when = (written: string) => [parseCondition(written) as Condition];
  const own = (more: Partial<Fix>, isOfClient = false) => isOfOwner({ ...FIX, ...more }, isOfClient);
  const does = (line: string) => [paragraph('So:'), snippet(line, 'bash')];

  it.each<[string, Partial<Fix>, [inSpace: boolean, atClient: boolean]]>([
    ['where nobody else is named, unless the page is about calls', {}, [true, false]],
    ['where it is for the author', { who: 'author' }, [true, true]],
    ['not where it is for the visitor', { who: 'visitor', blocks: does('hf spaces restart a/b') }, [false, false]],
    ['where only the owner may do it', { blocks: does('hf spaces settings a/b') }, [true, true]],
    ['where it changes the front matter', { blocks: does('sdk: gradio\n+sdk_version: 5.0') }, [true, true]],
    ['not where it is for who calls', { who: 'author', when: when('where = local|caller') }, [false, false]],
    ['where it is for all but who calls', { who: 'author', when: when('where != caller') }, [true, true]],
    ['of the platform only a restart', { who: 'platform', title: ['Restart it'] }, [true, true]],
    ['of the platform nothing else', { who: 'platform', title: ['Wait, then Restart'] }, [false, false]],
    ['not for a word of the owner elsewhere', { who: 'owner', blocks: [paragraph('hf spaces restart')] }, [false, false]],
  ])('%s', (_, fix, expected) => expect([own(fix), own(fix, true)]).toEqual(expected));
});

describe('what is left to a visitor', () => {
  const words = { title: ['Ask the owner'], say: ['It is not yours.'], code: 'Please look at {{file}}' };
  const page = (...blocks: ErrorEntry['sections'][number]['blocks']) =>
    ({
      sections: [
        { heading: 'Why', blocks: [paragraph('Nobody reads this.')] },
        { heading: 'If you are the visitor', blocks },
      ],
    }) as unknown as ErrorEntry;
  const said = (entry: ErrorEntry, theirs: Fix = FIX) => {
    const fix = fixForVisitor(entry, theirs, words, { known: { file: 'app.py' }, blanks: {} });
    return [plainInlines(fix.title), ...fix.blocks.map((block) => plainWords([block]))];
  };

  it('is a word for all, where the page has none for him', () => {
    expect(said({ sections: [] } as unknown as ErrorEntry)).toEqual(['Ask the owner', 'It is not yours.', 'Please look at app.py']);
    expect(said(page(snippet('no words', 'text')))[1]).toBe('It is not yours.');
  });

  it('is what the page says to him, as many sentences as two lines hold', () => {
    expect(said(page(paragraph('Look at ', code('x'), '. Then wait. '), paragraph('More.')))[1]).toBe('Look at x. Then wait.');
    const long = `${'word '.repeat(20)}ends.`;
    expect(said(page(paragraph(`${long} ${long.replace('w', 'W')}`)))[1]).toBe(long);
    expect(said(page(paragraph(long.repeat(2).replaceAll('.', ','), '.')))[1]).toMatch(/^(?:word )+ends,.*\.$/);
  });

  it('is first what the fix for the owner says of him', () => {
    const branch = (see: string, todo: string): Fix['then'][number] => ({ see: [see], do: [todo] });
    const theirs = (...then: Fix['then']): Fix => ({ ...FIX, then });
    expect(
      said(page(paragraph('Of the page.')), theirs(branch('it stays', 'wait'), branch('the Space is not yours', 'write to its owner')))[1],
    ).toBe('Write to its owner.');
    expect(said(page(paragraph('Of the page.')), theirs(branch('it stays', 'wait')))[1]).toBe('Of the page.');
  });
});
