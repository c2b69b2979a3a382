const MB = 1e6;
const KB = 1e3;

/** Figures are written as the words around them are; made for each language once. */
let language = 'en';
const formats = new Map<string, Intl.NumberFormat>();

/** Writes figures by the rules of this language, a BCP 47 tag, from now on: whoever sets the words sets it with them. */
export function writeFiguresIn(tag: string): void {
  language = tag;
}

/** A number by Intl, without grouping unless asked for; a format is made once. */
function written(value: number, options: Intl.NumberFormatOptions): string {
  const key = language + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(language, { useGrouping: false, ...options });
    formats.set(key, format);
  }
  return format.format(value);
}

/** So many decimals, whether they are needed or not. */
const decimals = (count: number): Intl.NumberFormatOptions => ({
  minimumFractionDigits: count,
  maximumFractionDigits: count,
});

const inUnit = (unit: string): Intl.NumberFormatOptions => ({ style: 'unit', unit });

/** One decimal, or three where that would show a small amount as none; a true zero has none. */
const level = (amount: number): Intl.NumberFormatOptions =>
  decimals(amount === 0 ? 0 : amount >= 0.05 ? 1 : 3);

/** A buffer level for people, one decimal (three below 0.05), such as "1.3 MB"; none at all is "0 MB". */
export function bufferFigure(bytes: number): string {
  return written(bytes / MB, { ...inUnit('megabyte'), ...level(bytes / MB) });
}

/** MB of a buffer or seconds of it as a bare number, one decimal: "4.7"; a true zero is "0". */
export const bufferWord = (amount: number): string =>
  written(amount, decimals(amount === 0 ? 0 : 1));

/** A memory or file size for people, whole MB, one decimal below 1 MB. */
export function sizeFigure(bytes: number): string {
  return bytes < MB
    ? bufferFigure(bytes)
    : written(bytes / MB, { ...inUnit('megabyte'), ...decimals(0) });
}

/** A growth of memory for people, such as "+98 MB"; none is "0 MB". */
export function growthFigure(bytes: number): string {
  return `${bytes > 0 ? '+' : ''}${sizeFigure(bytes)}`;
}

/** A difference for people as its size is written, with its sign: "+4.3 s", "−2.7 MB". */
export const signedFigure = (value: number, figure: (size: number) => string): string =>
  `${value < 0 ? '−' : '+'}${figure(Math.abs(value))}`;

const ORDERS = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte', 'petabyte'] as const;

/** A size of any order for people, three digits at most: "940 MB", "1.5 TB". */
export function largeSize(bytes: number): string {
  // Intl writes a single byte out as a word.
  if (bytes < 999.5) return `${written(bytes, decimals(0))} B`;
  const beyond = ORDERS.findIndex((_, i) => bytes / KB ** (i + 1) < 999.5);
  const order = beyond < 0 ? ORDERS.length - 1 : beyond;
  const value = bytes / KB ** (order + 1);
  const maximumFractionDigits = value < 9.95 ? 1 : 0;
  return written(value, { ...inUnit(ORDERS[order] ?? 'petabyte'), maximumFractionDigits });
}

/** A rate in bytes per second for people, one decimal, such as "1.3 MB/s"; below 0.1 MB/s in kB or bytes. */
export function rateFigure(bytesPerSecond: number): string {
  const mb = bytesPerSecond / MB;
  if (mb >= 0.1 || mb === 0) return written(mb, { ...inUnit('megabyte-per-second'), ...level(mb) });
  const short = { maximumSignificantDigits: 2 };
  if (bytesPerSecond < KB) return `${written(bytesPerSecond, short)} B/s`;
  return written(bytesPerSecond / KB, { ...inUnit('kilobyte-per-second'), ...short });
}

/** A time in milliseconds for people, in seconds with one decimal up to 999.9 s, whole beyond. */
export function secondsFigure(ms: number): string {
  const seconds = ms / 1000;
  return secondsWith(seconds, seconds === 0 || seconds >= 999.95 ? 0 : 1);
}

/** Seconds with exactly so many decimals, or with no more than it takes up to `most`: "0.25 s", "12 s". */
export function secondsWith(seconds: number, count: number, most = count): string {
  const digits = { minimumFractionDigits: count, maximumFractionDigits: most };
  // Intl's unit in English is "sec".
  return language.startsWith('en')
    ? `${written(seconds, digits)} s`
    : written(seconds, { ...inUnit('second'), ...digits });
}

/** The unit of seconds by itself, for an axis: "s". */
export const secondsUnit = (): string => secondsWith(0, 0).replace('0', '').trim();

/** A time in milliseconds that is roughly known, for people: "17 s", "3 min", "2 h 5 min"; never less than it is. */
export function roughTime(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 100) return secondsWith(seconds, 0);
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 100) return wholeUnits(minutes, 'minute', 'min');
  const rest = wholeUnits(minutes % 60, 'minute', 'min');
  return `${wholeUnits(Math.floor(minutes / 60), 'hour', 'h')} ${rest}`;
}

/** So many of a unit of time; Intl's own words for it in English are "hr" and "mins". */
const wholeUnits = (count: number, unit: string, english: string): string =>
  language.startsWith('en')
    ? `${String(count)} ${english}`
    : written(count, { ...inUnit(unit), ...decimals(0) });

/** Stalls for people: count and total time, such as "2, 2.2 s"; none is "0". */
export function stallsFigure(count: number, totalMs: number): string {
  return count === 0 ? '0' : `${count}, ${secondsFigure(totalMs)}`;
}

/** A count for people, in groups of three: "1,000,000". */
export const countFigure = (count: number): string =>
  written(count, { useGrouping: true, ...decimals(0) });

/** A number with exactly so many decimals. */
export const fixedFigure = (value: number, count: number): string =>
  written(value, decimals(count));

/** A number as short as it is exact to so many decimals: "0.5", "40". */
export const shortFigure = (value: number, most: number): string =>
  written(value, { maximumFractionDigits: most });

/** A number as exactly as a person set it, one to three decimals: "12.0", "0.125". */
export const exactFigure = (value: number): string =>
  written(value, { minimumFractionDigits: 1, maximumFractionDigits: 3 });

/** A position in seconds as m:ss; for the picture alone. */
export function clockFigure(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
