/** Places and systems that a user may be at, and the signs by which a text gives them away. */

export const WHERES = ['space', 'caller', 'local', 'colab', 'kaggle', 'ci', 'cluster', 'docker'] as const;
export type Where = (typeof WHERES)[number];
export const SYSTEMS = ['linux', 'windows', 'macos'] as const;
export type System = (typeof SYSTEMS)[number];

/** One sign of a place or a system. */
export interface PlaceSign {
  /** A regular expression, ignoring case. */
  source: string;
  /** Lower-case runs of which every match holds one. */
  literals: string[];
  where: Where | null;
  os: System | null;
  /** How much it says: 1 a hint, 2 a good sign, 4 hardly ever wrong; below 0 against that place. */
  weight: number;
}
