import { once } from 'node:events';
import { BadArgument, EXIT } from '../flags/flag-value';
import { findFfmpeg } from '../media/ffmpeg';
import { Server } from '../server/server';
import { cannotListen } from '../server/http/listen';
import { printable } from '../printable';
import { readServeRequest, serveHelp, type ServeRequest } from './serve/flags';
import { fileToServe, UnreadableFile } from './serve/files';
import { logLine, LogWriter } from './serve/log';
import { stopSignal } from '../stop-signal';

/**
 * `serve`: the Server room's server in plain Node. Prints {"url","pid"} when it listens, logs to stderr, and settles
 * with the exit code when it was ended by SIGINT or SIGTERM or could not begin.
 */
export async function serve(args: readonly string[]): Promise<number> {
  try {
    const request = readServeRequest(args);
    if (request) return await run(request);
    process.stdout.write(`${serveHelp()}\n`);
    return EXIT.done;
  } catch (error) {
    if (!(error instanceof BadArgument || error instanceof UnreadableFile)) throw error;
    process.stderr.write(`${printable(error.message)}\n`);
    return error instanceof BadArgument ? EXIT.badArguments : EXIT.noMedia;
  }
}

async function run(request: ServeRequest): Promise<number> {
  const { port, model, seats, queueLimit } = request;
  const [text, media, ffmpegPath] = await Promise.all([
    fileToServe('text', request.text),
    request.media === undefined ? null : fileToServe('media', request.media),
    findFfmpeg().then(
      ({ path }) => path,
      () => null,
    ),
  ]);
  const feedSource = request.feed ?? (media ? 'media' : 'test');
  const log = new LogWriter();
  const server = new Server(
    { port, model, seats, queueLimit, media, text, ffmpegPath, feedSource },
    { heard: (event) => log.write(logLine(event)), log: (line) => log.write(line) },
  );
  const stop = stopSignal();
  try {
    const { origin } = await server.listen();
    process.stdout.write(`${JSON.stringify({ url: origin, pid: process.pid })}\n`);
  } catch (error) {
    process.stderr.write(`${cannotListen(port, error)}\n`);
    return EXIT.laneFailed;
  }
  if (!stop.signal.aborted) await once(stop.signal, 'abort');
  await server.close();
  log.close();
  // Ending it is how it is used: no failure, whatever the signal.
  return EXIT.done;
}
