/** Whether a version is within what `versionsFromFrames` says. */
const numbers = (version: string): number[] => (version.match(/\d+/g) ?? []).map(Number);

function order(a: string, b: string): number {
  const [left, right] = [numbers(a), numbers(b)];
  const at = Array.from({ length: Math.max(left.length, right.length) }, (_, index) => index).find((index) => left[index] !== right[index]);
  return at === undefined ? 0 : (left[at] ?? -1) - (right[at] ?? -1);
}

/** "2.1.x or 2.3.0 to 2.3.1" holds 2.3.1. */
export function holds(text: string, version: string): boolean {
  return text
    .replace(/ or (newer|older)/g, ' and $1')
    .split(' or ')
    .some((part) => {
      const [first = '', word, last = ''] = part.split(' ');
      if (word === 'and') return last === 'newer' ? order(version, first) >= 0 : order(version, first) <= 0;
      if (word === 'to') return order(version, first) >= 0 && order(version, last) <= 0;
      return first.endsWith('.x') ? `${version}.`.startsWith(first.slice(0, -1)) : version === first;
    });
}
