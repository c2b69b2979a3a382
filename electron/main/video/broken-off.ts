import { rm } from 'node:fs/promises';
import type { BrokenOffVideo, VideoResult } from '../../ipc/video';
import { isThere } from '../../free-name';
import { findFfmpeg } from '../../media/ffmpeg';
import { finishVideo } from './finish-video';
import { cutToFrames } from './cut-to-frames';
import { sizeOf } from './video-files';
import { isWritten, readNotes, removeNote, type VideoNote } from './video-note';

/** Videos that a crash broke off, by the notes in the folder `notes` (see `VideoJob`); what is gone is left out. */
export async function listBrokenOff(notes: string): Promise<BrokenOffVideo[]> {
  const broken: BrokenOffVideo[] = [];
  for (const note of await readNotes(notes)) {
    const { id, title, file, part } = note;
    if (isWritten(note)) continue;
    if (await isThere(part)) broken.push({ id, title, file, part, bytes: await sizeOf(part) });
    else await removeNote(notes, id);
  }
  return broken;
}

/** Makes a regular video of one, with its chapters; it takes a name of its own where its name is taken. */
export async function keepBrokenOff(notes: string, id: string): Promise<VideoResult> {
  const note = await noteOf(notes, id);
  const ffmpeg = await findFfmpeg();
  const frames = Math.min(note.frames.count, await cutToFrames(ffmpeg, note.part));
  return finishVideo(ffmpeg, { note, notes, frames, poster: null, force: false });
}

/** Deletes what is left of one. */
export async function deleteBrokenOff(notes: string, id: string): Promise<void> {
  const { part } = await noteOf(notes, id);
  for (const path of [part, `${part}.whole`]) await rm(path, { force: true });
  await removeNote(notes, id);
}

/** It has been offered and is to stay as it is: nobody is asked again. */
export async function forgetBrokenOff(notes: string, id: string): Promise<void> {
  await removeNote(notes, id);
}

async function noteOf(notes: string, id: string): Promise<VideoNote> {
  const note = (await readNotes(notes)).find((one) => one.id === id);
  if (!note) throw new Error(`${notes} holds no note ${id}`);
  return note;
}
