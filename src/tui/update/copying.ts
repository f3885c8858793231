/** What is copied: the snippet that is marked, or the whole as Markdown. */
import { toMarkdown } from '../../render/markdown.ts';
import type { Effect, State, Transition, View } from '../state/state.ts';
import { withView } from '../state/state.ts';
import { type Chosen, chosenSnippet } from '../view/found.ts';
import { type Scene, sceneOf } from '../view/scene.ts';
import type { World } from '../world.ts';
import { scrolled } from './move.ts';

/** Copies the marked snippet; one that is out of sight is brought into view, so that what was taken is seen. */
export function copySnippet(state: State, world: World): Transition {
  const scene = sceneOf(state, world);
  const chosen = chosenSnippet(scene);
  if (!chosen) return said(state, 'There is no snippet here. Y copies the whole as Markdown.');
  const { code, index, total } = chosen;
  const what = `${firstLine(code)}${total > 1 ? ` (${index + 1} of ${total})` : ''}`;
  return { state: withView(state, marked(scene, chosen)), effects: [copied(code, what)] };
}

/** Marks the snippet `by` further, round the end, and shows it. */
export function moveSnippet(state: State, by: number, world: World): State {
  const scene = sceneOf(state, world);
  const chosen = chosenSnippet(scene);
  const snippets = scene.paper?.snippets ?? [];
  if (!chosen) return { ...state, status: 'There is no snippet here.' };
  const index = chosen.isVisible ? (chosen.index + by + snippets.length) % snippets.length : chosen.index;
  const { line, height } = snippets[index] as (typeof snippets)[number];
  return withView(state, marked(scene, { ...chosen, index, line, height }));
}

/** Chosen, and as much of it in view as there is room, a line of what stands above it too. */
function marked(scene: Scene, { index, line, height }: Chosen): Partial<View> {
  const { scroll, textHeight } = scene;
  const isWhole = line >= scroll && line + height <= scroll + textHeight;
  if (isWhole) return { snippet: index };
  const top = line < scroll || height >= textHeight ? line - 1 : Math.max(scroll, Math.min(line - 1, line + height - textHeight));
  return { snippet: index, ...scrolled(scene, top) };
}

/** Copies all that the screen is about. */
export function copyPage(state: State, world: World): Transition {
  const { whole, title } = sceneOf(state, world).model;
  if (whole.length === 0) return said(state, 'There is nothing to copy here.');
  return { state, effects: [copied(toMarkdown(whole), `all of "${title || 'this page'}" as Markdown`)] };
}

function copied(text: string, what: string): Effect {
  return { type: 'copy', text, what };
}

function said(state: State, status: string): Transition {
  return { state: { ...state, status }, effects: [] };
}

function firstLine(code: string): string {
  const [first = '', ...rest] = code.split('\n');
  return rest.length > 0 ? `${first} …` : first;
}
