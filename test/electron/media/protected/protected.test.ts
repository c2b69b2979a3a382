import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isProtected } from '../../../../electron/media/protected/protected';
import { Bench, H264_AAC, picture, tone } from '../made';
import { box, element, entryOf, isoFile, sinf } from './boxes';

let bench: Bench;
beforeAll(async () => (bench = await Bench.open()));
afterAll(() => bench.close());

const written = async (name: string, bytes: Buffer) => {
  await writeFile(bench.path(name), bytes);
  return bench.path(name);
};

const PIFF_HEADER = Buffer.from('d08a4f1810f34a82b6c832d8aba183d3', 'hex');
const guid = (hex: string) => Buffer.from(hex, 'hex');
const sized = (id: Buffer, content: Buffer) => {
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(content.length + 24));
  return Buffer.concat([id, size, content]);
};
const asf = (...objects: Buffer[]) =>
  sized(guid('3026b2758e66cf11a6d900aa0062ce6c'), Buffer.concat([Buffer.alloc(6), ...objects]));

/** A Matroska of one track, with or without a ContentEncoding of this content. */
const matroska = (...encoding: Buffer[]) =>
  Buffer.concat([
    element(0x1a45dfa3, element(0x4282, Buffer.from('webm'))),
    element(0x18538067, element(0x1654ae6b, element(0xae, element(0x6d80, ...encoding)))),
  ]);

/** Packets of a transport stream with these scrambling bits. */
const transport = (bits: number) =>
  Buffer.concat(
    Array.from({ length: 40 }, () => {
      const packet = Buffer.alloc(188, 0xff);
      packet.set([0x47, 0x01, 0x00, 0x10 | bits]);
      return packet;
    }),
  );

/** A pack of a program stream and packets of picture with these flags. */
const program = (flags: number) => {
  const packet = Buffer.alloc(200);
  packet.set([0, 0, 1, 0xe0, 0, 194, flags]);
  return Buffer.concat([
    Buffer.from([0, 0, 1, 0xba]),
    Buffer.alloc(10),
    ...new Array<Buffer>(8).fill(packet),
  ]);
};

const flv = (type: number) =>
  Buffer.concat([
    Buffer.from('FLV\x01\x05\0\0\0\x09\0\0\0\0', 'latin1'),
    Buffer.from([type, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 15]),
  ]);

const PROTECTED: [string, Buffer][] = [
  ['Common Encryption, picture', isoFile(entryOf('encv', 'video', sinf('avc1', 'cenc')))],
  ['Common Encryption, sound', isoFile(entryOf('enca', 'audio', sinf('mp4a', 'cbcs')))],
  ['a scheme under a plain name', isoFile(entryOf('avc1', 'video', sinf('avc1', 'cbc1')))],
  ['a sound scheme under a plain name', isoFile(entryOf('mp4a', 'audio', sinf('mp4a', 'cens')))],
  ['FairPlay music', isoFile(entryOf('drms', 'audio', sinf('mp4a', 'itun')))],
  ['FairPlay film', isoFile(entryOf('drmi', 'video'))],
  ['Audible', isoFile(entryOf('aavd', 'audio'))],
  ['a header for a DRM system', isoFile(entryOf('avc1', 'video'), box('pssh', Buffer.alloc(24)))],
  ['PIFF', isoFile(entryOf('avc1', 'video'), box('uuid', PIFF_HEADER, Buffer.alloc(20)))],
  [
    'a fragment with its own header',
    Buffer.concat([isoFile(entryOf('avc1', 'video')), box('moof', box('pssh', Buffer.alloc(24)))]),
  ],
  ['WebM', matroska(element(0x6240, element(0x5035, element(0x47e1, Buffer.from([5])))))],
  ['Windows Media DRM', asf(sized(guid('fbb3112223bdd211b4b700a0c955fc6e'), Buffer.alloc(16)))],
  ['Windows Media DRM 10', asf(sized(guid('14e68a292226174cb935dae07ee9289c'), Buffer.alloc(9)))],
  ['PlayReady in ASF', asf(sized(guid('338505438169e6499b74ad12cb86d58c'), Buffer.alloc(9)))],
  ['a scrambled transport stream', transport(0x80)],
  ['a scrambled DVD', program(0x80 | 0x30)],
  ['a filtered FLV', flv(0x29)],
];

const CLEAR: [string, Buffer][] = [
  ['an MP4', isoFile(entryOf('avc1', 'video'))],
  ['a sound in MP4', isoFile(entryOf('mp4a', 'audio'))],
  ['a compressed Matroska', matroska(element(0x6240, element(0x5034, Buffer.from([1]))))],
  ['an ASF', asf(sized(guid('a1dcab8c47a9cf118ee400c00c205365'), Buffer.alloc(80)))],
  ['a transport stream', transport(0)],
  ['a program stream', program(0x80)],
  ['an FLV', flv(0x09)],
  ['noise', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * i * 7919) & 255))],
  ['an ASF object of no size', asf(Buffer.alloc(24))],
  ['a box of no size', Buffer.concat([box('ftyp'), Buffer.alloc(64)])],
];

describe('protection', () => {
  it.each(PROTECTED)('is seen in %s, and nothing is prepared', async (name, bytes) => {
    const path = await written(`${name.replaceAll(' ', '-')}.mp4`, bytes);
    expect(await isProtected(path)).toBe(true);
    await expect(bench.open(path)).rejects.toMatchObject({
      code: 'protected',
      message: expect.stringContaining('is protected (DRM)') as string,
    });
    expect(bench.seen.map(({ step }) => step)).not.toContain('remux');
    expect(bench.seen.map(({ step }) => step)).not.toContain('transcode');
  });

  it.each(CLEAR)('is not seen in %s', async (name, bytes) => {
    expect(await isProtected(await written(`${name.replaceAll(' ', '-')}.bin`, bytes))).toBe(false);
  });

  it('is seen in what ffmpeg encrypts, fragmented or not', async () => {
    const key = '00112233445566778899aabbccddeeff';
    const encrypt = ['-encryption_scheme', 'cenc-aes-ctr', '-encryption_key', key];
    const args = [...picture(2), ...tone(2), ...H264_AAC, ...encrypt, '-encryption_kid', key];
    expect(await isProtected(await bench.make('cenc.mp4', ...args))).toBe(true);
  });

  it.each([
    ['clear.mp4', H264_AAC],
    ['clear.mkv', H264_AAC],
    ['clear.ts', H264_AAC],
    ['clear.mpg', ['-c:v', 'mpeg2video']],
    ['clear.flv', H264_AAC],
    ['clear.wmv', ['-c:v', 'wmv2', '-c:a', 'wmav2']],
  ])('is not seen in what ffmpeg writes as %s', async (name, args) => {
    const path = await bench.make(name, ...picture(2), ...tone(2), ...args);
    expect(await isProtected(path)).toBe(false);
  });

  it('does not keep anybody from the bytes', async () => {
    const path = await written('drm.m4p', isoFile(entryOf('drms', 'audio')));
    expect((await bench.open(path, { as: 'bytes' })).kind).toBe('bytes');
  });
});
