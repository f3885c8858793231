/** The program as a bundle that needs nothing else installed, and the licences of what went into it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { type BuildOptions, build, type Metafile, type Plugin, transform } from 'esbuild';
import { compress, SMALLEST } from '../../knowledge/shipped/compressed.ts';
import { writeArchive } from './archive.ts';
import { licencesOf } from './licences.ts';

const root = join(import.meta.dirname, '../../..');
const stubs = join(root, 'src/build/stubs');

/** Version, name and description of the package. */
export const PACKAGE = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  version: string;
  description: string;
};

const COMMON = {
  metafile: true,
  bundle: true,
  platform: 'node',
  target: 'node20',
  // Node proves every regular expression that it reads, called or not: those that ask Unicode take 2 ms of each start, written so
  // none. One within a function is made at each call: where lines are read they are constants.
  supported: { 'regexp-sticky-and-unicode-flags': false },
  outExtension: { '.js': '.cjs' },
  minify: true,
  jsx: 'automatic',
  define: {
    __VERSION__: JSON.stringify(PACKAGE.version),
    'process.env.NODE_ENV': '"production"',
    'Intl.Segmenter': 'QuickSegmenter',
    fetch: 'undefined',
  },
  inject: [join(stubs, 'segmenter.ts')],
  alias: {
    'string-width': join(stubs, 'width.ts'),
  },
  logLevel: 'warning',
  legalComments: 'none',
} as const satisfies BuildOptions;

/** What is heavy and seldom needed by a start: files of their own, loaded when one of these functions is called. */
const LATER: Record<string, string[]> = {
  'check/check-space': ['checkSpace', 'besideLog'],
  'core/plan/make-plan': ['makePlan'],
  'core/search/search': ['SearchIndex'],
  'frames/versions-from-frames': ['versionsFromFrames'],
  'knowledge/shipped/releases': ['releaseTables'],
  'render/colours': ['colours'],
  'render/highlight': ['highlight'],
};

/** Of these what shares much with the rest: it is split off with it, so that nothing is there twice. */
const WITH_REST = ['render/colours', 'check/check-space', 'core/plan/make-plan', 'core/search/search'];

const loadedLater: Plugin = {
  name: 'loaded-later',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^\..*\.ts$/ }, ({ kind, path, resolveDir }) => {
      const file = relative(join(root, 'src'), join(resolveDir, path)).replaceAll('\\', '/').replace(/\.ts$/, '');
      return kind !== 'entry-point' && file in LATER ? { path: file, namespace: 'later' } : undefined;
    });
    onLoad({ filter: /^/, namespace: 'later' }, ({ path }) => ({
      contents: (LATER[path] as string[]).map((name) => forwarded(name, `${basename(path)}.cjs`)).join('\n'),
    }));
  },
};

/** A function, or a class, that becomes the real one when it is called; `part` is what the loader gives. */
function forwarded(name: string, file: string): string {
  return `export function ${name}(...all) { const real = part('${file}').${name}; return new.target ? new real(...all) : real(...all); }`;
}

/**
 * Two modules wait while they are loaded, which CommonJS cannot. Yoga waits for its WebAssembly: in the bundle whoever opens the app
 * waits for it, and it is made ready while React is still being read. Ink waits for its dev tools when DEV=true, and they look for a
 * debugger on a local port: nothing here opens a connection, whatever the environment says.
 */
const withoutWaiting: Plugin = {
  name: 'without-waiting',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^yoga-layout$|\/layout-engine\.ts$/ }, () => ({ path: join(stubs, 'yoga.ts') }));
    onLoad({ filter: /ink[\\/]build[\\/]reconciler\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll("process.env['DEV'] === 'true'", 'false'),
    }));
    onResolve({ filter: /^\.\/devtools\.js$/ }, () => ({ external: true }));
    onLoad({ filter: /yoga-wasm-base64-esm\.js$/ }, ({ path }) => ({ contents: readFileSync(path, 'utf8').replace(WASM, 'base64,') }));
  },
};

/** The checks are the folders below checks/: from the sources the list is read at start, in the bundle it is written down. */
const checksWrittenDown: Plugin = {
  name: 'checks-written-down',
  setup({ onLoad }) {
    onLoad({ filter: /check[\\/]registry\.ts$/ }, ({ path }) => {
      const names = readdirSync(join(dirname(path), 'checks')).sort();
      const imports = names.map((name, index) => `import { check as check${index} } from './checks/${name}/check.ts';`);
      const entries = names.map((name, index) => `['${name}', check${index}]`);
      return { contents: `${imports.join('\n')}\nexport const CHECKS = new Map([${entries.join(', ')}]);`, resolveDir: dirname(path) };
    });
  },
};

/** The WebAssembly of Yoga within its module: beside it, pressed, it is smaller. */
const WASM = /base64,([A-Za-z0-9+/=]{1000,})/;

function wasmOfYoga(): Buffer {
  const [, text] = WASM.exec(readFileSync(join(root, 'node_modules/yoga-layout/dist/binaries/yoga-wasm-base64-esm.js'), 'utf8')) ?? [];
  if (text === undefined) throw new Error('yoga-layout carries its WebAssembly otherwise than expected: see src/build/bundle/bundle.ts');
  return Buffer.from(text, 'base64');
}

/** Writes the bundle of `entry` and THIRD-PARTY.txt to `dist`; `effort` from 0 to 11 is how hard brotli tries. */
export async function bundle(dist: string, effort = SMALLEST, entry = join(root, 'src/main.ts'), name = 'main'): Promise<void> {
  const main = await build({
    ...COMMON,
    entryPoints: { [name]: entry, ...filesOf(WITH_REST) },
    outdir: dist,
    splitting: true,
    chunkNames: '[name]-[hash]',
    format: 'esm',
    write: false,
    plugins: [loadedLater, withoutWaiting, checksWrittenDown],
  });
  const smaller = effort === SMALLEST ? await smallestCode() : async (code: string) => code;
  writeFileSync(join(dist, 'yoga.wasm.br'), compress(wasmOfYoga(), effort));
  const later = await build({
    ...COMMON,
    entryPoints: filesOf(Object.keys(LATER).filter((file) => !WITH_REST.includes(file))),
    outdir: dist,
    format: 'cjs',
    write: false,
  });
  const parts = new Map<string, string>();
  for (const { path, text } of main.outputFiles) parts.set(basename(path), await smaller(await asCommonJs(text)));
  for (const { path, text } of later.outputFiles) parts.set(basename(path), await smaller(text));
  const program = `${name}.cjs`;
  writeArchive(dist, program, neededAtStart(main.metafile, program), parts, effort);
  const inputs = [main, later].flatMap(({ metafile }) => Object.keys(metafile.inputs));
  writeFileSync(join(dist, 'THIRD-PARTY.txt'), licencesOf(inputs, root));
}

/** Makes the code of a CommonJS module smaller by a twentieth than esbuild does, in ten times its time: loaded for what is shipped alone. */
async function smallestCode(): Promise<(code: string) => Promise<string>> {
  const { minify } = await import('terser');
  return async (code) => {
    const { code: smaller } = await minify(code, {
      ecma: 2020,
      compress: { ecma: 2020, passes: 2, toplevel: true },
      mangle: { toplevel: true, reserved: ['module', 'exports', 'require', '__filename', '__dirname'] },
      format: { comments: false },
      parse: { bare_returns: true },
    });
    return smaller as string;
  };
}

/** The program, and the parts that are loaded with it, whatever is asked of it. */
function neededAtStart({ outputs }: Metafile, program: string): Set<string> {
  const byName = new Map(Object.entries(outputs).map(([path, output]) => [basename(path), output]));
  const needed = new Set([program]);
  for (const file of needed)
    for (const { kind, path } of byName.get(file)?.imports ?? [])
      if (kind === 'import-statement' && byName.has(basename(path))) needed.add(basename(path));
  return needed;
}

function filesOf(names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((file) => [basename(file), join(root, `src/${file}.ts`)]));
}

/** esbuild splits ES modules only; Node starts CommonJS ten milliseconds sooner, so each part is translated when it is split off. */
async function asCommonJs(part: string): Promise<string> {
  const { code } = await transform(part, {
    format: 'cjs',
    platform: 'node',
    target: COMMON.target,
    minify: true,
    define: { 'import.meta.dirname': '__dirname', 'import.meta.url': '__filename' },
    supported: { 'dynamic-import': false },
  });
  return code;
}
