/** A drawn rate as exactly as it was set, one to three decimals, such as "1.3" or "0.125" (MB/s). */
export function exactMb(bytesPerSecond: number): string {
  return decimals(bytesPerSecond / 1e6);
}

/** A drawn moment as exactly as it was set, one to three decimals, such as "12.0" (s). */
export function exactSeconds(ms: number): string {
  return decimals(ms / 1000);
}

function decimals(value: number): string {
  return value.toFixed(3).replace(/0{1,2}$/, '');
}
