/** The keys: the terminal on standard input, or /dev/tty when standard input is data; pastes made whole before Ink reads them. */
import { openSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { ReadStream } from 'node:tty';
import type { Streams } from '../../io/streams.ts';
import { GIVE_UP_MS, pasteGuard, SETTLE_MS } from './paste-guard.ts';

/** What Ink takes for a terminal. */
export type Keyboard = PassThrough & {
  isTTY: true;
  setRawMode: (isRaw: boolean) => Keyboard;
  ref: () => Keyboard;
  unref: () => Keyboard;
  /** Gives the terminal back. */
  close: () => void;
};

/** Where keys come from, before anything is made of them. */
export interface KeySource {
  stream: ReadStream;
  /** Opened by us, and closed by us. */
  isOurs: boolean;
}

/** Opens the source of keys; null where there is none (cron, a container, no controlling terminal). */
export function openKeys({ stdin }: Streams): KeySource | null {
  if (stdin.isTTY) return { stream: stdin as unknown as ReadStream, isOurs: false };
  try {
    return { stream: new ReadStream(openSync('/dev/tty', 'r')), isOurs: true };
  } catch {
    return null;
  }
}

/** Makes the keyboard for Ink. */
export function keyboardOn({ stream: source, isOurs }: KeySource): Keyboard {
  const keys = new PassThrough() as unknown as Keyboard;
  const guard = pasteGuard();
  const decoder = new StringDecoder('utf8');
  let timer: NodeJS.Timeout | undefined;
  const take = (): void => {
    keys.write(guard.take());
  };
  const settle = (): void => {
    if (guard.isSettling()) take();
    else timer = setTimeout(take, GIVE_UP_MS);
  };
  const onData = (bytes: Buffer): void => {
    clearTimeout(timer);
    const { keys: now, isPasting } = guard.push(decoder.write(bytes));
    if (now) keys.write(now);
    if (isPasting) timer = setTimeout(settle, SETTLE_MS);
  };
  const onEnd = (): void => {
    keys.emit('hangup');
  };
  source.on('data', onData);
  source.on('end', onEnd);
  source.on('error', onEnd);
  return Object.assign(keys, {
    isTTY: true as const,
    setRawMode(isRaw: boolean) {
      if (!source.destroyed) source.setRawMode(isRaw);
      return keys;
    },
    ref() {
      source.ref();
      return keys;
    },
    unref() {
      source.unref();
      return keys;
    },
    close() {
      clearTimeout(timer);
      source.off('data', onData);
      source.off('end', onEnd);
      if (!source.destroyed) source.setRawMode(false);
      source.pause();
      if (isOurs) source.destroy();
    },
  });
}
