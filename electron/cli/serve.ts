import { findFfmpeg } from '../media/ffmpeg';
import { Server } from '../server/server';
import { say } from '../words';
import { BadFlag, serveFlags, type ServeFlags } from './serve/flags';
import { fileToServe, UnreadableFile } from './serve/files';
import { logLine, LogWriter } from './serve/log';

/** Exit codes. */
const ENDED = 0;
const BAD_ARGUMENTS = 2;
const NO_FILE = 3;
const NOT_LISTENING = 4;

/**
 * `serve`: the Server room's server in plain Node. Prints {"url","pid"} when it listens, logs to stderr, and settles
 * with the exit code when it was ended by SIGINT or SIGTERM or could not begin.
 */
export async function serve(args: readonly string[]): Promise<number> {
  try {
    const flags = serveFlags(args);
    if (flags) return await run(flags);
    process.stdout.write(`${say('serve.help')}\n`);
    return ENDED;
  } catch (error) {
    if (!(error instanceof BadFlag || error instanceof UnreadableFile)) throw error;
    process.stderr.write(`${error.message}\n`);
    return error instanceof BadFlag ? BAD_ARGUMENTS : NO_FILE;
  }
}

async function run(flags: ServeFlags): Promise<number> {
  const { port, model, seats, queueLimit } = flags;
  const [text, media, ffmpegPath] = await Promise.all([
    fileToServe('text', flags.text),
    flags.media === undefined ? null : fileToServe('media', flags.media),
    findFfmpeg().then(
      ({ path }) => path,
      () => null,
    ),
  ]);
  const feedSource = flags.feed ?? (media ? 'media' : 'test');
  const log = new LogWriter();
  const server = new Server(
    { port, model, seats, queueLimit, media, text, ffmpegPath, feedSource },
    { heard: (event) => log.write(logLine(event)), log: (line) => log.write(line) },
  );
  const ended = signalled();
  try {
    const { origin } = await server.listen();
    process.stdout.write(`${JSON.stringify({ url: origin, pid: process.pid })}\n`);
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    const key = code === 'EADDRINUSE' ? 'portTaken' : 'cannotListen';
    process.stderr.write(`${say(`serve.${key}`, { port, reason: code })}\n`);
    return NOT_LISTENING;
  }
  log.write(`${await ended}: ends`);
  await server.close();
  log.close();
  return ENDED;
}

/** The signal that asks us to end. */
function signalled(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, resolve);
  });
}
