import { readdirSync, readFileSync } from 'node:fs';

/** Process ids of the ffmpegs that this process started and that still run (Linux: from /proc). */
export function ffmpegChildren(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return stat.includes('(ffmpeg)') && Number(parent) === process.pid && state !== 'Z';
      } catch {
        return false;
      }
    });
}
