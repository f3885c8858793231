import fc from 'fast-check';
import { parse } from 'py-ast';
import { describe, expect, it } from 'vitest';
import { editStatement, GAP } from '../../../../src/core/explain/fix/edit-statement.ts';

describe('an argument goes', () => {
  it.each([
    ['gr.Chatbot(type="messages", label="Chat")', 'gr.Chatbot(label="Chat")'],
    ['gr.Chatbot(label="Chat", type="messages")', 'gr.Chatbot(label="Chat")'],
    ['gr.Chatbot(type="messages")', 'gr.Chatbot()'],
    ['gr.Chatbot(label="a, type=b", type=pick({1: (2, 3)}, "x)"), height=3)', 'gr.Chatbot(label="a, type=b", height=3)'],
    ['f(g(type=1), type=2)', 'f(g(type=1))'],
    ['f(g(type=1), "((", type=2)', 'f(g(type=1), "((")'],
    ['f("""a\n(type=1""", type=2)', 'f("""a\n(type=1""")'],
    ["f('''a\n, type=1)''', type=2, b=3)", "f('''a\n, type=1)''', b=3)"],
    ['f(a=")", type="(")', 'f(a=")")'],
    ['f(a=1  ,  type=2)', 'f(a=1)'],
    ['gr.Chatbot(\nlabel="Chat",\ntype="messages",\n)', 'gr.Chatbot(\nlabel="Chat",\n)'],
  ])('%j', (before, after) => {
    expect(editStatement(before, { drop: 'type' })).toBe(after);
  });

  it.each([
    'gr.Chatbot(subtype="messages")',
    'gr.Chatbot(label="x") # (type=1)',
    'print("(type=1)")',
    'type = 3',
    'f(type == 3)',
    'gr.Chatbot(type="messages",\n...<3 lines>...'.slice(0, 20),
  ])('leaves %j', (statement) => {
    expect(editStatement(statement, { drop: 'type' })).toBe(statement);
  });

  it('keeps every other argument, whatever the values are', () => {
    const name = fc.constantFrom('label', 'height', 'value', 'kind');
    const value = fc.constantFrom('1', '"a, type=2"', "'(type=1,'", 'f(x, type=3)', '[1, 2]', '{"k": (1,)}', 'lambda x: x', 'a == b');
    const given = fc.uniqueArray(fc.tuple(name, value), { selector: ([key]) => key, maxLength: 4 });
    fc.assert(
      fc.property(given, value, fc.nat(4), (others, dropped, at) => {
        const all = others.toSpliced(Math.min(at, others.length), 0, ['type' as never, dropped]);
        const written = (list: readonly (readonly [string, string])[]) => `g(${list.map(([key, text]) => `${key}=${text}`).join(', ')})`;
        const changed = editStatement(written(all), { drop: 'type' });
        expect(changed).toBe(written(others));
        expect(() => parse(changed)).not.toThrow();
      }),
    );
  });
});

describe('words become others', () => {
  it('where they stand alone', () => {
    const edit = { from: 'np.float', to: 'float' };
    expect(editStatement('a = np.zeros(3, dtype=np.float)', edit)).toBe('a = np.zeros(3, dtype=float)');
    expect(editStatement('a = np.float32(xnp.float)', edit)).toBe('a = np.float32(xnp.float)');
    expect(editStatement('f(np.float, np.float)', edit)).toBe('f(float, float)');
    expect(editStatement('f(x.cuda()1)', { from: 'x.cuda()', to: 'y' })).toBe('f(y1)');
  });

  it('whatever signs they hold', () => {
    expect(editStatement('x = y.numpy()', { from: '.numpy()', to: '.float().numpy()' })).toBe('x = y.float().numpy()');
    expect(editStatement('f(a)', { from: 'a', to: '$&$1' })).toBe('f($&$1)');
  });
});

describe('an import moves', () => {
  it.each([
    ['from transformers import AdamW', 'from torch.optim import AdamW'],
    ['from transformers import AdamW as Adam, pipeline', 'from transformers import pipeline\nfrom torch.optim import AdamW as Adam'],
    ['from transformers import pipeline', 'from transformers import pipeline'],
    ['import AdamW', 'import AdamW'],
    ['from torch.optim import AdamW, SGD', 'from torch.optim import AdamW, SGD'],
    ['from a import AdamW, b, AdamW as X, c', 'from a import b, c\nfrom torch.optim import AdamW, AdamW as X'],
    ['from a import AdamWs', 'from a import AdamWs'],
  ])('%j', (before, after) => {
    expect(editStatement(before, { move: 'AdamW', to: 'torch.optim' })).toBe(after);
  });
});

describe('a call gets an argument', () => {
  const edit = { call: 'torch.load', add: 'weights_only=False' };

  it.each([
    ['s = torch.load("m.pt")', 's = torch.load("m.pt", weights_only=False)'],
    ['s = torch.load()', 's = torch.load(weights_only=False)'],
    ['s = torch.load(path(a, b), map_location="cpu")["x"]', 's = torch.load(path(a, b), map_location="cpu", weights_only=False)["x"]'],
    ['s = torch.load( "m.pt" )', 's = torch.load( "m.pt", weights_only=False)'],
    ['s = torch.load( )', 's = torch.load(weights_only=False)'],
    ['torch.load("m.pt", my_weights_only=1)', 'torch.load("m.pt", my_weights_only=1, weights_only=False)'],
    ['torch.load(a, weights_only=True) + torch.load(b)', 'torch.load(a, weights_only=True) + torch.load(b, weights_only=False)'],
    ['s = torch.load("m.pt",)', 's = torch.load("m.pt", weights_only=False)'],
  ])('%j', (before, after) => {
    expect(editStatement(before, edit)).toBe(after);
  });

  it.each(['s = torch.load("m.pt", weights_only=True)', 's = mytorch.load("m.pt")', 's = torch.load("m.pt",', 'print("torch.load()")'])(
    'leaves %j',
    (statement) => {
      expect(editStatement(statement, edit)).toBe(statement);
    },
  );
});

it('any text is answered, and never grows by more than the edits say', () => {
  const pieces = fc.constantFrom(
    'type=',
    'torch.load(',
    '(',
    ')',
    ',',
    '"',
    "'",
    '"""',
    '\\',
    '#',
    '\n',
    'x',
    ' ',
    'from a import AdamW',
    '[',
    '}',
  );
  const text = fc.array(pieces, { maxLength: 80 }).map((all) => all.join(''));
  fc.assert(
    fc.property(text, (statement) => {
      expect(editStatement(statement, { drop: 'type' }).length).toBeLessThanOrEqual(statement.length);
      const added = ', weights_only=False'.length;
      expect(editStatement(statement, { call: 'torch.load', add: 'weights_only=False' }).length).toBeLessThanOrEqual(
        statement.length + added,
      );
    }),
  );
});

describe('an argument goes to a method of what is made', () => {
  it.each([
    ['with gr.Blocks(title="T", css=CSS) as demo:', `with gr.Blocks(title="T") as demo:\n${GAP}\ndemo.launch(css=CSS)`],
    [
      'demo = gr.Interface(f, "text", "text", css=pick("a)", 1))',
      `demo = gr.Interface(f, "text", "text")\n${GAP}\ndemo.launch(css=pick("a)", 1))`,
    ],
    ['gr.Interface(f, css=CSS).launch()', 'gr.Interface(f).launch(css=CSS)'],
    ['gr.Interface(f, css=CSS).queue().launch(share=True)', 'gr.Interface(f).queue().launch(share=True, css=CSS)'],
    ['page(css=CSS)', 'page()'],
    ['page(CSS)', 'page(CSS)'],
  ])('%j', (before, after) => {
    expect(editStatement(before, { hand: 'css', to: 'launch' })).toBe(after);
  });

  it('and the next one to the same call', () => {
    const first = editStatement('with gr.Blocks(css=CSS, theme=T) as app:', { hand: 'css', to: 'launch' });
    expect(editStatement(first, { hand: 'theme', to: 'launch' })).toBe(`with gr.Blocks() as app:\n${GAP}\napp.launch(css=CSS, theme=T)`);
    expect(editStatement(first, { hand: 'css', to: 'launch' })).toBe(first);
  });
});
