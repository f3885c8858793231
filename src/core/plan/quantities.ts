/** Quantities as people type them: "90.5", "2m30s", "13b", "12b+5b". What is not understood is null, never a guess. */

export const SECONDS_FORMS = '120, 90.5, 90s, 2m or 2m30s';
export const PARAMS_FORMS = '13b, 1.5b, 350m, 70e9 or 13,000,000,000; several as 12b+5b';

const CLOCK = /^(-)?(?:(\d{1,5}(?:\.\d{1,3})?) ?m(?:in)?)? ?(?:(\d{1,7}(?:\.\d{1,3})?) ?(?:s(?:ec)?)?)?$/i;

/** Seconds; the sign may be negative. */
export function parseSeconds(text: string): number | null {
  const found = CLOCK.exec(text.trim());
  const [, sign, minutes, seconds] = found ?? [];
  if (minutes === undefined && seconds === undefined) return null;
  const total = Math.round((Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) * 1000) / 1000;
  return sign && total > 0 ? -total : total;
}

const SCALE: Record<string, number> = { k: 1e3, m: 1e6, b: 1e9, bn: 1e9, t: 1e12 };
const LARGEST = 1e14;

/** Parameters of one or several models, joined by + or commas. */
export function parseParams(text: string): number[] | null {
  const parts = text.split('+').flatMap((part) => (isGrouped(part.trim()) ? [part] : part.split(',')));
  const numbers = parts.map((part) => parseCount(part.trim()));
  return numbers.every((number) => number !== null) ? numbers : null;
}

/** 13,000,000,000: commas between groups of three join no models. */
function isGrouped(text: string): boolean {
  return /^\d{1,3}(?:,\d{3}){1,5}$/.test(text);
}

function parseCount(text: string): number | null {
  const found = /^(\d{1,15}(?:\.\d{1,9})?)(?:(e\d{1,2})| ?(k|m|bn?|t))?$/i.exec(isGrouped(text) ? text.replaceAll(',', '') : text);
  if (!found) return null;
  const [, digits, exponent = '', suffix] = found;
  const number = Math.round(Number(`${digits}${exponent}`) * (SCALE[suffix?.toLowerCase() ?? ''] ?? 1));
  // A bare small number is most likely billions, but nobody said so.
  return number >= (suffix ? 1 : 1e6) && number <= LARGEST ? number : null;
}

/** A share in percent, 0 to 500; the sign may stand there. */
export function parsePercent(text: string): number | null {
  const digits = /^(\d{1,3}(?:\.\d{1,2})?) ?%?$/.exec(text.trim())?.[1];
  return digits !== undefined && Number(digits) <= 500 ? Number(digits) : null;
}
