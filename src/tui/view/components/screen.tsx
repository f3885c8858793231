/** The screen: top, one or two panes, bottom. All text comes ready from frame.ts; Ink places it. */
import { Box, Text, useCursor } from 'ink';
import type { Frame } from '../frame.ts';
import { GUTTER } from '../layout.ts';
import { Lines } from './lines.tsx';

/** Draws a frame: the lines above, two panes or one, the lines below. */
export function Screen({ frame, rule }: { readonly frame: Frame; readonly rule: string }) {
  const { columns, rows, top, side, main, bottom, cursor } = frame;
  const { setCursorPosition } = useCursor();
  setCursorPosition(cursor ?? undefined);
  const height = rows - top.length - bottom.length;
  return (
    <Box flexDirection="column" width={columns} height={rows} overflow="hidden">
      <Lines lines={top} />
      <Box height={height} flexShrink={0}>
        {side.length > 0 && (
          <Box flexShrink={0}>
            <Lines lines={side} />
            <Box width={GUTTER} justifyContent="center">
              <Text>{Array.from({ length: height }, () => rule).join('\n')}</Text>
            </Box>
          </Box>
        )}
        <Lines lines={main} />
      </Box>
      <Lines lines={bottom} />
    </Box>
  );
}
