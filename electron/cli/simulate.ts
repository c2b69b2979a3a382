import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { fitTo, refitted, SAMPLE_FIT } from '../../model/run/fit';
import { runSource } from '../../model/run/run-plan';
import { MediaError } from '../media/media-error';
import { BadArgument, EXIT } from '../flags/flag-value';
import { checkTogether } from '../flags/delivery-flags';
import { ffmpegLine, openedLine, refusalLines } from '../opened-lines';
import { printable } from '../printable';
import { say } from '../words';
import { readRequest, simulateHelp, type SimulateRequest } from './simulate/flags';
import { checkRunSize } from './simulate/run-size';
import { Progress } from './simulate/progress';
import { simulatedRun, type Simulated } from './simulate/runs';
import { ffmpegOfRun, openSimulated, type SourceInfo } from './simulate/source';
import { Summary } from './simulate/summary';
import { stopSignal } from '../stop-signal';

/** For how long runs go on before signals are listened to, ms. */
const TURN_MS = 50;

/** `simulate`: runs the methods over a link on a virtual clock and prints what they come to; settles with the exit code. */
export async function simulateCommand(args: readonly string[]): Promise<number> {
  const stop = stopSignal();
  const progress = new Progress(complain);
  try {
    const request = readRequest(args);
    if (!request) {
      process.stdout.write(`${simulateHelp()}\n`);
      return EXIT.done;
    }
    const { source, link } = request;
    // On stdout there is the answer alone.
    if (source.kind === 'file') complain(ffmpegLine(await ffmpegOfRun()));
    if (link.note !== null) complain(say('cli.link', { note: link.note }));
    const media = await openSimulated(source, (now) => progress.opening(now), stop.signal);
    if (source.kind === 'file') complain(openedLine(media));
    const run = fittedRun(request, media);
    checkTogether(run.settings, media.deliveredBytes);
    checkRunSize(run, request.output === 'log');
    await runAll(request, run, progress, stop.signal);
    return stop.signal.aborted ? stop.exitCode : EXIT.done;
  } catch (error) {
    if (stop.signal.aborted) return stop.exitCode;
    if (!(error instanceof BadArgument || error instanceof MediaError)) throw error;
    const said = error instanceof MediaError ? refusalLines(error) : error.message;
    for (const line of said.split('\n')) complain(line);
    return error instanceof BadArgument ? EXIT.badArguments : EXIT.noMedia;
  } finally {
    stop.release();
  }
}

/** What is run: as the flags say, or fitted to the source where they ask for that. */
function fittedRun({ source, settings, link, fit }: SimulateRequest, media: SourceInfo): Simulated {
  if (!fit) return { settings, link: link.spec, media };
  const even = source.kind === 'even';
  const { consumeRate } = even ? SAMPLE_FIT.sizes : source;
  const now = { ...settings, speed: 1, untilMs: null, verify: false, consumeRate } as const;
  // So many bytes for so long are as they are given: no rate at which they are read changes that.
  const next = fitTo(even ? { ...media, kind: 'media' } : media);
  const about = { sourceBytes: media.deliveredBytes, given: fit };
  const run = refitted({ settings: now, link: link.spec }, SAMPLE_FIT, next, about);
  const fitted = even ? media : runSource(media, run.settings.consumeRate);
  return { settings: run.settings, link: run.link, media: fitted };
}

async function runAll(
  request: SimulateRequest,
  run: Simulated,
  progress: Progress,
  stop: AbortSignal,
): Promise<void> {
  const summary = request.output === 'table' ? new Summary() : null;
  const { simulatedLog } = await import('./simulate/simulated-log');
  let done = 0;
  let turnMs = performance.now();
  if (!summary) process.stdout.write('{"runs":[');
  /** Lets signals in; false when one of them ends the command. */
  const goesOn = async (): Promise<boolean> => {
    await setImmediate();
    if (stop.aborted) return false;
    progress.runs(done, request.seeds.count);
    turnMs = performance.now();
    return true;
  };
  for (const seed of request.seeds) {
    const steps = simulatedRun(run, seed);
    let step = steps.next();
    while (!step.done) {
      if (performance.now() - turnMs >= TURN_MS && !(await goesOn())) return;
      step = steps.next();
    }
    const result = step.value;
    const log = request.output === 'log' ? simulatedLog(run, request.link.text, seed) : undefined;
    if (summary) summary.add(result);
    else await write(`${done > 0 ? ',' : ''}${JSON.stringify({ ...result.run, log })}`);
    done++;
  }
  await write(summary ? summary.text() : ']}\n');
}

/** A sentence on stderr. */
function complain(sentence: string): void {
  process.stderr.write(`${printable(sentence)}\n`);
}

/** Writes to stdout, and waits when whoever reads it does not keep up. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
