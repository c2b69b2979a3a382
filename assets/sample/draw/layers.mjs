/**
 * The layers of "ocean.mp4", drawn as SVG in units of the picture's own pixels (640 x 360).
 * `scale` is how much larger the PNG is: what moves by less than a pixel is drawn larger and scaled down by ffmpeg.
 */

/** The sea's waves, back to front: one wavelength `period` px long, crests `amp` px high around `y`. */
export const WAVES = [
  { name: 'wave-1', y: 186, amp: 2.6, period: 160, phase: 0, fill: '#3f87a6', crest: '#5b9db8' },
  { name: 'wave-2', y: 220, amp: 5.2, period: 240, phase: 1.9, fill: '#2a6f92', crest: '#4487a7' },
  { name: 'wave-3', y: 249, amp: 7.2, period: 320, phase: 4.1, fill: '#1c587b', crest: '#3a7698' },
  { name: 'wave-4', y: 287, amp: 9.5, period: 400, phase: 2.6, fill: '#114563', crest: '#295f80' },
  { name: 'wave-5', y: 327, amp: 11, period: 480, phase: 0.7, fill: '#0a3249', crest: '#1d4b66' },
];

/** Room above the mean line for the crest, px. */
const ROOM = 20;
const WIDTH = 640;

const crest = ({ amp, period, phase }, x, lift = 0) => {
  const turn = (2 * Math.PI * x) / period + phase;
  return (
    ROOM +
    lift -
    amp * Math.sin(turn) -
    amp * 0.42 * Math.sin(2 * turn + 1.1) -
    amp * 0.14 * Math.sin(3 * turn)
  );
};

const line = (wave, to, lift) => {
  const points = [];
  for (let x = -4; x <= to + 4; x += 2) points.push(`${x} ${crest(wave, x, lift).toFixed(2)}`);
  return points.join('L');
};

const svg = (width, height, scale, body) => ({
  width: width * scale,
  height: height * scale,
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width * scale}" height="${height * scale}" viewBox="0 0 ${width} ${height}">${body}</svg>`,
});

/** One strip of waves, a period wider than the picture so that it can slide by one period and begin again. */
const waveLayer = (wave, next) => {
  const to = WIDTH + wave.period;
  const height = ROOM + (next ? next.y - wave.y + 18 : 360 - wave.y + 8);
  const under = `M${line(wave, to, 0)}V${height}H-4Z`;
  const shade = `M${line(wave, to, wave.amp * 0.9 + 5)}V${height}H-4Z`;
  return svg(
    to,
    height,
    2,
    `<path d="${under}" fill="${wave.crest}"/><path d="M${line(wave, to, 2)}V${height}H-4Z" fill="${wave.fill}"/>` +
      `<path d="${shade}" fill="#06283c" opacity=".10"/>`,
  );
};

const cloud = (x, y, k, opacity) =>
  `<path transform="translate(${x} ${y}) scale(${k})" opacity="${opacity}" fill="#fff8ea" ` +
  'd="M9 0H92a9 9 0 0 0 0-18H84a17 17 0 0 0-33-6 14 14 0 0 0-24 5 12 12 0 0 0-9 2A8.600 8.600 0 0 0 9 0z"/>';

const sky = svg(
  WIDTH,
  280,
  2,
  '<rect width="640" height="280" fill="#f6d3a8"/><rect width="640" height="156" fill="#f3e0c0"/>' +
    '<rect width="640" height="132" fill="#cfdfdc"/><rect width="640" height="114" fill="#a9cfe0"/>' +
    '<rect width="640" height="60" fill="#7fb6d4"/><rect width="640" height="22" fill="#6aa7c9"/>' +
    '<circle cx="456" cy="164" r="92" fill="#fff3d6" opacity=".16"/><circle cx="456" cy="164" r="70" fill="#fff3d6" opacity=".28"/>' +
    '<circle cx="456" cy="164" r="50" fill="#fff3d6"/>' +
    cloud(46, 62, 0.9, 0.75) +
    cloud(250, 96, 0.62, 0.6) +
    cloud(520, 84, 0.8, 0.7) +
    '<path d="M-10 190L40 168 96 176 150 158 214 172 286 164 360 182 420 186V200H-10Z" fill="#a9b3bd"/>' +
    '<path d="M-10 190L68 152 116 168 184 132 260 176 320 186V200H-10Z" fill="#7d8fa6"/>' +
    '<path d="M184 132L260 176 320 186V200H150L196 178 176 160Z" fill="#6c7e96"/>' +
    '<path d="M68 152L116 168 140 186 60 190 84 172Z" fill="#6c7e96"/>',
);

/** The sun on the water: two sets of streaks that sway against each other. */
const glitter = (rows) =>
  svg(
    140,
    48,
    2,
    rows
      .map(
        ([x, y, w, h]) =>
          `<rect x="${x - w / 2}" y="${y}" width="${w}" height="${h}" rx="${h / 2}" fill="#fbe3b4"/>`,
      )
      .join(''),
  );

/** Hull, mast and sails as in the design, with the hull's wet edge, battens and a pennant; 3 px to 1. */
export const BOAT = { width: 112, height: 128, waterX: 56, waterY: 104, scale: 3 };
const boat = svg(
  BOAT.width,
  BOAT.height,
  BOAT.scale,
  `<g transform="translate(${BOAT.waterX} ${BOAT.waterY - 8})">` +
    '<path d="M-34 0H38L24 20H-20Z" fill="#24323b"/><path d="M-34 0H38L35 4.500H-31.500Z" fill="#3d505b"/>' +
    '<path d="M-24.500 12.500H29.500L24 20H-20Z" fill="#b5412e"/>' +
    '<path d="M-1.800-91H1.800V0H-1.800Z" fill="#24323b"/>' +
    '<path d="M6-84L44-10H6Z" fill="#fffaf0"/><path d="M6-84L44-10H30Q26-46 6-84Z" fill="#efe4d0"/>' +
    '<path d="M-4-70L-31-10H-4Z" fill="#e6573f"/><path d="M-4-70L-31-10H-20Q-14-44-4-70Z" fill="#cf4630"/>' +
    '<path d="M1.800-91L16-86.500 1.800-82Z" fill="#e6573f"/></g>',
);

/** White water behind the boat. */
const wake = svg(
  96,
  14,
  2,
  '<g fill="#cfe3ea"><rect x="46" y="1" width="48" height="2.600" rx="1.300" opacity=".85"/>' +
    '<rect x="22" y="5.500" width="44" height="2.200" rx="1.100" opacity=".6"/>' +
    '<rect x="2" y="10" width="34" height="2" rx="1" opacity=".4"/></g>',
);

/** One cell a second, 0:00 first, under one another: ffmpeg shows the cell of the second. */
export const CLOCK = { width: 92, height: 40, cells: 100, size: 30, digit: 18.5, colon: 9.5 };

/** Every layer that is plain SVG, by file name. */
export const LAYERS = {
  sky,
  ...Object.fromEntries(WAVES.map((wave, i) => [wave.name, waveLayer(wave, WAVES[i + 1])])),
  'glitter-1': glitter([
    [70, 3, 92, 4],
    [66, 19, 60, 4],
    [74, 35, 34, 3.5],
  ]),
  'glitter-2': glitter([
    [76, 11, 66, 4],
    [68, 27, 46, 3.5],
    [72, 42, 20, 3],
  ]),
  boat,
  wake,
};
