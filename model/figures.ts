const MB = 1e6;
const KB = 1e3;

/** A buffer level for people, one decimal (three below 0.05), such as "1.3 MB"; none at all is "0 MB". */
export function bufferFigure(bytes: number): string {
  return `${megabytes(bytes)} MB`;
}

/** A memory or file size for people, whole MB, one decimal below 1 MB. */
export function sizeFigure(bytes: number): string {
  return bytes < MB ? bufferFigure(bytes) : `${Math.round(bytes / MB)} MB`;
}

/** MB of a buffer or seconds of it as a bare number, one decimal: "4.7"; a true zero is "0". */
export const bufferWord = (amount: number): string => (amount === 0 ? '0' : amount.toFixed(1));

/** A growth of memory for people, such as "+98 MB"; none is "0 MB". */
export function growthFigure(bytes: number): string {
  return `${bytes > 0 ? '+' : ''}${sizeFigure(bytes)}`;
}

/** A rate in bytes per second for people, one decimal, such as "1.3 MB/s"; below 0.1 MB/s in kB or bytes. */
export function rateFigure(bytesPerSecond: number): string {
  if (bytesPerSecond >= 0.1 * MB || bytesPerSecond === 0)
    return `${megabytes(bytesPerSecond)} MB/s`;
  const [per, unit] = bytesPerSecond < KB ? [1, 'B/s'] : [KB, 'kB/s'];
  return `${Number((bytesPerSecond / per).toPrecision(2))} ${unit}`;
}

/** A time in milliseconds for people, in seconds with one decimal up to 999.9 s, whole beyond. */
export function secondsFigure(ms: number): string {
  const seconds = ms / 1000;
  return seconds === 0 ? '0 s' : `${seconds.toFixed(seconds < 999.95 ? 1 : 0)} s`;
}

/** Stalls for people: count and total time, such as "2, 2.2 s"; none is "0". */
export function stallsFigure(count: number, totalMs: number): string {
  return count === 0 ? '0' : `${count}, ${secondsFigure(totalMs)}`;
}

/** A position in seconds as m:ss; for the picture alone. */
export function clockFigure(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

function megabytes(bytes: number): string {
  const value = bytes / MB;
  // A small amount is not shown as none.
  const decimals = value >= 0.05 ? 1 : 3;
  return value === 0 ? '0' : value.toFixed(decimals);
}
