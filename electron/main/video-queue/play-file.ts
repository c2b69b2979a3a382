import { stat } from 'node:fs/promises';
import { shell } from 'electron';
import { say } from '../../words';

/** Opens a video with what the system plays it by; the answer is why not, empty when it does. */
export async function playFile(file: string): Promise<string> {
  const isThere = await stat(file).then(
    (facts) => facts.isFile(),
    () => false,
  );
  if (!isThere) return say('videoExport.refused.fileGone', { path: file });
  const problem = await shell.openPath(file);
  return problem && say('videoExport.refused.noPlayer', { path: file, reason: problem });
}
