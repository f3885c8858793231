/** Walks the tokens of plain Markdown as marked and marked-terminal would, for the same painter of blocks. */
import type { Token, Tokens } from 'marked';
import type { Theme } from './theme.ts';

type Paint = (this: { parser: QuickParser }, token: never) => string;

/** What a painter of blocks calls to paint what is inside a block. */
export class QuickParser {
  readonly #blocks: Record<string, Paint>;
  readonly #theme: Theme;

  constructor(blocks: object, theme: Theme) {
    this.#blocks = blocks as Record<string, Paint>;
    this.#theme = theme;
  }

  /** Blocks. */
  parse(tokens: Token[]): string {
    return tokens.map((token) => this.#paint(token.type, token)).join('');
  }

  /** Inline marks. */
  parseInline(tokens: Token[]): string {
    return tokens.map((token) => this.#inline(token)).join('');
  }

  #inline(token: Token): string {
    if (token.type === 'strong') return this.#theme.strong(this.parseInline(token.tokens ?? []));
    if (token.type === 'em') return this.#theme.emphasis(this.parseInline(token.tokens ?? []));
    if (token.type === 'link') return this.#theme.link((token as Tokens.Link).href);
    return this.#paint(token.type === 'escape' ? 'text' : token.type, token);
  }

  #paint(type: string, token: Token): string {
    return (this.#blocks[type] as Paint).call({ parser: this }, token as never);
  }
}
