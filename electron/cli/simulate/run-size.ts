import { countFigure } from '../../../model/figures';
import { BadArgument } from '../../flags/flag-value';
import { say } from '../../words';
import type { Simulated } from './runs';
import { SAMPLE_EVERY_MS } from './simulated-log';

/** Chunks of a source that is simulated, at most: about half a second for each method. */
const MAX_CHUNKS = 1_000_000;

/** Samples of a lane in a log, at most: a day of the run's clock. */
const MAX_SAMPLES = 864_000;

/** Throws BadArgument for a run that would take minutes or more memory than there is; `withLog` when its log is wanted. */
export function checkRunSize({ settings, link, media }: Simulated, withLog: boolean): void {
  const chunks = Math.ceil(media.deliveredBytes / settings.chunkBytes);
  if (chunks > MAX_CHUNKS) {
    throw new BadArgument(say('simulateCli.tooManyChunks', counted({ chunks, most: MAX_CHUNKS })));
  }
  const lastsMs = (media.durationS + media.deliveredBytes / link.rate) * 1000;
  if (withLog && lastsMs / SAMPLE_EVERY_MS > MAX_SAMPLES) {
    const hours = (MAX_SAMPLES * SAMPLE_EVERY_MS) / 3_600_000;
    throw new BadArgument(say('simulateCli.tooLongForLog', { hours }));
  }
}

/** Counts with their thousands apart. */
function counted(counts: Record<string, number>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(counts).map(([name, count]) => [name, countFigure(count)]),
  );
}
