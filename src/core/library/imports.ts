/** By module: the names that app code takes from it. `<module> as` gives it another name. */
export type Imports = Readonly<Record<string, readonly string[]>>;

/** Stands for modules that are imported under their own name. */
export const MODULES_THEMSELVES = 'import';
