import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { lessonNameOf, OWN_LESSON } from '../../../model/lesson/file-name';
import type { CurveOf } from '../../../model/link/types';
import { ownValue } from '../../../model/own-value';
import type { OwnLesson } from '../../ipc/own-lesson-requests';
import { MANIFEST, manifestSchema, type Manifest } from '../../lessons/packed/manifest';
import { unpackLesson } from '../../lessons/packed/read-packed';
import { writePacked } from '../../lessons/packed/write-packed';
import type { LessonFiles } from './lesson-files';

interface PackedLessonsParts {
  files: LessonFiles;
  curveOf: CurveOf;
  /** Where lessons that were opened are kept, each in a folder of its own. */
  store: string;
  /** Hears how far packing is, 0 to 1. */
  progress: (share: number) => void;
}

/** Lessons that came with their media in one file: they stay once they have been opened. */
export class PackedLessons {
  #stop: AbortController | null = null;

  constructor(private readonly parts: PackedLessonsParts) {}

  /** Those that were opened, by name. */
  list(language: string): OwnLesson[] {
    return this.#manifests()
      .map(({ folder, manifest }): OwnLesson => {
        const { lesson: file, files } = manifest;
        // A file that is not in it is looked for nowhere else.
        const fileOf = (named: string): string => join(folder, ownValue(files, named) ?? '-');
        const place = { folder, file, fileOf };
        return { ...this.parts.files.listed(idOf(file), place, language), file, from: 'packed' };
      })
      .sort((a, b) => a.file.localeCompare(b.file));
  }

  /** Unpacks the lesson of a file, in the place of an earlier one of its name; null when it was stopped. */
  async open(path: string): Promise<string | null> {
    return this.#stoppable(async (signal) => {
      const folderOf = ({ lesson }: Manifest): string => this.#folderOf(lesson);
      const { manifest } = await unpackLesson(path, folderOf, signal);
      return idOf(manifest.lesson);
    });
  }

  /** Writes a lesson of a folder with its media to a file; null when it was stopped. */
  async write(lesson: { folder: string; file: string }, to: string): Promise<string | null> {
    const { curveOf, progress } = this.parts;
    return this.#stoppable(async (signal) => {
      await writePacked(to, { ...lesson, curveOf, signal, onProgress: progress });
      return to;
    });
  }

  /** Stops what is being packed or unpacked. */
  stop(): void {
    this.#stop?.abort();
  }

  /** Removes what was unpacked of a lesson. */
  async remove(id: string): Promise<void> {
    const found = this.#manifests().find(({ manifest }) => idOf(manifest.lesson) === id);
    if (found) await rm(found.folder, { recursive: true, force: true });
  }

  async #stoppable(work: (signal: AbortSignal) => Promise<string>): Promise<string | null> {
    this.#stop?.abort();
    const own = new AbortController();
    this.#stop = own;
    try {
      return await work(own.signal);
    } catch (error) {
      if (own.signal.aborted) return null;
      throw error;
    } finally {
      if (this.#stop === own) this.#stop = null;
    }
  }

  /** A name of any script and length is the name of a folder so. */
  #folderOf(lesson: string): string {
    return join(this.parts.store, createHash('sha256').update(lesson).digest('hex').slice(0, 24));
  }

  #manifests(): { folder: string; manifest: Manifest }[] {
    let names: string[];
    try {
      names = readdirSync(this.parts.store).filter((name) => !name.endsWith('.part'));
    } catch {
      return [];
    }
    return names.flatMap((name) => {
      const folder = join(this.parts.store, name);
      try {
        const text = readFileSync(join(folder, MANIFEST), 'utf8');
        return [{ folder, manifest: manifestSchema.parse(JSON.parse(text)) }];
      } catch {
        // Not one of ours.
        return [];
      }
    });
  }
}

const idOf = (file: string): string => `${OWN_LESSON}${lessonNameOf(file)}`;
