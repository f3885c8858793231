/** marked-terminal ships no types; what we use of it. */
declare module 'marked-terminal' {
  export function markedTerminal(options: Record<string, unknown>): unknown;
}
