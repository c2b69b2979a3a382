import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { MediaFile, RunLog } from '../../../model/run/schema';
import { mediaUrl } from '../../ipc/app-url';

type LoggedMedia = RunLog['media'];

/** Media files of opened runs, each under an id: the window reads these files and no other. */
export class RecordedMedia {
  readonly #opened = new Map<string, LoggedMedia>();
  /** The pictures of cameras that were kept beside their runs. */
  readonly #kept = new Map<string, string>();
  readonly #paths = new Map<string, string>();

  /**
   * A run has been opened; returns the id under which its pictures can be asked for. `kept` is the file of its
   * camera's pictures beside it, null where there is none.
   */
  open(media: LoggedMedia, kept: string | null = null): string {
    const id = randomUUID();
    this.#opened.set(id, media);
    if (kept !== null) this.#kept.set(id, kept);
    return id;
  }

  /** Where the media file of an opened run is served; null unless it is still there, unchanged and media. */
  async urlOf(id: string): Promise<string | null> {
    const { kind, file, deliveredSha256 = null } = this.#opened.get(id) ?? {};
    const kept = this.#kept.get(id);
    if (kept !== undefined) {
      this.#paths.set(id, kept);
      return mediaUrl(id);
    }
    if (kind !== 'media' || !file || (await findChange(file, deliveredSha256)) !== null)
      return null;
    // A log may come from anywhere: what it names is handed out only when it really holds picture or sound.
    const { readContainer } = await import('../../media/container');
    if (!(await readContainer(file.path).catch(() => null))) return null;
    this.#paths.set(id, file.path);
    return mediaUrl(id);
  }

  /** What the log of an opened run says of its media; undefined when no run has that id. */
  mediaOf(id: string): LoggedMedia | undefined {
    return this.#opened.get(id);
  }

  /** The file of an id; undefined when there is none. */
  pathOf(id: string): string | undefined {
    return this.#paths.get(id);
  }
}

/**
 * What has become of a file since it was logged, by its size and date, and of a run that was verified by what the file
 * holds; null while it is the same.
 */
export async function findChange(
  { path, bytes, changedMs }: Pick<MediaFile, 'path' | 'bytes' | 'changedMs'>,
  sha256: string | null,
): Promise<'gone' | 'changed' | null> {
  const facts = await stat(path).catch(() => null);
  if (!facts?.isFile()) return 'gone';
  if (facts.size !== bytes || facts.mtimeMs !== changedMs) return 'changed';
  if (sha256 === null) return null;
  const { sha256File } = await import('../../media/hash');
  return (await sha256File(path).catch(() => null)) === sha256 ? null : 'changed';
}
