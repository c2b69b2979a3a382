import { rmSync } from 'node:fs';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { BadArgument, EXIT, readFlags } from '../flags/flag-value';
import { MediaCache } from '../media/cache';
import { findFfmpeg } from '../media/ffmpeg';
import { newInspector } from './inspector';
import { MediaError } from '../media/media-error';
import { ffmpegLine } from '../opened-lines';
import { say } from '../words';
import { reportFile, type FileReport } from './media-report/report-file';
import { stopSignal } from '../stop-signal';

/** `media-report FOLDER`: opens every file below a folder and prints what came of it; settles with the exit code. */
export async function mediaReport(args: readonly string[]): Promise<number> {
  const stop = stopSignal();
  try {
    const folder = readFolder(args);
    if (folder === null) {
      process.stdout.write(`${say('mediaReport.help')}\n`);
      return EXIT.done;
    }
    const files = await filesBelow(folder);
    const ffmpeg = await findFfmpeg();
    process.stdout.write(`${ffmpegLine(ffmpeg)}\n`);
    await reportAll(folder, files, { ffmpeg: () => Promise.resolve(ffmpeg), signal: stop.signal });
    return stop.signal.aborted ? stop.exitCode : EXIT.done;
  } catch (error) {
    if (!(error instanceof BadArgument || error instanceof MediaError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return error instanceof BadArgument ? EXIT.badArguments : EXIT.noMedia;
  } finally {
    stop.release();
  }
}

function readFolder(args: readonly string[]): string | null {
  const { values, positionals } = readFlags(args, { help: { type: 'boolean' } });
  if (values.help) return null;
  const [folder, extra] = positionals;
  if (folder === undefined) throw new BadArgument(say('mediaReport.noFolder'));
  if (extra !== undefined) throw new BadArgument(say('cli.unknown', { argument: extra }));
  return resolve(folder);
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: unknown) => {
      const reason = (error as NodeJS.ErrnoException).code ?? String(error);
      throw new BadArgument(say('mediaReport.unreadable', { folder, reason }));
    },
  );
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}

/** Prepared copies go to a folder of their own: a report neither fills nor uses what a person keeps. */
async function reportAll(
  folder: string,
  files: readonly string[],
  options: Pick<Parameters<typeof reportFile>[1], 'ffmpeg' | 'signal'>,
): Promise<void> {
  const own = await mkdtemp(join(tmpdir(), 'bufferscope-report-'));
  // Also when nobody reads on, which ends the process where it stands.
  process.once('exit', () => rmSync(own, { recursive: true, force: true }));
  const cache = new MediaCache(own, 0);
  const inspector = newInspector();
  const names = files.map((path) => relative(folder, path));
  const width = Math.max(...names.map(({ length }) => length), 0);
  try {
    for (const [i, path] of files.entries()) {
      if (options.signal.aborted) return;
      const report = await reportFile(path, { ...options, cache, inspector });
      process.stdout.write(`${(names[i] ?? '').padEnd(width)}  ${reportLine(report)}\n`);
    }
  } finally {
    inspector.close();
    await cache.close();
  }
}

/** What came of a file, in columns: outcome, seconds, megabytes, words. */
export function reportLine({ outcome, refused, seconds, peakBytes, words }: FileReport): string {
  const came = refused ? say('mediaReport.refused', { code: outcome }) : outcome;
  const memory = peakBytes === null ? '?' : (peakBytes / 1e6).toFixed(0);
  return `${came.padEnd(26)} ${seconds.toFixed(2).padStart(6)} s ${memory.padStart(5)} MB  ${words}`;
}
