/** What an entry is called: of what every run reads, so that the table of the search need not hold it. */

export interface Titled {
  title: string;
  id: string;
  aka: readonly string[];
  /** Of an error what users see of it. */
  message?: string | null;
}

export function titlesOf({ title, id, aka, message }: Titled): string[] {
  return [title, id.replaceAll('-', ' '), ...aka, ...(message ? [message] : [])];
}
