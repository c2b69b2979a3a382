import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import { constants, createGunzip } from 'node:zlib';
import { MAX_RUN_BYTES, type KeptRun } from '../../model/runs/kept-lines';
import { KeptRunReader } from '../../model/runs/read-lines';
import { parseRunLog, RunLogError } from '../../model/run/migrate';
import { messageOf } from '../../model/message-of';
import { say } from '../words';

/** Why a file is no run, one sentence that names it. */
export class RunFileError extends Error {
  override readonly name = 'RunFileError';
}

/** More text than a run may have; a packed file of a few kB may hold any amount. */
class TooLarge extends Error {}

/** JSON that people take for a run, and why it is none: it holds no lanes that a run could be made of. */
class OtherKind extends Error {
  constructor(readonly kind: 'har' | 'trace') {
    super(kind);
  }
}

/** HAR holds a `log` with `entries` (HAR 1.2); the Trace Event Format holds `traceEvents`. */
function otherKind(json: unknown): OtherKind['kind'] | null {
  if (typeof json !== 'object' || json === null) return null;
  if ('traceEvents' in json) return 'trace';
  const { log } = json as { log?: unknown };
  return typeof log === 'object' && log !== null && 'entries' in log ? 'har' : null;
}

const MB = 1e6;
const GZIP = [0x1f, 0x8b];

/** How every kept run begins; a report does not. */
const PLAN = '{"line":"plan"';

/**
 * Reads a run from a file: a kept run, packed or not, or the report.json of a run. Memory is bounded by
 * MAX_RUN_BYTES of text whatever the file holds. Throws a RunFileError.
 */
export async function readRunFile(path: string): Promise<KeptRun> {
  const name = basename(path);
  const refused = (key: string, gaps: Record<string, string> = {}): RunFileError =>
    new RunFileError(say(`runs.refused.${key}`, { name, ...gaps }));
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
    // A pipe of that name would be waited for without end.
    if (!(await file.stat()).isFile()) throw refused('noFile');
    return await readOpen(file);
  } catch (error) {
    if (error instanceof RunFileError) throw error;
    if (error instanceof TooLarge) throw refused('tooLarge', { most: String(MAX_RUN_BYTES / MB) });
    if (error instanceof OtherKind) throw refused(error.kind);
    if (error instanceof RunLogError) throw new RunFileError(`${name}: ${error.message}`);
    if (error instanceof SyntaxError) throw refused('notJson');
    const code = (error as NodeJS.ErrnoException).code ?? messageOf(error);
    throw refused(code.startsWith('Z_') ? 'notPacked' : 'unreadable', { code });
  } finally {
    await file?.close().catch(() => undefined);
  }
}

async function readOpen(file: FileHandle): Promise<KeptRun> {
  const start = Buffer.alloc(GZIP.length);
  await file.read(start, 0, start.length, 0);
  const packed = GZIP.every((byte, i) => start[i] === byte);
  const raw = file.createReadStream({ start: 0, autoClose: false });
  const text = new RunText();
  let failure: unknown = null;
  const take = async (blocks: AsyncIterable<Buffer>): Promise<void> => {
    try {
      for await (const block of blocks) text.take(block);
    } catch (error) {
      // The pipeline itself would tell no more than that it was left.
      failure ??= error;
      throw error;
    }
  };
  // What was cut off in its last block still gives all that came before.
  const unpacked = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
  await (packed ? pipeline(raw, unpacked, take) : pipeline(raw, take)).catch((error: unknown) => {
    throw failure ?? error;
  });
  return text.run();
}

/** The text of a run as it comes, block by block: the lines of a kept run, or a report. */
class RunText {
  readonly #decoder = new StringDecoder('utf8');
  readonly #reader = new KeptRunReader();
  /** What has come since the last end of a line; of a report all of it. */
  #pieces: string[] = [];
  #bytes = 0;
  #isKept: boolean | null = null;

  take(block: Buffer): void {
    this.#bytes += block.length;
    if (this.#bytes > MAX_RUN_BYTES) throw new TooLarge();
    const text = this.#decoder.write(block);
    this.#isKept ??= text.startsWith(PLAN);
    if (!this.#isKept || !text.includes('\n')) {
      this.#pieces.push(text);
      return;
    }
    const lines = [...this.#pieces, text].join('').split('\n');
    this.#pieces = [lines.pop() ?? ''];
    for (const line of lines) this.#reader.line(line);
  }

  /** The run, once all of it has come. */
  run(): KeptRun {
    const rest = this.#pieces.join('') + this.#decoder.end();
    if (this.#isKept) {
      this.#reader.line(rest);
      return this.#reader.run();
    }
    const json: unknown = JSON.parse(rest);
    const kind = otherKind(json);
    if (kind !== null) throw new OtherKind(kind);
    const log = parseRunLog(json);
    return { name: '', pinned: false, startedMs: null, brokenOff: false, log };
  }
}
