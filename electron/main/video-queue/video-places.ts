import { randomUUID } from 'node:crypto';
import { basename, dirname, extname, join } from 'node:path';
import { isThere } from '../../free-name';
import type { VideoFormat } from '../../../model/video/options';
import { safeName } from '../links/file-name';

/** Where a video is to be. */
export interface Place {
  /** Absolute. */
  path: string;
  /** A file is there, and a person has said that it may be replaced. */
  replaces: boolean;
}

/** So many tickets are remembered; a form asks for a few. */
const MAX_TICKETS = 200;

/**
 * Places for videos, each under a ticket: a window names no path by itself. Only what a person chose in a dialog
 * replaces a file.
 */
export class VideoPlaces {
  readonly #places = new Map<string, Place>();

  /** `taken` tells of paths that other videos are to have. */
  constructor(private readonly taken: (path: string) => boolean) {}

  /** The place of a ticket; undefined when it is none. */
  of(ticket: string): Place | undefined {
    return this.#places.get(ticket);
  }

  /** A free name in a folder; of a name of which nothing can be kept, "video". */
  async propose(folder: string, name: string, format: VideoFormat): Promise<string> {
    return this.#free(join(folder, `${safeName(name) || 'video'}.${format}`));
  }

  /** The place of an earlier ticket with the ending of this format; null when the ticket is none. */
  async withFormat(ticket: string, format: VideoFormat): Promise<string | null> {
    const place = this.#places.get(ticket);
    if (!place) return null;
    const { path } = place;
    const ending = `.${format}`;
    if (extname(path).toLowerCase() === ending) return ticket;
    return this.#free(path.slice(0, path.length - extname(path).length) + ending);
  }

  /** What a person chose in a dialog that asked before replacing; a name gets the ending of its format. */
  async chosen(path: string, format: VideoFormat): Promise<string> {
    const ending = `.${format}`;
    if (extname(path).toLowerCase() !== ending) return this.#free(path + ending);
    if (this.taken(path)) return this.#free(path);
    return this.#give({ path, replaces: await isThere(path) });
  }

  async #free(wanted: string): Promise<string> {
    const extension = extname(wanted);
    const stem = join(dirname(wanted), basename(wanted, extension));
    let path = wanted;
    for (let number = 2; this.taken(path) || (await isThere(path)); number += 1) {
      path = `${stem} (${String(number)})${extension}`;
    }
    return this.#give({ path, replaces: false });
  }

  #give(place: Place): string {
    const ticket = randomUUID();
    this.#places.set(ticket, place);
    const [oldest] = this.#places.keys();
    if (this.#places.size > MAX_TICKETS && oldest !== undefined) this.#places.delete(oldest);
    return ticket;
  }
}
