import type { ReadyWindow } from './window';

/** Processor time of an app's processes, in cores, in all and by kind of process. */
export interface Cores {
  all: number;
  byProcess: Record<string, number>;
}

/** What the processes of an app take while something is waited for. */
export async function coresDuring(
  window: Pick<ReadyWindow, 'app'>,
  during: () => Promise<unknown>,
): Promise<Cores> {
  const before = await secondsOf(window);
  const began = performance.now();
  await during();
  const after = await secondsOf(window);
  const tookS = (performance.now() - began) / 1000;
  const byProcess: Record<string, number> = {};
  for (const [pid, { kind, seconds }] of after) {
    const cores = (seconds - (before.get(pid)?.seconds ?? 0)) / tookS;
    byProcess[kind] = (byProcess[kind] ?? 0) + cores;
  }
  return { all: Object.values(byProcess).reduce((sum, each) => sum + each, 0), byProcess };
}

/** Processor time of each process of an app since it began, seconds. */
async function secondsOf({
  app,
}: Pick<ReadyWindow, 'app'>): Promise<Map<number, { kind: string; seconds: number }>> {
  const metrics = await app.evaluate((electron) =>
    electron.app.getAppMetrics().map(({ pid, type, name, cpu }) => ({
      pid,
      kind: type === 'Utility' ? (name ?? type) : type,
      seconds: cpu.cumulativeCPUUsage ?? NaN,
    })),
  );
  return new Map(metrics.map(({ pid, ...rest }) => [pid, rest]));
}
