/** The program as a bundle that needs nothing else installed, and the licences of what went into it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
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

const COMMON = {
  metafile: true,
  bundle: true,
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
  logLevel: 'warning',
  legalComments: 'none',
} as const satisfies BuildOptions;

/** What is heavy and seldom needed by a start: each a file of its own, loaded when its first function is called. */
const LATER = ['render/given', 'render/highlight', 'core/search'];

const loadedLater: Plugin = {
  name: 'loaded-later',
  setup({ onResolve }) {
    onResolve({ filter: /\/(?:given|highlight|core\/search)\.ts$/ }, ({ kind, path }) =>
      kind === 'entry-point' ? undefined : { path: join(stubs, `later-${basename(path)}`) },
    );
    onResolve({ filter: /\.cjs$/ }, ({ path }) => ({ path, external: true }));
  },
};

/** Writes the bundle of `entry` and THIRD-PARTY.txt to `dist`. */
export async function bundle(dist: string, entry = join(root, 'src/main.ts'), name = 'main'): Promise<void> {
  const main = await build({
    ...COMMON,
    entryPoints: { [name]: entry },
    outdir: dist,
    splitting: true,
    chunkNames: '[name]-[hash]',
    format: 'esm',
    plugins: [withoutDevTools, loadedLater],
    // Importing node:module would make Node wrap all that it exports.
    banner: { js: "const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);" },
  });
  const later = await build({
    ...COMMON,
    entryPoints: Object.fromEntries(LATER.map((file) => [basename(file), join(root, `src/${file}.ts`)])),
    outdir: dist,
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
  });
  const inputs = [main, later].flatMap(({ metafile }) => Object.keys(metafile.inputs));
  writeFileSync(join(dist, 'THIRD-PARTY.txt'), licencesOf(inputs, root));
}
