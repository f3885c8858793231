import { describe, expect, test } from 'vitest';
import { componentOf } from '../../../../src/core/explain/values/component.ts';
import type { Library } from '../../../../src/core/library/library.ts';
import type { Location } from '../../../../src/core/log/traceback/traceback-line.ts';

const components = { Plot: { takes: 'a figure', returns: 'fig' }, HighlightedText: { takes: 'pairs', returns: 'pairs' } };
const library = { failures: { components } } as unknown as Pick<Library, 'failures'>;
const frameIn = (file: string, name: string): Location => ({ file, line: 9, function: name, quoted: '' }) as Location;

describe('the output that refused a value', () => {
  test.each([
    ['by its class, as Gradio or its file writes it', 'highlightedtext', null, 'gr.HighlightedText'],
    ['by the file that was at it', undefined, frameIn('/v/gradio/components/plot.py', 'postprocess'), 'gr.Plot'],
    ['of Windows as well', undefined, frameIn('C:\\v\\gradio\\components\\highlighted_text.py', 'postprocess'), 'gr.HighlightedText'],
  ])('is known %s', (_, named, frame, component) => {
    expect(componentOf(library, { named, frame })).toMatchObject({ component });
  });

  test.each([
    ['nothing names one', undefined, null],
    ['it was still being made', undefined, frameIn('/v/gradio/components/plot.py', '__init__')],
    ['the table lacks it', 'Timer', null],
    ['the file is of another package', undefined, frameIn('/v/acme/components/plot.py', 'postprocess')],
  ])('is not known where %s', (_, named, frame) => {
    expect(componentOf(library, { named, frame })).toBeNull();
  });
});
