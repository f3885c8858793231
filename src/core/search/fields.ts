/** Where words stand in an entry, and how much one there says about it. */
export const FIELDS = [
  { name: 'title', weight: 4 },
  { name: 'asks', weight: 3.2 },
  { name: 'text', weight: 1.5 },
] as const;

/** The place of a field among them. */
export function fieldCalled(wanted: (typeof FIELDS)[number]['name']): number {
  return FIELDS.findIndex(({ name }) => name === wanted);
}
