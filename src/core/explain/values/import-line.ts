/** The import that a name needs which code uses without having it: one question to content/imports.yaml. */
import { MODULES_THEMSELVES } from '../../library/imports.ts';
import type { Library } from '../../library/library.ts';
import { literally } from '../../text/literally.ts';

/** What classes of two libraries are called: those are too many to list. */
const CLASSES: readonly (readonly [library: string, RegExp])[] = [
  ['diffusers', /^\w{2,50}(?:Pipeline|Scheduler)$/],
  [
    'transformers',
    /^(?:Auto[A-Z]\w{2,50}|\w{2,40}(?:ForCausalLM|ForConditionalGeneration|ForImageTextToText|Tokenizer|TokenizerFast|Processor|TextModel))$/,
  ],
];

/** "from PIL import Image" for `Image`; null for a name that may come from anywhere, or that this statement uses as something else. */
export function importLineOf({ imports }: Pick<Library, 'imports'>, name: string, statement = ''): string | null {
  const isObject = new RegExp(`(?<![\\w.])${literally(name)}\\.\\w`).test(statement);
  const module = Object.keys(imports).find((each) => imports[each]?.some((own) => own === name || (own === `${name}()` && !isObject)));
  if (module === MODULES_THEMSELVES) return `import ${name}`;
  if (module?.endsWith(' as')) return `import ${module} ${name}`;
  const from = module ?? CLASSES.find(([, names]) => names.test(name))?.[0];
  return from === undefined ? null : `from ${from} import ${name}`;
}
