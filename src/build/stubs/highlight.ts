/** Stands for cli-highlight: source code is painted in render/highlight.ts. */
export const highlight = (code: string): string => code;
