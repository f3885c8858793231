/** The program as a bundle that needs nothing else installed, and the licences of what went into it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { licencesOf } from './licences.ts';

const root = join(import.meta.dirname, '../..');
const stubs = join(root, 'src/build/stubs');

/** Version, name and description of the package. */
export const PACKAGE = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string;
  description: string;
};

/** With DEV=true Ink would look for a debugger on a local port: nothing here opens a connection, whatever the environment says. */
const withoutDevTools: Plugin = {
  name: 'without-dev-tools',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/devtools\.js$/ }, () => ({ path: join(stubs, 'nothing.ts') }));
  },
};

/** Writes the bundle of `entry` and THIRD-PARTY.txt to `dist`. */
export async function bundle(dist: string, entry = join(root, 'src/main.ts'), name = 'main'): Promise<void> {
  const { metafile } = await build({
    entryPoints: { [name]: entry },
    outdir: dist,
    metafile: true,
    bundle: true,
    splitting: true,
    chunkNames: '[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minify: true,
    jsx: 'automatic',
    define: {
      __VERSION__: JSON.stringify(PACKAGE.version),
      'process.env.NODE_ENV': '"production"',
      'Intl.Segmenter': 'QuickSegmenter',
      fetch: 'undefined',
    },
    plugins: [withoutDevTools],
    inject: [join(stubs, 'segmenter.ts')],
    // Ink asks for its dev tools at import, marked-terminal for 190 languages and an emoji table: neither is needed here.
    alias: {
      'react-devtools-core': join(stubs, 'nothing.ts'),
      'cli-highlight': join(stubs, 'highlight.ts'),
      'node-emoji': join(stubs, 'nothing.ts'),
      'cli-table3': join(stubs, 'nothing.ts'),
      'supports-hyperlinks': join(stubs, 'hyperlinks.ts'),
      'string-width': join(stubs, 'width.ts'),
    },
    banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
    logLevel: 'warning',
    legalComments: 'none',
  });
  writeFileSync(join(dist, 'THIRD-PARTY.txt'), licencesOf(Object.keys(metafile.inputs), root));
}
