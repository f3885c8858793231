/** Where the keys go: the screen, or what lies over it. */

export type Place =
  | 'home'
  | 'search'
  | 'list'
  | 'page'
  | 'ask'
  | 'value'
  | 'diagnosis'
  | 'log'
  | 'check'
  | 'paste'
  | 'help'
  | 'overlay'
  | 'find'
  | 'filter';

/** Letters are text here. */
export const FIELDS: readonly Place[] = ['home', 'search', 'value', 'paste', 'find', 'filter'];
export const READ: readonly Place[] = ['page', 'diagnosis', 'log', 'check', 'help'];
export const CHOOSE: readonly Place[] = ['list', 'overlay'];
/** With rows to choose from. */
export const ROWS: readonly Place[] = [...CHOOSE, 'home', 'search', 'ask', 'filter'];
/** Letters are keys here. */
export const LETTERS: readonly Place[] = [...READ, ...CHOOSE, 'ask'];
/** A slash searches: in everything, in the page, in the list. */
export const SEARCHED: readonly Place[] = [...READ, 'list', 'ask'];
/** Whole screens, that stand in the history. */
export const SCREENS: readonly Place[] = [...READ, 'list', 'ask', 'home', 'search', 'value', 'paste'];
export const ALL: readonly Place[] = [...LETTERS, ...FIELDS];
