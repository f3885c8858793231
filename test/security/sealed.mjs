// Loaded before the program: whatever would reach the network, start a process or write a file says so and throws.
import { createRequire, syncBuiltinESMExports } from 'node:module';

const require = createRequire(import.meta.url);
const NETWORK = {
  net: ['connect', 'createConnection', 'createServer'],
  http: ['request', 'get', 'createServer'],
  https: ['request', 'get', 'createServer'],
  http2: ['connect', 'createServer', 'createSecureServer'],
  tls: ['connect', 'createServer'],
  dgram: ['createSocket'],
  dns: ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse'],
  child_process: ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'],
  worker_threads: ['Worker'],
};
const WRITERS = [
  'writeFile',
  'writeFileSync',
  'appendFile',
  'appendFileSync',
  'mkdir',
  'mkdirSync',
  'mkdtemp',
  'mkdtempSync',
  'rename',
  'renameSync',
  'unlink',
  'unlinkSync',
  'rm',
  'rmSync',
  'createWriteStream',
  'symlink',
  'symlinkSync',
  'chmod',
  'chmodSync',
];

function forbid(owner, name, what) {
  owner[name] = function forbidden() {
    process.stderr.write(`SEAL BROKEN: ${what}\n`);
    throw new Error(`sealed: ${what}`);
  };
}

for (const [module, names] of Object.entries(NETWORK)) for (const name of names) forbid(require(module), name, `${module}.${name}`);
for (const name of Object.keys(require('node:dns').promises)) forbid(require('node:dns').promises, name, `dns.promises.${name}`);
forbid(require('node:net').Socket.prototype, 'connect', 'Socket.connect');
forbid(require('node:net').Server.prototype, 'listen', 'Server.listen');
forbid(globalThis, 'fetch', 'fetch');
forbid(globalThis, 'WebSocket', 'WebSocket');

const fs = require('node:fs');
for (const name of WRITERS) {
  forbid(fs, name, `fs.${name}`);
  if (name in fs.promises) forbid(fs.promises, name, `fs.promises.${name}`);
}
/** Without waiting for the other end of a pipe, too. */
const READING = [fs.constants.O_RDONLY, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK];
for (const name of ['open', 'openSync']) {
  const real = fs[name];
  fs[name] = (path, flags, ...rest) => {
    // The keyboard is read from the terminal itself; everything else is opened for reading only.
    const isReading = typeof flags === 'function' || flags === undefined || flags === 'r' || READING.includes(flags) || path === '/dev/tty';
    if (!isReading) {
      process.stderr.write(`SEAL BROKEN: fs.${name} ${path} ${flags}\n`);
      throw new Error('sealed');
    }
    return real(path, flags, ...rest);
  };
}
syncBuiltinESMExports();
if (process.env.BREAK_SEAL)
  import(process.env.BREAK_SEAL).then(({ default: module }) => (module.get ?? module.writeFileSync)('http://localhost'));
