/** Every flag of the command line; marked are those that set a run, and those that only a headless one understands. */
export const FLAGS = {
  headless: { type: 'boolean' },
  help: { type: 'boolean' },
  check: { type: 'boolean' },
  json: { type: 'boolean' },
  media: { type: 'string' },
  log: { type: 'string' },
  scenario: { type: 'string' },
  profile: { type: 'string' },
  as: { type: 'string' },
  'sample-seconds': { type: 'string' },
  record: { type: 'string', setting: true },
  reserve: { type: 'string', setting: true },
  picture: { type: 'string', setting: true },
  'picture-rate': { type: 'string', setting: true },
  turn: { type: 'string', setting: true },
  codec: { type: 'string', setting: true },
  'keep-pictures': { type: 'boolean', setting: true },
  link: { type: 'string', setting: true },
  methods: { type: 'string', setting: true },
  chunk: { type: 'string', setting: true },
  prefetch: { type: 'string', setting: true },
  resume: { type: 'string', setting: true },
  'max-ahead': { type: 'string', setting: true },
  'streaming-ahead': { type: 'string', setting: true },
  'read-ahead': { type: 'string', setting: true },
  'backpressure-off': { type: 'string', setting: true },
  'read-rate': { type: 'string', setting: true },
  'memory-cap': { type: 'string', setting: true },
  fit: { type: 'boolean' },
  'consume-rate': { type: 'string', setting: true },
  seed: { type: 'string', setting: true },
  speed: { type: 'string', setting: true },
  until: { type: 'string', setting: true },
  out: { type: 'string', headlessOnly: true },
  verify: { type: 'boolean', setting: true },
  quiet: { type: 'boolean', headlessOnly: true },
  keep: { type: 'string', headlessOnly: true },
  runs: { type: 'string' },
  video: { type: 'string', headlessOnly: true },
  size: { type: 'string', headlessOnly: true },
  fps: { type: 'string', headlessOnly: true },
  theme: { type: 'string', headlessOnly: true },
  captions: { type: 'string', headlessOnly: true },
  sound: { type: 'string', headlessOnly: true },
  from: { type: 'string', headlessOnly: true },
  to: { type: 'string', headlessOnly: true },
  force: { type: 'boolean', headlessOnly: true },
} as const;

export type Flag = keyof typeof FLAGS;

/** A flag that says what a run is set to. */
export type SettingFlag = {
  [F in Flag]: (typeof FLAGS)[F] extends { setting: true } ? F : never;
}[Flag];

/** The arguments behind `bufferscope run` or `run`, where these come first: what they leave out is as it always is. */
export function behindRun(args: readonly string[]): { args: readonly string[]; exact: boolean } {
  const named = args[0] === 'bufferscope' ? args.slice(1) : args;
  return named[0] === 'run' ? { args: named.slice(1), exact: true } : { args, exact: false };
}

const CHROMIUM_SWITCH =
  /^--(no-sandbox|disable-|enable-|use-|ozone-platform|remote-debugging-|inspect|force-|log-level|lang=|in-process-gpu|user-data-dir|original-process-start-time|allow-file-access-from-files|auto-select-)/;

/**
 * The user's own words in an Electron argv: what follows `--`, or else everything behind the
 * executable (and the app's path when unpackaged) that is no switch of Chromium's.
 */
export function userArguments(argv: readonly string[], packaged: boolean): string[] {
  const marker = argv.indexOf('--');
  if (marker !== -1) return argv.slice(marker + 1);
  const own = argv.slice(1).filter((word) => !CHROMIUM_SWITCH.test(word));
  return packaged ? own : own.slice(1);
}
