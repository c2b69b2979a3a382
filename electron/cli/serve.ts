import { once } from 'node:events';
import { BadArgument, EXIT } from '../flags/flag-value';
import { findFfmpeg } from '../media/ffmpeg';
import { Box } from '../box/box';
import type { BoxSettings } from '../ipc/box-port';
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

/** A box before the server at `target`. */
async function openBox(
  target: string,
  settings: BoxSettings,
): Promise<{ box: Box; origin: string }> {
  const box = new Box(target);
  box.settings = settings;
  const { origin } = await box.listen();
  return { box, origin };
}

async function run(request: ServeRequest): Promise<number> {
  const { port, model, seats, queueLimit, watchdogMs } = request;
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
    { port, model, seats, watchdogMs, queueLimit, media, text, ffmpegPath, feedSource },
    { heard: (event) => log.write(logLine(event)), log: (line) => log.write(line) },
  );
  const stop = stopSignal();
  let boxed: Box | null;
  try {
    const { origin } = await server.listen();
    const box = request.box && (await openBox(origin, request.box));
    const told = { url: origin, pid: process.pid, ...(box && { box: box.origin }) };
    boxed = box?.box ?? null;
    process.stdout.write(`${JSON.stringify(told)}\n`);
  } catch (error) {
    process.stderr.write(`${cannotListen(port, error)}\n`);
    return EXIT.laneFailed;
  }
  if (!stop.signal.aborted) await once(stop.signal, 'abort');
  await boxed?.close();
  await server.close();
  log.close();
  // Ending it is how it is used: no failure, whatever the signal.
  return EXIT.done;
}
