/** Times after which the watchdog of a sync worker kills it, ms: gunicorn's own is 30 s. */
export const WATCHDOG_MS = { min: 100, max: 600_000, usual: 30_000 } as const;
