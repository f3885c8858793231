/** Lines that already fit: one text node for all of them, so that a key press stays cheap. */
import { Box, Text } from 'ink';
import { memo } from 'react';

interface Props {
  readonly lines: string[];
}

function isSame(before: Props, after: Props): boolean {
  return before.lines.length === after.lines.length && before.lines.every((line, index) => line === after.lines[index]);
}

/** A column of lines. */
export const Lines = memo(function Lines({ lines }: Props) {
  if (lines.length === 0) return null;
  return (
    <Box flexShrink={0} height={lines.length}>
      <Text>{lines.map((line) => (line === '' ? ' ' : line)).join('\n')}</Text>
    </Box>
  );
}, isSame);
