#!/usr/bin/env node
// Hands the process to the program, which sets the exit code and never exits by itself, so that no output is lost.
// In words that a Node of long ago reads too, for it is told here that it is too old.
const { name, version, engines } = require('../package.json');
const OLDEST = Number(/\d+/.exec(engines.node)[0]);

if (Number(process.versions.node.split('.')[0]) < OLDEST) {
  end(`This is Node ${process.versions.node}, and Node ${engines.node.slice(2)} or newer is needed.`, 2);
} else if (process.argv.length === 3 && /^(?:--version|-V)$/.test(process.argv[2])) {
  // Asked often and by scripts: answered without loading the program.
  process.stdout.on('error', unwritable);
  process.stdout.write(`${version}\n`);
} else {
  start();
}

function start() {
  let program;
  try {
    program = require('../dist/main.cjs');
  } catch (error) {
    end(`The installation is damaged (${String(error.message).split('\n')[0]}). Repeat it: npm install -g ${name}`, 70);
    return;
  }
  program.run(process);
}

// A reader that went away is no trouble; a full disk is.
function unwritable(error) {
  if (error.code === 'EPIPE' || error.code === 'EIO') process.exit(0);
  end(`The output could not be written (${error.code}). Make room, or write it elsewhere.`, 2);
}

function end(what, code) {
  process.exitCode = code;
  process.stderr.on('error', () => {});
  process.stderr.write(`${name}: ${what}\n`);
}
