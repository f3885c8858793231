/** The fenced snippets of a content file, each with its section and what its fence says of it. */

export interface Snippet {
  /** The last `## ` heading before it; empty in a lead and in a tree. */
  section: string;
  language: string;
  /** False when the fence says `norun`: the laboratory reads such a snippet, and does not run it. */
  isRun: boolean;
  /** Without the indentation that a tree gives it. */
  lines: string[];
}

/** `own=…` names modules of the reader's own app, which the laboratory does not look for among the packages. */
const FENCE = /^( {0,12})```(\w{1,20})( norun)?(?: own=[\w.,]{1,60})?$/;

/** Every snippet of a text, in order. In: a page's body or a tree's YAML. What no fence closes is left to another check. */
export function snippetsOf(text: string): Snippet[] {
  const snippets: Snippet[] = [];
  let section = '';
  let open: { snippet: Snippet; indent: string } | null = null;
  for (const line of text.split('\n')) {
    if (open && line === `${open.indent}\`\`\``) {
      snippets.push(open.snippet);
      open = null;
    } else if (open) {
      open.snippet.lines.push(line.startsWith(open.indent) ? line.slice(open.indent.length) : line.trimStart());
    } else if (line.startsWith('## ')) {
      section = line.slice(3).trim();
    } else {
      const fence: RegExpExecArray | null = FENCE.exec(line);
      if (fence) open = { snippet: { section, language: fence[2] as string, isRun: !fence[3], lines: [] }, indent: fence[1] as string };
    }
  }
  return snippets;
}
