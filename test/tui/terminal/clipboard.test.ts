import { describe, expect, test } from 'vitest';
import { copy, MOST_BYTES, type Outside } from '../../../src/tui/terminal/clipboard.ts';

function outside(env: Record<string, string>, works: string[] = []): Outside & { asked: string[]; written: string } {
  const record = {
    env,
    asked: [] as string[],
    written: '',
    run: async ({ command }: { command: string }) => {
      record.asked.push(command);
      return works.includes(command);
    },
    write: (sequence: string) => {
      record.written += sequence;
    },
  };
  return record;
}

describe('copying', () => {
  test('in tmux goes through its buffer: its default drops escape sequences', async () => {
    const out = outside({ TMUX: '/tmp/x', SSH_TTY: '/dev/pts/1' }, ['tmux']);
    expect(await copy('text', 'The snippet', out)).toContain('tmux buffer');
    expect(out.written).toBe('');
  });

  test('over SSH asks no tool of the far machine, and claims nothing', async () => {
    const out = outside({ SSH_CONNECTION: '1 2 3 4', DISPLAY: ':0' }, ['xclip']);
    const said = await copy('text', 'The snippet', out);
    expect(out.asked).toEqual([]);
    expect(out.written).toBe(`\x1b]52;c;${Buffer.from('text').toString('base64')}\x07`);
    expect(said).toContain('sent');
    expect(said).not.toContain('copied');
  });

  test('locally takes the first tool that works, and names it', async () => {
    const out = outside({ WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' }, ['xclip']);
    expect(await copy('text', 'The page', out)).toBe('copied: The page · with xclip');
    expect(out.asked).toEqual(['wl-copy', 'xclip']);
    expect(out.written).toBe('');
  });

  test('without any tool sends to the terminal', async () => {
    const out = outside({});
    expect(await copy('日本', 'The page', out)).toContain('sent');
    expect(out.written).toContain(Buffer.from('日本').toString('base64'));
  });

  test('refuses what is too long rather than cut it', async () => {
    const out = outside({});
    expect(await copy('x'.repeat(MOST_BYTES + 1), 'The page', out)).toContain('not copied');
    expect(out.written).toBe('');
  });
});
