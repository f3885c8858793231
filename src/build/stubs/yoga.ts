/** Stands for yoga-layout in the bundle, and for what waits for it: an engine that has its constants, and all else once it is ready. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { Yoga } from 'yoga-layout/load';
// @ts-expect-error: it carries no types
import load from '../../../node_modules/yoga-layout/dist/binaries/yoga-wasm-base64-esm.js';
// Ink asks for these when it is loaded.
import constants from '../../../node_modules/yoga-layout/dist/src/generated/YGEnums.js';
import wrapAssembly from '../../../node_modules/yoga-layout/dist/src/wrapAssembly.js';

const engine = { ...constants } as Yoga;

export const layoutEngine = (load as (from: { wasmBinary: Uint8Array }) => Promise<object>)({
  wasmBinary: brotliDecompressSync(readFileSync(join(import.meta.dirname, 'yoga.wasm.br'))),
}).then((assembly) => Object.assign(engine, wrapAssembly(assembly)));
export default engine;
