/** marked and marked-terminal: they read and paint all Markdown that is not plain. The bundle loads this file at first need. */
import { Marked, marked, type RendererObject, type Token } from 'marked';
import { markedTerminal } from 'marked-terminal';
import type { Theme } from './theme.ts';
import { OUR_MARKDOWN } from './tokens.ts';

type Extension = Parameters<Marked['use']>[0];

/** Paints Markdown: marked-terminal the inline marks, `blocks` the rest. */
export function paintGiven(markdown: string, theme: Theme, blocks: object): string {
  const { code, link, emphasis, strong } = theme;
  const same = (text: string) => text;
  const plain = {
    heading: same,
    firstHeading: same,
    paragraph: same,
    listitem: same,
    table: same,
    hr: same,
    text: same,
    html: same,
    blockquote: same,
  };
  const options = {
    ...plain,
    code,
    codespan: code,
    strong,
    em: emphasis,
    link: same,
    href: link,
    emoji: false,
    showSectionPrefix: false,
    unescape: true,
  };
  const painter = new Marked();
  painter.use(markedTerminal(options) as Extension);
  painter.use({ tokenizer: OUR_MARKDOWN } as unknown as Extension);
  painter.use({ renderer: blocks as RendererObject });
  return painter.parse(markdown) as string;
}

/** The tokens of any Markdown. */
export function lexGiven(markdown: string): Token[] {
  return marked.lexer(markdown);
}
