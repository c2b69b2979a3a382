import { secondsFigure, sizeFigure } from '../../model/figures';
import type { RunLog } from '../../model/run/schema';
import { formatBytes } from '../../model/units';
import { say } from '../ui/words';
import type { KindReport } from './kind-report';

/** What the report says of a file. */
export const FILE_REPORT: KindReport = {
  title: ({ media: { name } }) => say('report.title', { name }),
  media: ({ media }) =>
    `${say('report.media', madeOf(media))}. ${media.prepared ?? say('report.asItIs')}`,
  settings: ({ settings }) =>
    say('report.settings', {
      chunk: formatBytes(settings.chunkBytes),
      readAhead: settings.readAheadChunks,
      prefetch: formatBytes(settings.prefetchBytes),
      resume: formatBytes(settings.resumeBytes ?? settings.prefetchBytes),
      maxAhead: formatBytes(settings.maxAheadBytes),
      streamingAhead: formatBytes(settings.streamingAheadBytes ?? 2 * settings.chunkBytes),
    }),
  figures: () => say('report.whatPlayerLag'),
  notPredicted: () => '',
};

/** The figures of what was delivered. */
export const madeOf = ({
  deliveredBytes,
  durationS,
  container,
  codecs,
}: RunLog['media']): Record<string, string> => ({
  bytes: sizeFigure(deliveredBytes),
  seconds: secondsFigure(durationS * 1000),
  container,
  codecs: codecs.join(', '),
});
