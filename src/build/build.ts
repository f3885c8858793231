/** `npm run build`: content to one JSON, program to a bundle that needs nothing else installed. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { checkContent } from '../knowledge/check.ts';
import { readContent } from '../knowledge/files.ts';
import { assemble } from '../knowledge/library.ts';
import { formatProblem } from '../knowledge/problem.ts';

const root = join(import.meta.dirname, '../..');
const dist = join(root, 'dist');
const stubs = join(root, 'src/build/stubs');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

const content = readContent(join(root, 'content'));
const problems = process.argv.includes('--unchecked') ? [] : checkContent(content);
if (problems.length > 0) {
  process.stderr.write(`${problems.map(formatProblem).join('\n')}\n\n${problems.length} problems in content/: not built\n`);
  process.exitCode = 1;
} else {
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist);
  writeFileSync(join(dist, 'knowledge.json'), JSON.stringify(assemble(content).knowledge));
  await build({
    entryPoints: { main: join(root, 'src/main.ts') },
    outdir: dist,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minify: true,
    jsx: 'automatic',
    define: { __VERSION__: JSON.stringify(version), 'process.env.NODE_ENV': '"production"' },
    // Ink asks for its dev tools at import, marked-terminal for 190 languages and an emoji table: neither is needed here.
    alias: {
      'react-devtools-core': join(stubs, 'nothing.ts'),
      'cli-highlight': join(stubs, 'highlight.ts'),
      'node-emoji': join(stubs, 'nothing.ts'),
      'cli-table3': join(stubs, 'nothing.ts'),
    },
    banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
    logLevel: 'warning',
    legalComments: 'none',
  });
}
