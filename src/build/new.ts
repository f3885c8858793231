/** `npm run new error|rule|guide|tree <id>`: writes the skeleton of an entry, with what is to be filled in marked TODO. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [kind = '', id = ''] = process.argv.slice(2);
const today = new Date().toISOString().slice(0, 10);
const shared = `sources: [hub-zerogpu]\nchecked: ${today}`;

const SKELETONS: Record<string, { path: string; text: string }> = {
  error: {
    path: `errors/${id}.md`,
    text: `---
title: TODO what happened, in a few words
stage: startup
role: cause
asks: ['TODO how people ask']
match:
  - {pattern: 'TODO a regular expression with a literal of six characters', fix: first}
fixes:
  first: {}
samples:
  - 'TODO a real text that shows it'
near-misses:
  - {text: 'TODO a text that looks alike and is not this error'}
# How it is known: reproduced (with its story in test/lab), source, documented or reported.
basis: {kind: reported, version: 'TODO the package and its release', date: ${today}}
see: []
${shared}
---
TODO what happened, in one sentence.

## Why
TODO

## Fix
### TODO the likeliest first {#first}
\`\`\`python
...
\`\`\`

## Still stuck?
TODO the tree to walk, as [[reading-logs]].
`,
  },
  rule: {
    path: `rules/${id}.md`,
    text: `---
title: TODO an instruction
level: should
asks: ['TODO how people ask']
see: []
${shared}
---
TODO what to do first.

## Why
TODO

## Do
\`\`\`python
...
\`\`\`

## Don't
\`\`\`python
...
\`\`\`
`,
  },
  guide: {
    path: `guides/${id}.md`,
    text: `---
title: TODO what it explains
asks: ['TODO how people ask']
see: []
${shared}
---
TODO the answer in two sentences.

## TODO
TODO

## TODO
TODO
`,
  },
  tree: {
    path: `trees/${id}.yaml`,
    text: `title: TODO a question?
asks: ['TODO how people ask']
intro: TODO what this tree decides.
see: []
${shared}
start: first
nodes:
  first:
    ask: TODO?
    why: TODO why this question.
    options:
      - {say: 'Yes', to: do-it}
      - {say: 'No', to: leave-it}
  do-it:
    answer: TODO
    text: TODO
    see: [TODO]
  leave-it:
    answer: TODO
    text: TODO
    see: [TODO]
`,
  },
};

const skeleton = SKELETONS[kind];
const path = skeleton && join(import.meta.dirname, '../../content', skeleton.path);
if (!skeleton || !path || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id)) {
  process.stderr.write('Usage: npm run new error|rule|guide|tree my-id (lower-case words joined by hyphens)\n');
  process.exitCode = 2;
} else if (existsSync(path)) {
  process.stderr.write(`content/${skeleton.path} exists already; choose another id.\n`);
  process.exitCode = 2;
} else {
  writeFileSync(path, skeleton.text);
  process.stdout.write(`Wrote content/${skeleton.path}. Fill in what is marked TODO, then run: npm run check\n`);
}
