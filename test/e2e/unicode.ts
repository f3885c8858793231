/** The ways in which terminals count columns: each letter and mark alone, or joined as they are seen. */
import { createRequire } from 'node:module';
import type { Terminal } from '@xterm/headless';

export type UnicodeVersion = '11' | '15-graphemes';

// The table of the one is unpacked from a buffer that it takes to be whole: none may come out of the common pool meanwhile.
const { poolSize } = Buffer;
Buffer.poolSize = 0;
const require = createRequire(import.meta.url);
const { Unicode11Addon } = require('@xterm/addon-unicode11') as typeof import('@xterm/addon-unicode11');
const { UnicodeGraphemesAddon } = require('@xterm/addon-unicode-graphemes') as typeof import('@xterm/addon-unicode-graphemes');
Buffer.poolSize = poolSize;

/** The terminal, counting in this way from now on. */
export function countingAs(terminal: Terminal, version: UnicodeVersion): Terminal {
  const addon = version === '11' ? new Unicode11Addon() : new UnicodeGraphemesAddon();
  terminal.loadAddon(addon as unknown as Parameters<Terminal['loadAddon']>[0]);
  terminal.unicode.activeVersion = version;
  return terminal;
}
