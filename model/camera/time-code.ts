/** Bits of time in a code: milliseconds, modulo 2^24, which is 4.6 hours. */
const TIME_BITS = 24;

/** A code counts to here, ms, and begins again. */
export const CODE_SPAN_MS = 2 ** TIME_BITS;

/** Cells of a code: its time, least bit first, and a check of 8 bits behind it. */
export const CODE_CELLS = TIME_BITS + 8;

/** A moment as light (true) and dark cells, from left to right; `ms` is rounded to the millisecond. */
export function timeCode(ms: number): boolean[] {
  const time = Math.round(ms) % CODE_SPAN_MS;
  const bits = time + checkOf(time) * CODE_SPAN_MS;
  return Array.from({ length: CODE_CELLS }, (_, i) => Math.floor(bits / 2 ** i) % 2 === 1);
}

/** The moment in a code, ms modulo CODE_SPAN_MS; null when it is damaged, or is none. */
export function readTimeCode(cells: readonly boolean[]): number | null {
  const time = valueOf(cells.slice(0, TIME_BITS));
  const check = valueOf(cells.slice(TIME_BITS, CODE_CELLS));
  return cells.length === CODE_CELLS && check === checkOf(time) ? time : null;
}

/** How long before `nowMs` a code was written, ms; right for anything younger than CODE_SPAN_MS. */
export function ageOfCode(code: number, nowMs: number): number {
  return (((nowMs - code) % CODE_SPAN_MS) + CODE_SPAN_MS) % CODE_SPAN_MS;
}

/** Never 0 nor 255 for the dark and the light picture, so that neither is a code: a multiplicative hash of the time. */
function checkOf(time: number): number {
  return ((Math.imul(time + 1, 0x9e3779b1) >>> 16) ^ 0x5a) & 0xff;
}

function valueOf(cells: readonly boolean[]): number {
  return cells.reduce((sum, light, i) => sum + (light ? 2 ** i : 0), 0);
}
