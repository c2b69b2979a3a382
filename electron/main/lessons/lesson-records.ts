import { z } from 'zod';
import { lessonRecordSchema, type LessonRecord } from '../../../model/lesson/record';
import { say } from '../../words';
import { readKept, writeAtomically } from '../preferences/atomic-write';

const fileSchema = z.object({ records: z.array(z.unknown()).max(1000) });

/** What this user has done in lessons, in memory and on disk. A damaged file is set aside, and nothing is known. */
export class LessonRecords {
  #records: LessonRecord[];
  /** What the user has not been told yet, one sentence; null for nothing. */
  #untold: string | null;
  #saysItCannotWrite = true;

  constructor(private readonly path: string) {
    const { value, damaged } = readKept(path, (json) => fileSchema.parse(json));
    // What is no record is left out.
    this.#records = (value?.records ?? []).flatMap((record) => {
      const parsed = lessonRecordSchema.safeParse(record);
      return parsed.success ? [parsed.data] : [];
    });
    this.#untold = damaged === null ? null : say('lessons.damaged', { path: damaged });
  }

  get all(): readonly LessonRecord[] {
    return this.#records;
  }

  /** That the file was damaged, once; null afterwards and where it was not. */
  takeUntold(): string | null {
    const sentence = this.#untold;
    this.#untold = null;
    return sentence;
  }

  /**
   * Keeps a record in the place of an earlier one of its lesson. A disk that refuses costs the memory of it, not the
   * session: once it throws a sentence that says so.
   */
  keep(record: LessonRecord): void {
    const others = this.#records.filter(({ lesson }) => lesson !== record.lesson);
    this.#records = [...others, record];
    try {
      writeAtomically(this.path, JSON.stringify({ records: this.#records }) + '\n');
      this.#saysItCannotWrite = true;
    } catch (error) {
      console.error(`Lessons could not be written to ${this.path}: ${String(error)}`);
      if (!this.#saysItCannotWrite) return;
      this.#saysItCannotWrite = false;
      const { code = String(error) } = error as NodeJS.ErrnoException;
      throw new Error(say('lessons.cannotKeep', { path: this.path, code }), { cause: error });
    }
  }
}
