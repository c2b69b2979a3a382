/** Every flag of the command line; the ones that only a headless run understands are marked. */
export const FLAGS = {
  headless: { type: 'boolean' },
  help: { type: 'boolean' },
  media: { type: 'string' },
  log: { type: 'string' },
  scenario: { type: 'string', headlessOnly: true },
  as: { type: 'string' },
  'sample-seconds': { type: 'string' },
  record: { type: 'string' },
  reserve: { type: 'string' },
  link: { type: 'string', headlessOnly: true },
  methods: { type: 'string', headlessOnly: true },
  chunk: { type: 'string', headlessOnly: true },
  prefetch: { type: 'string', headlessOnly: true },
  resume: { type: 'string', headlessOnly: true },
  'max-ahead': { type: 'string', headlessOnly: true },
  'streaming-ahead': { type: 'string', headlessOnly: true },
  'read-ahead': { type: 'string' },
  fit: { type: 'boolean' },
  'consume-rate': { type: 'string' },
  seed: { type: 'string', headlessOnly: true },
  speed: { type: 'string', headlessOnly: true },
  until: { type: 'string', headlessOnly: true },
  out: { type: 'string', headlessOnly: true },
  verify: { type: 'boolean', headlessOnly: true },
  quiet: { type: 'boolean', headlessOnly: true },
  keep: { type: 'string', headlessOnly: true },
  runs: { type: 'string' },
} as const;

export type Flag = keyof typeof FLAGS;

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
