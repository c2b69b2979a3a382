import { randomUUID } from 'node:crypto';
import { readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { makeFolder } from '../make-folder';
import { readEntry, writeNote, type CacheEntry, type Made } from './cache-entry';
import { folderBytes, openFolder, processLives } from './cache-folder';

/** A folder being made: `<key>.<pid>.<n>.part`. A folder in use: a marker `<key>.<pid>.use` beside it. */
const PART = /\.(\d+)\.[^.]+\.part$/;
const USE = /\.(\d+)\.use$/;

/**
 * Prepared media and samples, one folder an entry, made under another name and then renamed, so that what
 * is there is whole. Over the cap (bytes) the entries used longest ago go first, never one that is in use
 * by this or another living process.
 */
export class MediaCache {
  #closed = false;
  #dir: string;
  /** Made for this session, since nothing could be written where the cache should be. */
  #borrowed = false;

  constructor(
    dir: string,
    private capBytes = 5e9,
  ) {
    this.#dir = dir;
  }

  /** The folder that holds the entries. */
  get dir(): string {
    return this.#dir;
  }

  /**
   * Makes the folder and removes what dead processes left unfinished. Where nothing can be written, a folder for this
   * session alone takes its place; throws when there is not even that. Call once at start.
   */
  async open(): Promise<void> {
    const { folder, borrowed } = await openFolder(this.#dir, 'bufferscope-cache-');
    this.#dir = folder;
    this.#borrowed = borrowed;
    for (const name of await this.#names()) {
      const pid = (PART.exec(name) ?? USE.exec(name))?.[1];
      if (pid !== undefined && !processLives(Number(pid))) await this.#remove(name);
    }
    await this.#evict();
  }

  /** A new cap, bytes; evicts at once what is over it. */
  async setCap(capBytes: number): Promise<void> {
    this.capBytes = capBytes;
    await this.#evict();
  }

  /** The entry of this key, held until release, or null when it has to be made; one that is not whole is removed. */
  async find(key: string): Promise<CacheEntry | null> {
    await this.#hold(key);
    const entry = await readEntry(join(this.dir, key));
    if (entry) {
      const now = new Date();
      await utimes(join(this.dir, key), now, now);
    } else {
      await this.discard(key);
    }
    return entry;
  }

  /** Removes an entry that turned out to be of no use. */
  async discard(key: string): Promise<void> {
    await this.#remove(key);
    await this.#unhold(key);
  }

  /**
   * Makes an entry: `make` writes one file into the folder it is given and tells its name and note. The entry
   * is held until release; `own` is what was told, null when another process was first. When `make` throws, nothing
   * is left.
   */
  async make<Told extends Made>(
    key: string,
    make: (folder: string) => Promise<Told>,
  ): Promise<CacheEntry & { own: Told | null }> {
    const part = join(this.dir, `${key}.${process.pid}.${randomUUID().slice(0, 8)}.part`);
    await makeFolder(part);
    try {
      const told = await make(part);
      await writeNote(part, told);
      if (this.#closed) throw new Error('The cache was closed.');
      await this.#hold(key);
      const { isOwn, ...entry } = await this.#install(part, key);
      await this.#evict();
      return { ...entry, own: isOwn ? told : null };
    } catch (error) {
      await rm(part, { recursive: true, force: true });
      throw error;
    }
  }

  /** The delivered file is no longer needed: it may be evicted. Paths outside the cache are ignored. */
  async release(path: string): Promise<void> {
    if (dirname(dirname(resolve(path))) !== resolve(this.dir)) return;
    await this.#unhold(basename(dirname(resolve(path))));
    await this.#evict();
  }

  /** Releases everything and removes this process's unfinished files. Call on quit. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#borrowed) return rm(this.dir, { recursive: true, force: true });
    for (const name of await this.#names()) {
      const pid = (PART.exec(name) ?? USE.exec(name))?.[1];
      if (Number(pid) === process.pid) await this.#remove(name);
    }
  }

  /** Puts a finished folder in its place, unless another process was first; a broken one there gives way. */
  async #install(part: string, key: string): Promise<CacheEntry & { isOwn: boolean }> {
    const place = join(this.dir, key);
    let isOwn = true;
    try {
      await rename(part, place);
    } catch {
      isOwn = (await readEntry(place)) === null;
      if (isOwn) {
        await rm(place, { recursive: true, force: true });
        await rename(part, place);
      }
    }
    await rm(part, { recursive: true, force: true });
    const entry = await readEntry(place);
    if (!entry) throw new Error(`The cache entry ${key} vanished.`);
    return { ...entry, isOwn };
  }

  async #evict(): Promise<void> {
    const names = await this.#names();
    const used = new Set<string>();
    for (const name of names) {
      const pid = USE.exec(name)?.[1];
      if (pid !== undefined && processLives(Number(pid))) used.add(name.replace(USE, ''));
    }
    const entries = [];
    for (const name of names.filter((each) => !PART.test(each) && !USE.test(each))) {
      const path = join(this.dir, name);
      const facts = await stat(path).catch(() => null);
      if (facts) entries.push({ name, bytes: await folderBytes(path), usedMs: facts.mtimeMs });
    }
    let total = entries.reduce((sum, { bytes }) => sum + bytes, 0);
    for (const { name, bytes } of entries.sort((a, b) => a.usedMs - b.usedMs)) {
      if (total <= this.capBytes) return;
      if (used.has(name)) continue;
      await this.#remove(name);
      total -= bytes;
    }
  }

  async #hold(key: string): Promise<void> {
    await writeFile(join(this.dir, `${key}.${process.pid}.use`), '');
  }

  async #unhold(key: string): Promise<void> {
    await rm(join(this.dir, `${key}.${process.pid}.use`), { force: true });
  }

  async #names(): Promise<string[]> {
    return readdir(this.dir).catch(() => []);
  }

  async #remove(name: string): Promise<void> {
    await rm(join(this.dir, name), { recursive: true, force: true });
  }
}
