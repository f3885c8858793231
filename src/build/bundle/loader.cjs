// Gives the program, whose parts lie in one archive: of it only the beginning is unpacked, as far as a part reaches that is asked for.
const { readFileSync } = require('node:fs');
const { compileFunction } = require('node:vm');
const { brotliDecompressSync, constants } = require('node:zlib');

const archive = readFileSync(__filename.replace(/cjs$/, 'br'));
// By name where a part begins and ends once it is unpacked, and how many bytes of the archive lead so far.
const PLACES = __PLACES__;
const made = {};
let unpacked = Buffer.alloc(0);

module.exports = part(__PROGRAM__);

function part(name) {
  if (!made[name]) {
    const [from, to, depth] = PLACES[name];
    if (unpacked.length < to)
      unpacked = brotliDecompressSync(archive.subarray(0, depth), { finishFlush: constants.BROTLI_OPERATION_FLUSH });
    if (unpacked.length < to) throw new Error('the program is shorter than it was built');
    const code = unpacked.toString('utf8', from, to);
    const run = compileFunction(code, ['module', 'exports', 'require', 'part', '__dirname', '__filename'], { filename: name });
    const own = { exports: {} };
    made[name] = own;
    run(own, own.exports, require, part, __dirname, __filename);
  }
  return made[name].exports;
}
