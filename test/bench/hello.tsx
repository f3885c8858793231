/** The least that Ink can show: what the app's first frame is compared with. */
import '../../src/tui/promise-shim.ts';
import { render, Text } from 'ink';

render(<Text>hello</Text>).unmount();
