/** Milliseconds of a text in seconds, to the microsecond, so that 0.1 s is 100 ms and reads back. */
export function millisecondsOf(seconds: string | undefined): number {
  return Math.round(Number(seconds) * 1e6) / 1000;
}

/** Milliseconds as seconds that millisecondsOf reads back, without an exponent, such as "15.5". */
export function formatSeconds(ms: number): string {
  const text = String(ms / 1000);
  return text.includes('e') ? (ms / 1000).toFixed(6) : text;
}
