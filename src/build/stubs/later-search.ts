/** Stands for core/search.ts in the bundle: a log or a page that is found needs no index. */
import type * as Search from '../../core/search.ts';

declare const require: (file: string) => typeof Search;

/** Gives the real one when it is made. */
export const SearchIndex = new Proxy(class {} as unknown as typeof Search.SearchIndex, {
  construct: (_, all: ConstructorParameters<typeof Search.SearchIndex>) => new (require('./search.cjs').SearchIndex)(...all),
});
