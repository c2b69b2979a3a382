import type { Readable } from 'node:stream';
import { writeLog } from './log-file';

/** Characters of one process that the log keeps: one that says the same for ever does not push out the others. */
const MAX_SAID = 64_000;

/** Logs what a process of ours writes, line by line, and passes all of it on to our own output. */
export function logSaid(from: string, output: Readable | null, passTo: NodeJS.WriteStream): void {
  let left = MAX_SAID;
  let begun = '';
  const say = (text: string): void => {
    if (text.trim() === '' || left <= 0) return;
    left -= text.length;
    writeLog('warn', from, 'said', text);
    if (left <= 0) writeLog('warn', from, 'said more, which is not kept');
  };
  output?.setEncoding('utf8').on('data', (text: string) => {
    passTo.write(text);
    const lines = (begun + text).split('\n');
    begun = (lines.pop() ?? '').slice(0, MAX_SAID);
    lines.forEach(say);
  });
  output?.on('end', () => say(begun));
}
