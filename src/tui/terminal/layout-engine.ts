/** When Ink can lay out. Yoga itself waits for that where it is imported as a module; the bundle's stand-in does not. */
export const layoutEngine: Promise<unknown> = Promise.resolve();
