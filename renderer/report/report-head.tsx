import type { ReactElement } from 'react';
import type { LiveSettings } from '../../model/camera/types';
import { secondsFigure, sizeFigure } from '../../model/figures';
import { liveOfLog, type RunLog } from '../../model/run/schema';
import { formatBytes } from '../../model/units';
import { say } from '../ui/words';
import { kindOf } from '../../model/source/kinds';

const TITLES = { file: 'report.title', live: 'report.camera.title' } as const;

/** What a report is called. */
export function reportTitle(log: RunLog): string {
  return say(TITLES[kindOf(log.media).view.story], { name: log.media.name });
}

/** What was delivered over which link, and how the run was set. */
export function ReportHead({ log }: { log: RunLog }): ReactElement {
  const { media, link, settings } = log;
  const live = liveOfLog(log);
  const made = {
    bytes: sizeFigure(media.deliveredBytes),
    seconds: secondsFigure(media.durationS * 1000),
    container: media.container,
    codecs: media.codecs.join(', '),
  };
  return (
    <>
      <h1>{reportTitle(log)}</h1>
      <p>
        {live
          ? say('report.camera.media', made)
          : `${say('report.media', made)}. ${media.prepared ?? say('report.asItIs')}`}
      </p>
      <p>{say('report.link', { spec: link.spec, seed: link.seed, speed: settings.speed })}</p>
      <p>{live ? liveSettings(live) : fileSettings(log)}</p>
    </>
  );
}

function liveSettings({ recordS, reserveS }: LiveSettings): string {
  return say('report.camera.settings', {
    record: secondsFigure(recordS * 1000),
    reserve: secondsFigure(reserveS * 1000),
  });
}

function fileSettings({ settings }: RunLog): string {
  return say('report.settings', {
    chunk: formatBytes(settings.chunkBytes),
    readAhead: settings.readAheadChunks,
    prefetch: formatBytes(settings.prefetchBytes),
    resume: formatBytes(settings.resumeBytes ?? settings.prefetchBytes),
    maxAhead: formatBytes(settings.maxAheadBytes),
    streamingAhead: formatBytes(settings.streamingAheadBytes ?? 2 * settings.chunkBytes),
  });
}
