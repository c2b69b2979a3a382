import type { Bridge } from '../../electron/ipc/contract';
import { formatLinkSpec } from '../../model/link/spec/spec';
import { planLine, RunLines } from '../../model/runs/run-lines';
import { keptPictures } from './keep-pictures';
import type { LiveRun } from './types';

/** What is new in a run is written this often, ms of wall time: a killed app loses no more. */
const WRITE_MS = 500;

/**
 * Keeps a run from the moment at which it starts to its end; main says whether it is to be kept, and writes it. What main
 * refuses ends the keeping and is told to `refused`, once.
 */
export function keepRun(
  run: LiveRun,
  bridge: Pick<Bridge, 'request'>,
  refused: (error: unknown) => void,
): void {
  const stop = run.subscribe(() => {
    if (run.state().phase !== 'running') return;
    stop();
    writeRun(run, bridge).catch(refused);
  });
}

async function writeRun(run: LiveRun, bridge: Pick<Bridge, 'request'>): Promise<void> {
  const begun = run.begun();
  const runId = begun.media.pictures ?? crypto.randomUUID();
  const plan = planLine(begun, Date.now());
  // From the first on, whatever main takes to answer.
  const pictures = keptPictures(run, bridge);
  const kept = await bridge.request('runs:begin', { runId, plan });
  if (kept === 'nothing') return pictures?.drop();
  // A run that has begun is waited for until it is over, also where there is nothing of it to keep.
  if (kept === 'pictures' && !pictures)
    return void (await bridge.request('runs:finish', { runId }));
  const lines = new RunLines(begun.link.spec);
  const write = async (news: string): Promise<void> => {
    if (kept === 'run' && news !== '') await bridge.request('runs:append', { runId, lines: news });
  };
  let refuse: (error: unknown) => void = () => undefined;
  const refusal = new Promise<never>((_, reject) => (refuse = reject));
  const timer = setInterval(() => {
    const lanes = run.lanes.map(({ log }) => log);
    const spec = formatLinkSpec(run.plan.link.spec);
    const soFar = { lanes, spec, outages: run.outages(), marks: run.marks() };
    write(lines.take(soFar)).catch(refuse);
    pictures?.write(runId).catch(refuse);
  }, WRITE_MS);
  let last: Promise<void> = Promise.resolve();
  try {
    await Promise.race([run.finished, refusal]);
    clearInterval(timer);
    await pictures?.finish(runId);
    last = write(lines.end(run.log()));
  } finally {
    clearInterval(timer);
    // Sent together, and whatever was refused before: main waits for the end of all that has begun.
    await Promise.all([last, bridge.request('runs:finish', { runId })]);
  }
}
