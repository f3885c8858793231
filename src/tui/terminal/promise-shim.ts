/** Ink 8 asks for Promise.withResolvers, which Node 20 has not: loaded before Ink, and only with the app. */
interface WithResolvers {
  withResolvers?: () => { promise: Promise<unknown>; resolve: (value: unknown) => void; reject: (reason?: unknown) => void };
}

(Promise as unknown as WithResolvers).withResolvers ??= () => {
  let resolve!: (value: unknown) => void;
  let reject!: (reason?: unknown) => void;
  const promise = new Promise<unknown>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
};
