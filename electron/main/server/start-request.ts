import type { MediaInfo } from '../../../model/media/types';
import type { RequestPayload } from '../../ipc/contract';
import type { ServerConfig } from '../../ipc/server-port';
import { findFfmpeg } from '../../media/ffmpeg';
import { servedFiles } from './served-files';

/** Requests that may wait before the next one is refused with 503. */
const QUEUE_LIMIT = 50;

/** The configuration of a server that the window asks for; without ffmpeg only its camera has pictures to feed. */
export async function configFor(
  { port, model, seats, watchdogMs, feedSource }: RequestPayload<'server:start'>,
  media: MediaInfo | null,
): Promise<ServerConfig> {
  const ffmpegPath = await findFfmpeg().then(
    ({ path }) => path,
    () => null,
  );
  return {
    port,
    model,
    seats,
    watchdogMs,
    queueLimit: QUEUE_LIMIT,
    ...servedFiles(media),
    ffmpegPath,
    feedSource,
  };
}
