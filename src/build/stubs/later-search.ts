/** Stands for core/search.ts in the bundle: a log or a page that is found needs no index. */
import type * as Search from '../../core/search.ts';

declare const require: (file: string) => typeof Search;

/** Made like the class, which is what it gives. */
export const SearchIndex = ((...all: ConstructorParameters<typeof Search.SearchIndex>): Search.SearchIndex =>
  new (require('./search.cjs').SearchIndex)(...all)) as unknown as typeof Search.SearchIndex;
