/** What `npm start` runs where there is no display: every lane to its end, with outages, checked and kept. */
const DEFAULTS = [
  ['--speed', '4'],
  ['--link', 'dropouts:1.3MB/s@12-17,30-37'],
  ['--out', 'out'],
  ['--verify'],
];

/**
 * Whether the arguments say by themselves that no window is wanted.
 * @param {readonly string[]} args
 */
export function wantsNoWindow(args) {
  return args.some((arg) => ['--headless', '--check', '--help', '-h'].includes(arg));
}

/**
 * The arguments made headless: the defaults in front, but for the flags that are given.
 * @param {readonly string[]} args
 * @returns {string[]}
 */
export function headlessArguments(args) {
  const given = new Set(args.map((arg) => arg.split('=')[0]));
  const added = DEFAULTS.filter(([flag]) => !given.has(flag));
  return ['--headless', ...added.flat(), ...args];
}
