/** Frames a second of the sample. */
export const SAMPLE_FPS = 25;

/** Samples a second of its sound. */
const SAMPLE_RATE = 48000;

/** The waves and the swell repeat after this many frames, so that only these are drawn. */
const LOOP_FRAMES = 200;
const LOOP_S = LOOP_FRAMES / SAMPLE_FPS;

/** Waves, back to front (see assets/sample/draw/layers.mjs): mean line and wavelength, px; `swell` px up and down. */
const WAVES = [
  { y: 186, period: 160, swell: 0.5, turn: 0 },
  { y: 220, period: 240, swell: 1.5, turn: 1 },
  { y: 249, period: 320, swell: 2.5, turn: 2.2 },
  { y: 287, period: 400, swell: 3, turn: 3.4 },
  { y: 327, period: 480, swell: 4, turn: 4.4 },
] as const;

/** Transparent rows above a wave's mean line in its PNG, px. */
const CREST_ROOM = 20;

/** The boat rolls twice in a loop. */
const ROLL_FRAMES = LOOP_FRAMES / 2;

/** Shows so many frames again and again. */
const repeated = (frames: number) => `loop=loop=-1:size=${frames},setpts=N/${SAMPLE_FPS}/TB`;

/** Layers in the order of ffmpeg's inputs. */
export const SAMPLE_LAYERS = [
  'sky',
  'wave-1',
  'wave-2',
  'wave-3',
  'wave-4',
  'wave-5',
  'glitter-1',
  'glitter-2',
  'boat',
  'wake',
  'clock',
] as const;

const input = (name: (typeof SAMPLE_LAYERS)[number]) => SAMPLE_LAYERS.indexOf(name);

/** A still picture as a stream of frames, decoded once. */
const still = (
  name: (typeof SAMPLE_LAYERS)[number],
  format: string,
  frames: number,
  label: string,
) =>
  `[${input(name)}:v]format=${format},loop=loop=${frames - 1}:size=1,setpts=N/${SAMPLE_FPS}/TB[${label}]`;

/** A sine of the swell as an ffmpeg expression: one turn in each loop. */
const sine = (amp: number, turn: number, turnsPerLoop = 1) =>
  `${amp}*sin(2*PI*${turnsPerLoop}*t/${LOOP_S}+${turn})`;

/** Where a wave's layer is at time t, in pixels of a picture `scale` times as large, `top` px cut off. */
const waveAt = (index: number, scale: number, top: number) => {
  const { y, period, swell, turn } = WAVES[index] ?? WAVES[0];
  const x = `-${period * scale}*mod(t\\,${LOOP_S})/${LOOP_S}`;
  return `x='${x}':y='${scale * (y - CREST_ROOM - top)}+${sine(scale * swell, turn)}'`;
};

/** The rows in which waves 3 to 5 are drawn, in front of the boat. */
const FRONT_TOP = 224;

/** Rows that the sky and waves 1 and 2 fill. */
const BACK_HEIGHT = 280;

/** Whole AAC frames of 1024 samples, with the one that the encoder puts first, up to the end of the picture. */
const audioSamples = (seconds: number) => (Math.floor((seconds * SAMPLE_RATE) / 1024) - 1) * 1024;

/** A soft tone at each full second, higher at each tenth; ten seconds of it, repeated. */
const tone = (seconds: number) => {
  const pitch = 'if(lt(t\\,1)\\,783.99\\,523.25)';
  const wave = `sin(2*PI*${pitch}*t)+0.3*sin(4*PI*${pitch}*t)`;
  const level = '0.15*exp(-7*mod(t\\,1))*min(1\\,90*mod(t\\,1))';
  return (
    `aevalsrc='${level}*(${wave})':s=${SAMPLE_RATE}:d=10,` +
    `aloop=loop=-1:size=${10 * SAMPLE_RATE},asetpts=N/SR/TB,` +
    `atrim=end_sample=${audioSamples(seconds)}[a]`
  );
};

/**
 * ffmpeg's filter graph of the picture: sea and sky are drawn twice as large, scaled down, and repeated every
 * eight seconds; the boat crosses once in `seconds`; the clock is a strip of which one cell is shown.
 */
export function sampleGraph(seconds: number): string {
  const frames = seconds * SAMPLE_FPS;
  const repeat = repeated(LOOP_FRAMES);
  const bob = `${sine(2.2, 1.3, 2)}`;
  const boatX = `60+520*t/${seconds}`;
  const waves = [0, 1, 2, 3, 4].map((i) =>
    still(`wave-${i + 1}` as (typeof SAMPLE_LAYERS)[number], 'yuva420p', LOOP_FRAMES, `w${i}`),
  );
  return [
    ...waves,
    still('sky', 'yuv420p', LOOP_FRAMES, 'sky'),
    still('glitter-1', 'yuva420p', LOOP_FRAMES, 'g1'),
    still('glitter-2', 'yuva420p', LOOP_FRAMES, 'g2'),
    `[sky][w0]overlay=${waveAt(0, 2, 0)}[b0]`,
    `[b0][g1]overlay=x='772+${sine(10, 0, 2)}':y='382+${sine(2, 0)}'[b1]`,
    `[b1][g2]overlay=x='772+${sine(10, 3.1, 2)}':y='382+${sine(2, 0)}'[b2]`,
    `[b2][w1]overlay=${waveAt(1, 2, 0)}[b3]`,
    `[b3]scale=640:${BACK_HEIGHT}:flags=area,pad=640:360,${repeat}[back]`,
    `color=c=0x1c587b@0:s=1280x${2 * (360 - FRONT_TOP)}:r=${SAMPLE_FPS},format=yuva420p,trim=end_frame=${LOOP_FRAMES}[f]`,
    `[f][w2]overlay=${waveAt(2, 2, FRONT_TOP)}[f0]`,
    `[f0][w3]overlay=${waveAt(3, 2, FRONT_TOP)}[f1]`,
    `[f1][w4]overlay=${waveAt(4, 2, FRONT_TOP)}[f2]`,
    `[f2]scale=640:${360 - FRONT_TOP}:flags=area,${repeat}[front]`,
    still('boat', 'rgba', ROLL_FRAMES, 'hull'),
    // Drawn three times as large: cut at a third of a pixel, then scaled down.
    `[hull]rotate=a='${sine(0.035, 0.4, 2)}':ow=336:oh=384:c=0x24323b00,${repeated(ROLL_FRAMES)},` +
      `crop=w=324:h=372:x='6-3*mod(${boatX}\\,2)':y='6-3*mod(200+${bob}\\,2)',` +
      `scale=108:124:flags=area,format=yuva420p[boat]`,
    still('wake', 'yuva420p', frames, 'foam'),
    `[foam]scale=96:14[wake]`,
    still('clock', 'yuva420p', frames, 'strip'),
    `[strip]crop=w=92:h=40:x=0:y='40*floor(t)'[clock]`,
    `[back][wake]overlay=x='${boatX}-126':y='243+${bob}':eof_action=repeat[p0]`,
    `[p0][boat]overlay=x='2*floor((${boatX})/2)-56':y='2*floor((200+${bob})/2)-60'[p1]`,
    `[p1][front]overlay=x=0:y=${FRONT_TOP}[p2]`,
    `[p2][clock]overlay=x=540:y=8,trim=end_frame=${frames},format=yuv420p[v]`,
    tone(seconds),
  ].join(';');
}
