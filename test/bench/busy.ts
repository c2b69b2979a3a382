import { setTimeout } from 'node:timers/promises';
import type { CDPSession } from '@playwright/test';

/** Busy milliseconds in each second of wall time. */
export interface Busy {
  script: number;
  task: number;
}

/** How busy a window is for so many seconds; its session has `Performance` enabled. */
export async function busy(cdp: CDPSession, seconds: number): Promise<Busy> {
  const before = await metrics(cdp);
  await setTimeout(seconds * 1000);
  const after = await metrics(cdp);
  const perSecond = (name: string) =>
    (1000 * (after(name) - before(name))) / (after('Timestamp') - before('Timestamp'));
  return { script: perSecond('ScriptDuration'), task: perSecond('TaskDuration') };
}

/** What a window has come to, by the names of `Performance.getMetrics`; times in seconds. */
export async function metrics(cdp: CDPSession): Promise<(name: string) => number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (name) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
}
