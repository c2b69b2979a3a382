import { readFile, writeFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import { H264_AAC, picture, tone, type Bench } from '../made';
import { box, element, patched, u32 } from './boxes';

/** A file that attacks, or looks as if it did. */
export interface HostileInput {
  name: string;
  /** What opening it comes to: how it is delivered, or that it is refused (what is damaged, ffmpegs see in two ways). */
  comes: 'as it is' | 'remuxed' | 'transcoded' | 'bytes' | 'text' | 'refused';
  make: (bench: Bench) => Promise<Uint8Array | string>;
}

/** What the files below try to show: a film elsewhere on the disk. */
export const SECRET = 'secret.ts';

/** A control character in a comment: then a file is no text by the letter. */
const ODD = '# \x01\xff odd\n';

const hls = (uri: string, odd = '') =>
  `#EXTM3U\n${odd}#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n${uri}\n#EXT-X-ENDLIST\n`;
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const secretOf = (bench: Bench) => bench.path(SECRET);
const host = 'http://127.0.0.1:9/film.ts';

/** Names under which another file is asked for: playlists, scripts, descriptions of a transmission. */
const NAMING_OTHERS: HostileInput[] = (
  [
    ['playlist.mp4', (bench) => hls(secretOf(bench))],
    ['playlist-odd.mp4', (bench) => latin1(hls(secretOf(bench), ODD))],
    ['playlist-odd.m2ts', (bench) => latin1(hls(`file://${secretOf(bench)}`, ODD))],
    ['playlist-host.mkv', () => latin1(hls(host, ODD))],
    ['playlist-behind-tag.mp3', (bench) => tagged(latin1(hls(secretOf(bench))))],
    ['script.mp4', (bench) => `ffconcat version 1.0\nfile '${secretOf(bench)}'\n`],
    ['script-odd.mkv', (bench) => latin1(`ffconcat version 1.0\n${ODD}file ${secretOf(bench)}\n`)],
    ['manifest.mp4', (bench) => latin1(dash(`file://${secretOf(bench)}`))],
    ['session.mp4', () => latin1(`v=0\n${ODD}c=IN IP4 127.0.0.1\nm=video 9 RTP/AVP 96\n`)],
    ['reference.mov', (bench) => reference(secretOf(bench))],
  ] as [string, (bench: Bench) => string | Buffer][]
).map(([name, make]) => ({
  name,
  comes: 'refused',
  make: (bench) => Promise.resolve(make(bench)),
}));

/** An ID3 tag of ten bytes, and what it hides. */
const tagged = (hidden: Buffer) =>
  Buffer.concat([latin1('ID3\x03\0\0\0\0\0\x0a'), Buffer.alloc(10), hidden]);

const dash = (url: string) =>
  `<?xml version="1.0"?><!--\x01--><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" ` +
  `mediaPresentationDuration="PT2S"><Period><AdaptationSet mimeType="video/mp4"><Representation id="1" ` +
  `bandwidth="1"><BaseURL>${url}</BaseURL></Representation></AdaptationSet></Period></MPD>`;

/** A QuickTime movie that only says where the movie is. */
const reference = (path: string) => {
  const url = Buffer.concat([u32(0), latin1('url '), u32(path.length + 1), latin1(`${path}\0`)]);
  return Buffer.concat([
    box('ftyp', latin1('qt  \0\0\0\0')),
    box('moov', box('rmra', box('rmda', box('rdrf', url)))),
  ]);
};

const fragmented = async (bench: Bench) =>
  readFile(
    await bench.make(
      'base-fragmented.mp4',
      ...[...picture(2), ...tone(2), ...H264_AAC, '-movflags', '+frag_keyframe+empty_moov'],
    ),
  );
const whole = async (bench: Bench) =>
  readFile(await bench.make('base-whole.mp4', ...picture(2), ...tone(2), ...H264_AAC));

/** The first run of samples claims so many; without fields, each is like the other. */
const claiming = (count: number, fields: boolean) => async (bench: Bench) =>
  patched(await fragmented(bench), 'trun', (body) => {
    if (!fields) body.writeUInt32BE(0, 0);
    body.writeUInt32BE(count, 4);
  });

const junk = (bytes: number) =>
  Buffer.concat([
    element('1a45dfa3', element('4282', latin1('webm'))),
    element('18538067', Buffer.alloc(bytes)),
  ]);

/** Counts, sizes and times that the file does not hold. */
const CLAIMING: HostileInput[] = [
  {
    name: 'junk-18.webm',
    comes: 'refused',
    make: () => Promise.resolve(Buffer.from('1a45dfa380185380678800'.padEnd(36, '0'), 'hex')),
  },
  { name: 'junk-8.webm', comes: 'refused', make: () => Promise.resolve(junk(8)) },
  { name: 'junk-1000.webm', comes: 'refused', make: () => Promise.resolve(junk(1000)) },
  { name: 'run-of-2^26.mp4', comes: 'refused', make: claiming(2 ** 26, false) },
  { name: 'run-of-2^32.mp4', comes: 'refused', make: claiming(2 ** 32 - 1, false) },
  { name: 'run-of-2^32-fields.mp4', comes: 'refused', make: claiming(2 ** 32 - 1, true) },
  {
    name: 'samples-2^32.mp4',
    comes: 'refused',
    make: async (bench) =>
      patched(await whole(bench), 'stsz', (body) => body.writeUInt32BE(2 ** 32 - 1, 8)),
  },
  {
    name: 'compressed-moov.mp4',
    comes: 'refused',
    make: () => Promise.resolve(compressedMoov(300e6)),
  },
  { name: 'deep.mp4', comes: 'refused', make: () => Promise.resolve(deep(30_000)) },
  {
    name: 'small-boxes.mp4',
    comes: 'refused',
    make: () =>
      Promise.resolve(
        Buffer.concat([
          box('ftyp', latin1('isom\0\0\0\0')),
          ...Array.from({ length: 100_000 }, () => box('free')),
        ]),
      ),
  },
  {
    name: 'endless-box.mp4',
    comes: 'refused',
    make: () =>
      Promise.resolve(
        Buffer.concat([
          box('ftyp', latin1('isom\0\0\0\0')),
          u32(1),
          latin1('moov'),
          Buffer.alloc(8, 0xff),
        ]),
      ),
  },
  {
    name: 'tracks-5000.mp4',
    comes: 'refused',
    make: async (bench) => manyTracks(await fragmented(bench), 5000),
  },
  {
    name: 'large-picture.y4m',
    comes: 'refused',
    make: () =>
      Promise.resolve(
        Buffer.concat([
          latin1('YUV4MPEG2 W32768 H32768 F25:1 C420jpeg\nFRAME\n'),
          Buffer.alloc(5000),
        ]),
      ),
  },
  {
    name: 'years-of-silence.mkv',
    comes: 'transcoded',
    make: async (bench) =>
      readFile(
        await bench.make(
          'base-years.mkv',
          ...tone(2),
          '-af',
          'asetpts=if(gt(T\\,1)\\,PTS+1e6/TB\\,PTS)',
          '-c:a',
          'pcm_s16le',
        ),
      ),
  },
];

const compressedMoov = (bytes: number) =>
  Buffer.concat([
    box('ftyp', latin1('isom\0\0\0\0')),
    box(
      'moov',
      box(
        'cmov',
        box('dcom', latin1('zlib')),
        box('cmvd', u32(bytes), deflateSync(Buffer.alloc(bytes), { level: 1 })),
      ),
    ),
  ]);

function deep(levels: number): Buffer {
  const head = box('ftyp', latin1('isom\0\0\0\0'));
  const boxes = Array.from({ length: levels }, (_, i) =>
    Buffer.concat([u32(8 * (levels - i)), latin1(i === 0 ? 'moov' : 'trak')]),
  );
  return Buffer.concat([head, ...boxes]);
}

function manyTracks(file: Buffer, count: number): Buffer {
  const moov = file.indexOf('moov', 0, 'latin1') - 4;
  const end = moov + file.readUInt32BE(moov);
  const trak = file.indexOf('trak', moov, 'latin1') - 4;
  const track = file.subarray(trak, trak + file.readUInt32BE(trak));
  const more = box(
    'moov',
    file.subarray(moov + 8, end),
    ...Array.from({ length: count }, () => track),
  );
  return Buffer.concat([file.subarray(0, moov), more, file.subarray(end)]);
}

/** What is only strange, and what was always refused. */
const STRANGE: HostileInput[] = [
  { name: 'chapters-1500.mkv', comes: 'transcoded', make: chapters },
  { name: 'prose.mp4', comes: 'refused', make: () => Promise.resolve('This is no film.\n') },
  {
    name: 'latin1.mp4',
    comes: 'refused',
    make: () => Promise.resolve(latin1('Dies ist kein Film, f\xfcr niemanden.\n'.repeat(20))),
  },
  { name: 'types.ts', comes: 'text', make: () => Promise.resolve('export const film = 1;\n') },
  { name: 'noise.mp4', comes: 'refused', make: () => Promise.resolve(noise(5000)) },
  { name: 'noise.bin', comes: 'bytes', make: () => Promise.resolve(noise(5000)) },
  {
    name: 'cut.mp4',
    comes: 'refused',
    make: async (bench) => (await whole(bench)).subarray(0, 10_000),
  },
  { name: 'subtitles.mkv', comes: 'refused', make: subtitles },
  { name: 'fragmented.mp4', comes: 'as it is', make: fragmented },
];

async function chapters(bench: Bench): Promise<Buffer> {
  const notes = bench.path('chapters.txt');
  const each = (i: number) =>
    `[CHAPTER]\nTIMEBASE=1/1000\nSTART=${i}\nEND=${i + 1}\ntitle=${'A long title '.repeat(8)}${i}\n`;
  await writeFile(
    notes,
    `;FFMETADATA1\n${Array.from({ length: 1500 }, (_, i) => each(i)).join('')}`,
  );
  const kept = ['-map', '1', '-map', '2', '-map_metadata', '0', '-c:v', 'mpeg4', '-c:a', 'aac'];
  return readFile(
    await bench.make('base-chapters.mkv', '-i', notes, ...picture(2), ...tone(2), ...kept),
  );
}

async function subtitles(bench: Bench): Promise<Buffer> {
  await writeFile(bench.path('words.srt'), '1\n00:00:00,000 --> 00:00:02,000\nHello\n');
  return readFile(await bench.make('base-words.mkv', '-i', bench.path('words.srt')));
}

/** Bytes without any order, the same each time. */
export function noise(bytes: number, seed = 1): Buffer {
  let state = seed;
  return Buffer.from(
    Array.from({ length: bytes }, () => (state = (state * 48271) % 2147483647) & 255),
  );
}

export const HOSTILE: readonly HostileInput[] = [...NAMING_OTHERS, ...CLAIMING, ...STRANGE];

/** Writes the files, and beside them the one that they try to show, into a bench's folder; gives their paths. */
export async function writeHostile(bench: Bench): Promise<Map<string, string>> {
  await bench.make(SECRET, ...picture(2), ...tone(2), ...H264_AAC);
  const paths = new Map<string, string>();
  for (const { name, make } of HOSTILE) {
    paths.set(name, bench.path(name));
    await writeFile(bench.path(name), await make(bench));
  }
  return paths;
}
