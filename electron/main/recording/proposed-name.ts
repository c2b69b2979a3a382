import { say } from '../../words';

/** The name that is proposed for a recording begun at this moment, local time: "camera 2026-11-22 07.15.webm". */
export function proposedName(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  // A colon is no part of a file's name everywhere.
  return say('keep.fileName', { when: `${day} ${two(now.getHours())}.${two(now.getMinutes())}` });
}
