import { systemPreferences } from 'electron';

const SYSTEM_NAMES = { video: 'camera', audio: 'microphone' } as const;

/** Whether the system lets this app use cameras and microphones; macOS asks the person the first time, no other does. */
export async function systemAllows(media: readonly ('video' | 'audio')[]): Promise<boolean> {
  if (process.platform !== 'darwin') return true;
  for (const kind of media) {
    if (!(await systemPreferences.askForMediaAccess(SYSTEM_NAMES[kind]))) return false;
  }
  return true;
}
