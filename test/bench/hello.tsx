/** The least that Ink can show: what the app's first frame is compared with. */
import '../../src/tui/terminal/promise-shim.ts';
import { render, Text } from 'ink';
import { layoutEngine } from '../../src/tui/terminal/layout-engine.ts';

layoutEngine.then(() => render(<Text>hello</Text>).unmount());
