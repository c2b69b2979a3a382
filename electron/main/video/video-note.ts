import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { makeFolder } from '../../make-folder';
import { videoOptionsSchema } from '../../../model/video/options';
import { processLives } from '../../media/cache-folder';
import { writeWhole } from '../../whole-file';

const count = z.number().int().nonnegative();

/** What is known of a video before its first frame is drawn, kept while it is written: enough to make it regular. */
export const videoNoteSchema = z.object({
  version: z.literal(1),
  id: z.uuid(),
  /** The process that writes it. */
  pid: z.number().int().positive(),
  title: z.string(),
  /** Where it is to be, and where it is while it is written; absolute. */
  file: z.string(),
  part: z.string(),
  options: videoOptionsSchema.pick({ format: true, captions: true }),
  frames: z.object({ fps: z.number().positive(), count, fromMs: z.number().nonnegative() }),
  /** Captions as WebVTT, one text a language; none where they are not to be in files. */
  captions: z.array(z.object({ language: z.string(), vtt: z.string() })),
  /** Title and chapters as ffmpeg reads them. */
  metadata: z.string(),
});
export type VideoNote = z.infer<typeof videoNoteSchema>;

const NOTE = '.json';

/** Videos that this process writes now: another one of the same number, before, wrote others. */
const ownVideos = new Set<string>();

/** Whether somebody still writes a video. */
export const isWritten = ({ id, pid }: VideoNote): boolean =>
  pid === process.pid ? ownVideos.has(id) : processLives(pid);

/** The files of one video in the folder of notes: the note itself, and what ffmpeg reads beside the pictures. */
export const besideNote = (folder: string, id: string, ending: string): string =>
  join(folder, `${id}${ending}`);

/** A note of a video that begins; whoever looks into the folder later finds it. */
export async function writeNote(
  folder: string,
  note: Omit<VideoNote, 'version' | 'id' | 'pid'>,
): Promise<VideoNote> {
  await makeFolder(folder);
  const whole: VideoNote = { version: 1, id: randomUUID(), pid: process.pid, ...note };
  await writeFile(besideNote(folder, whole.id, NOTE), JSON.stringify(whole), { flag: 'wx' });
  ownVideos.add(whole.id);
  return whole;
}

/** Replaces a note of this process by what is known now. */
export async function changeNote(folder: string, note: VideoNote): Promise<void> {
  await writeWhole(besideNote(folder, note.id, NOTE), JSON.stringify(note));
}

/** Removes all that the folder holds of a video. */
export async function removeNote(folder: string, id: string): Promise<void> {
  ownVideos.delete(id);
  for (const name of await readdir(folder).catch(() => [])) {
    if (name.startsWith(id)) await rm(join(folder, name), { force: true });
  }
}

/** All notes of a folder; what is none is left out. */
export async function readNotes(folder: string): Promise<VideoNote[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(NOTE));
  const notes = await Promise.all(names.map((name) => readNote(join(folder, name))));
  return notes.filter((note) => note !== null);
}

async function readNote(path: string): Promise<VideoNote | null> {
  try {
    return videoNoteSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}
