import type { Bridge } from '../../electron/ipc/contract';
import { planLine, RunLines } from '../../model/runs/run-lines';
import type { LiveRun } from './types';

/** What is new in a run is written this often, ms of wall time: a killed app loses no more. */
const WRITE_MS = 500;

/** Keeps a run from the moment at which it starts to its end; main says whether it is to be kept, and writes it. */
export function keepRun(run: LiveRun, bridge: Pick<Bridge, 'request'>): void {
  const stop = run.subscribe(() => {
    if (run.state().phase !== 'running') return;
    stop();
    void writeRun(run, bridge);
  });
}

async function writeRun(run: LiveRun, bridge: Pick<Bridge, 'request'>): Promise<void> {
  const runId = crypto.randomUUID();
  const plan = planLine(run.begun(), Date.now());
  if (!(await bridge.request('runs:begin', { runId, plan }))) return;
  const lines = new RunLines();
  const write = (news: string): void => {
    if (news !== '') void bridge.request('runs:append', { runId, lines: news });
  };
  const timer = setInterval(() => {
    const lanes = run.lanes.map(({ log }) => log);
    write(lines.take({ lanes, outages: run.outages(), marks: run.marks() }));
  }, WRITE_MS);
  await run.finished;
  clearInterval(timer);
  write(lines.end(run.log()));
  await bridge.request('runs:finish', { runId });
}
