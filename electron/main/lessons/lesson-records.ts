import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { lessonRecordSchema, type LessonRecord } from '../../../model/lesson/record';
import { setAside, writeAtomically } from '../preferences/atomic-write';

const fileSchema = z.object({ records: z.array(z.unknown()).max(1000) });

/** What this user has done in lessons, in memory and on disk. */
export class LessonRecords {
  #records: LessonRecord[];

  constructor(private readonly path: string) {
    this.#records = read(path);
  }

  get all(): readonly LessonRecord[] {
    return this.#records;
  }

  keep(record: LessonRecord): void {
    this.#write([...this.#others(record.lesson), record]);
  }

  forget(lesson: string): void {
    this.#write(this.#others(lesson));
  }

  #others(lesson: string): LessonRecord[] {
    return this.#records.filter((record) => record.lesson !== lesson);
  }

  /** A disk that refuses costs the memory of it, not the session. */
  #write(records: LessonRecord[]): void {
    this.#records = records;
    try {
      writeAtomically(this.path, JSON.stringify({ records }) + '\n');
    } catch (error) {
      console.error(`Lessons could not be written to ${this.path}: ${String(error)}`);
    }
  }
}

/** A damaged file is set aside; of one that can be read, what is no record is left out. */
function read(path: string): LessonRecord[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return [];
  }
  try {
    const { records } = fileSchema.parse(JSON.parse(text));
    return records.flatMap((record) => {
      const parsed = lessonRecordSchema.safeParse(record);
      return parsed.success ? [parsed.data] : [];
    });
  } catch {
    setAside(path);
    return [];
  }
}
