/** What a player may be asked to play: the name that people know, and a type as RFC 6381 writes it. */
const VIDEO: readonly (readonly [string, string])[] = [
  ['H.264', 'video/mp4; codecs="avc1.64001f"'],
  ['H.265', 'video/mp4; codecs="hvc1.1.6.L93.B0"'],
  ['VP8', 'video/webm; codecs="vp8"'],
  ['VP9', 'video/webm; codecs="vp09.00.10.08"'],
  ['AV1', 'video/mp4; codecs="av01.0.04M.08"'],
];
const SOUND: readonly (readonly [string, string])[] = [
  ['AAC', 'audio/mp4; codecs="mp4a.40.2"'],
  ['Opus', 'audio/webm; codecs="opus"'],
  ['MP3', 'audio/mpeg'],
  ['FLAC', 'audio/mp4; codecs="flac"'],
];

/** The kinds of picture and of sound that this window's Media Source Extensions take, as they say now. */
export function playable(): { video: string[]; sound: string[] } {
  const taken = (kinds: typeof VIDEO): string[] =>
    kinds.filter(([, type]) => MediaSource.isTypeSupported(type)).map(([name]) => name);
  return { video: taken(VIDEO), sound: taken(SOUND) };
}
