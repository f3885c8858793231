/** Source code with roles: Python, bash, YAML, JSON and diff; everything else stays as it is. */
import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import diff from 'highlight.js/lib/languages/diff';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import yaml from 'highlight.js/lib/languages/yaml';
import type { Paint, PaintRole, Theme } from './theme.ts';

for (const [name, language] of Object.entries({ bash, diff, json, python, yaml })) hljs.registerLanguage(name, language);

const ROLES: Record<string, PaintRole> = {
  keyword: 'keyword',
  built_in: 'keyword',
  literal: 'number',
  number: 'number',
  string: 'string',
  comment: 'comment',
  meta: 'emphasis',
  attr: 'keyword',
  addition: 'added',
  deletion: 'removed',
  title: 'strong',
};

/** Collects painted text instead of HTML: what highlight.js calls an emitter. */
class Painter {
  static theme: Theme;
  options: unknown;
  #open: (Paint | null)[] = [];
  #out = '';

  constructor(options: unknown) {
    this.options = options;
  }

  addText(text: string): void {
    const paint = this.#open.findLast((candidate) => candidate !== null);
    this.#out += paint
      ? text
          .split('\n')
          .map((line) => (line ? paint(line) : line))
          .join('\n')
      : text;
  }

  startScope(scope: string): void {
    const role = ROLES[scope.split('.')[0] as string];
    this.#open.push(role ? Painter.theme[role] : null);
  }

  endScope(): void {
    this.#open.pop();
  }

  openNode(scope: string): void {
    this.startScope(scope);
  }

  closeNode(): void {
    this.endScope();
  }

  __addSublanguage(emitter: Painter): void {
    this.#out += emitter.toHTML();
  }

  closeAllNodes(): void {}
  finalize(): void {}

  toHTML(): string {
    return this.#out;
  }
}

hljs.configure({ __emitter: Painter } as unknown as Parameters<typeof hljs.configure>[0]);

/** Code with the roles of the theme; unknown languages come back unchanged. */
export function highlight(code: string, language: string, theme: Theme): string {
  if (!hljs.getLanguage(language)) return code;
  Painter.theme = theme;
  return hljs.highlight(code, { language, ignoreIllegals: true }).value;
}
