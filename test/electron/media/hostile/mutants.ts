import { readFile } from 'node:fs/promises';
import { H264_AAC, picture, tone, type Bench } from '../made';

/** Numbers without any order, the same each time (Park and Miller's generator). */
export function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 48271) % 2147483647;
    return state % sides;
  };
}

const both = [...picture(1, 's=96x64:r=10'), ...tone(1)];
const BASES: [string, string[]][] = [
  ['fragmented.mp4', [...both, ...H264_AAC, '-movflags', '+frag_keyframe+empty_moov']],
  ['whole.mp4', [...both, ...H264_AAC]],
  ['vp8.webm', [...both, '-c:v', 'libvpx', '-deadline', 'realtime', '-c:a', 'libvorbis']],
  ['matroska.mkv', [...both, ...H264_AAC]],
  ['stream.ts', [...both, ...H264_AAC]],
  ['old.avi', [...both, '-c:v', 'mpeg4', '-c:a', 'mp3']],
  ['sound.mp3', tone(1)],
  ['sound.ogg', [...tone(1), '-c:a', 'libvorbis']],
];

/** One honest small file of each kind. */
export async function mutantBases(bench: Bench): Promise<{ name: string; bytes: Buffer }[]> {
  const bases = [];
  for (const [name, args] of BASES) {
    bases.push({ name, bytes: await readFile(await bench.make(`honest-${name}`, ...args)) });
  }
  return bases;
}

/** Where the structure of a file lies: at its beginning, and at the end of some. */
const HEAD_BYTES = 1500;

/** A copy with one to eight faults, by the seed: bits, extreme numbers, bytes cut out, put in, or doubled. */
export function mutant(bytes: Buffer, seed: number): Buffer {
  const roll = dice(seed + 1);
  roll(2);
  let copy: Buffer = Buffer.from(bytes);
  for (let faults = 1 + roll(8); faults > 0; faults -= 1) {
    const place = roll(3);
    const reach = Math.min(HEAD_BYTES, copy.length);
    const at =
      place === 0 ? roll(copy.length) : place === 1 ? roll(reach) : copy.length - 1 - roll(reach);
    const length = Math.min(1 + roll(64), copy.length - at);
    switch (roll(6)) {
      case 0:
        copy.writeUInt8((copy[at] ?? 0) ^ (1 << roll(8)), at);
        break;
      case 1:
        copy.fill([0, 0xff, 0x7f, 0x80][roll(4)] ?? 0, at, at + Math.min(4, length));
        break;
      case 2:
        copy = Buffer.concat([copy.subarray(0, at), copy.subarray(at + length)]);
        break;
      case 3:
        copy = Buffer.concat([copy.subarray(0, at + length), copy.subarray(at)]);
        break;
      case 4:
        copy.writeUInt8(roll(256), at);
        break;
      default:
        copy = at > 100 ? copy.subarray(0, at) : copy;
    }
    if (copy.length < 16) break;
  }
  return copy;
}
