/** The sample's own scene, so that both look like one product. */
const SKY = [
  ['#6aa7c9', 0],
  ['#7fb6d4', 28],
  ['#a9cfe0', 76],
  ['#cfdfdc', 146],
  ['#f3e0c0', 168],
  ['#f6d3a8', 200],
] as const;
const SEA = '#2f6d8c';
const SEA_NEAR = '#245770';
const INK = '#11191d';
const INK_WASH = 'rgb(17 25 29 / 18%)';

const WATER_Y = 236;
/** Hull, mast and sails, the water line at 0. */
const BOAT = [
  ['#24323b', 'M-34 0H38L24 20H-20Z'],
  ['#b5412e', 'M-24.5 12.5H29.5L24 20H-20Z'],
  ['#24323b', 'M-1.8-91H1.8V0H-1.8Z'],
  ['#fffaf0', 'M6-84L44-10H6Z'],
  ['#e6573f', 'M-4-70L-31-10H-4Z'],
] as const;

/** The boat sails from edge to edge in so long, ms. */
const CROSSING_MS = 8000;
/** Far enough outside that it is gone before it comes again, px. */
const OUTSIDE = 60;

const FIGURES = {
  font: '600 60px "Archivo Variable", sans-serif',
  right: 468,
  base: 92,
  digit: 37,
};
const UNIT = { font: '500 30px "Archivo Variable", sans-serif', left: 482 };
/** One tile is a tenth of a second. */
const TILES = { count: 10, left: 138, top: 112, pitch: 33, size: 29, height: 10 };

/** The scene is drawn on 360 rows, and so wide that its figures have room; what is wider shows more sea. */
const ROWS = 360;
const MIN_WIDTH = 440;
/** The figures are set in the middle of a scene of this width. */
const FIGURES_WIDTH = 640;

/** The scene for a size: `scale` pixels to each of its units, of which it is so wide and high. */
interface Scene {
  scale: number;
  width: number;
  height: number;
}

function sceneOf({ width, height }: { width: number; height: number }): Scene {
  const scale = Math.min(height / ROWS, width / MIN_WIDTH);
  return { scale, width: width / scale, height: height / scale };
}

/** Paints our own picture: a boat that moves, and the running time in ms. */
export class TestPainter {
  readonly #scene: Scene;
  readonly #sky: OffscreenCanvas;
  readonly #boat = BOAT.map(([fill, path]) => ({ fill, path: new Path2D(path) }));

  constructor({ width, height }: { width: number; height: number }) {
    this.#scene = sceneOf({ width, height });
    this.#sky = skyOf(width, height, this.#scene);
  }

  paint(context: OffscreenCanvasRenderingContext2D, ms: number): void {
    const scene = this.#scene;
    context.drawImage(this.#sky, 0, 0);
    context.save();
    context.scale(scene.scale, scene.scale);
    paintBoat(context, this.#boat, scene, ms);
    paintSea(context, scene, ms);
    context.translate((scene.width - FIGURES_WIDTH) / 2, 0);
    paintTime(context, ms);
    context.restore();
  }
}

function skyOf(width: number, height: number, scene: Scene): OffscreenCanvas {
  const sky = new OffscreenCanvas(width, height);
  const context = sky.getContext('2d', { alpha: false });
  if (!context) throw new Error('There is no 2d context for the test picture.');
  context.scale(scene.scale, scene.scale);
  for (const [fill, top] of SKY) {
    context.fillStyle = fill;
    context.fillRect(0, top, scene.width, scene.height - top);
  }
  context.fillStyle = SEA;
  context.fillRect(0, WATER_Y - 12, scene.width, scene.height);
  return sky;
}

function paintBoat(
  context: OffscreenCanvasRenderingContext2D,
  boat: readonly { fill: string; path: Path2D }[],
  { width }: Scene,
  ms: number,
): void {
  const part = (ms % CROSSING_MS) / CROSSING_MS;
  context.save();
  context.translate(part * (width + 2 * OUTSIDE) - OUTSIDE, WATER_Y + 3 * Math.sin(ms / 450));
  context.rotate(0.04 * Math.sin(ms / 600));
  for (const { fill, path } of boat) {
    context.fillStyle = fill;
    context.fill(path);
  }
  context.restore();
}

/** Two rows of waves that go against each other. */
function paintSea(context: OffscreenCanvasRenderingContext2D, scene: Scene, ms: number): void {
  paintWaves(context, SEA, scene, WATER_Y + 14, ms / 40);
  paintWaves(context, SEA_NEAR, scene, WATER_Y + 54, -ms / 25);
}

function paintWaves(
  context: OffscreenCanvasRenderingContext2D,
  fill: string,
  { width, height }: Scene,
  top: number,
  shift: number,
): void {
  const length = 80;
  context.fillStyle = fill;
  context.beginPath();
  context.moveTo(0, height);
  const first = (((shift % length) + length) % length) - length;
  context.lineTo(first, top);
  for (let x = first; x < width; x += length) {
    context.quadraticCurveTo(x + length / 4, top - 9, x + length / 2, top);
    context.quadraticCurveTo(x + (length * 3) / 4, top + 9, x + length, top);
  }
  context.lineTo(width, height);
  context.fill();
}

/** Each figure in a place of its own, so that none moves when another changes. */
function paintTime(context: OffscreenCanvasRenderingContext2D, ms: number): void {
  const figures = [...String(Math.round(ms))].reverse();
  context.fillStyle = INK;
  context.textAlign = 'center';
  context.font = FIGURES.font;
  figures.forEach((figure, i) => {
    const gap = Math.floor(i / 3) * 12;
    context.fillText(figure, FIGURES.right - (i + 0.5) * FIGURES.digit - gap, FIGURES.base);
  });
  context.textAlign = 'left';
  context.font = UNIT.font;
  context.fillText('ms', UNIT.left, FIGURES.base);
  const tenths = Math.floor((Math.round(ms) % 1000) / 100);
  for (let i = 0; i < TILES.count; i += 1) {
    context.fillStyle = i <= tenths ? INK : INK_WASH;
    context.fillRect(TILES.left + i * TILES.pitch, TILES.top, TILES.size, TILES.height);
  }
}
