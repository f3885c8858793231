/** Things that are made when they are first asked for. */

/** The same function, which makes each thing once. */
export function remembering<Key, T>(make: (key: Key) => T): (key: Key) => T {
  const known = new Map<Key, { value: T }>();
  return (key) => {
    const found = known.get(key) ?? { value: make(key) };
    known.set(key, found);
    return found.value;
  };
}

/** A value that is made once, on first use. */
export function once<T>(make: () => T): () => T {
  const known = remembering((_: true) => make());
  return () => known(true);
}

/** The same function, which makes one thing for each object, and keeps it as long as the object is kept. */
export function onceFor<Key extends object, T extends object>(make: (key: Key) => T): (key: Key) => T {
  const known = new WeakMap<Key, T>();
  return (key) => {
    const found = known.get(key) ?? make(key);
    known.set(key, found);
    return found;
  };
}
