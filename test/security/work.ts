/** How much work something is: what a clock on the wall tells grows with all that a busy machine does besides. */

/** Milliseconds for which this process kept a core busy meanwhile. */
export function workOf(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
