/** How a fix changes a statement of the user's, as a page describes it; names and texts may hold placeholders. */

/** A keyword argument that goes. */
export interface Drop {
  drop: string;
}

/** Words that become others, wherever they stand in the statement. */
export interface Replace {
  from: string;
  to: string;
}

/** A name that is imported from another module. */
export interface Move {
  move: string;
  to: string;
}

/** An argument that a call gets, behind those that it has. */
export interface Add {
  call: string;
  add: string;
}

/** A keyword argument that goes from the constructor to a method of what it makes. */
export interface Hand {
  hand: string;
  to: string;
}

export type LineEdit = Drop | Replace | Move | Add | Hand;
