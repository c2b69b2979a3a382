import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron as electron } from '@playwright/test';
import type { Method } from '../../model/delivery/types';
import { runLogSchema, type LaneLog, type RunLog } from '../../model/run/schema';
import type { Machine } from './machine';
import { outputOf } from './output-of';
import type { ReadyWindow } from './window';

/** Runs the real app headless with these flags, at most this many seconds, and reads its report. */
export async function headlessRun(
  machine: Machine,
  flags: readonly string[],
  seconds = 180,
): Promise<RunLog> {
  const out = machine.fresh('out');
  const words = ['--headless', '--out', out, ...flags];
  const args = machine.commandLine(machine.tools.root, words);
  const env = machine.environment();
  const { ended, stderr } = await outputOf(machine.tools.executable, args, { env, seconds });
  if (ended !== 0) {
    throw new Error(`bufferscope ${flags.join(' ')} ended with ${ended}: ${stderr.slice(-400)}`);
  }
  return runLogSchema.parse(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')));
}

/** The same, with something else that is measured meanwhile in the window in which the run goes on. */
export async function headlessRunBeside<T>(
  machine: Machine,
  flags: readonly string[],
  beside: (window: ReadyWindow) => Promise<T>,
): Promise<{ log: RunLog; beside: T }> {
  const out = machine.fresh('out');
  const { root, executable } = machine.tools;
  const app = await electron.launch({
    executablePath: executable,
    args: [
      ...['-r', join(root, 'test/hold-ready.cjs')],
      ...machine.commandLine(root, ['--headless', '--out', out, ...flags]),
    ],
    env: machine.environment(),
    cwd: root,
  });
  try {
    const closed = app.waitForEvent('close', { timeout: 180_000 });
    const page = await app.firstWindow();
    const measured = await beside({ app, page });
    await closed;
    const text = readFileSync(join(out, 'report.json'), 'utf8');
    return { log: runLogSchema.parse(JSON.parse(text)), beside: measured };
  } finally {
    await app.close().catch(() => undefined);
  }
}

/** The lane of a method; it must be there and must not have failed. */
export function laneOf(log: RunLog, method: Method): LaneLog {
  const lane = log.lanes.find((each) => each.method === method);
  if (!lane) throw new Error(`The report has no lane ${method}`);
  if (lane.error) throw new Error(`${method}: ${lane.error.message}`);
  return lane;
}

/** When the first event of a kind happened, ms on the run's clock. */
export function momentOf(lane: LaneLog, kind: LaneLog['events'][number]['kind']): number {
  const event = lane.events.find((each) => each.kind === kind);
  if (!event) throw new Error(`${lane.method}: the log has no event ${kind}`);
  return event.tMs;
}
