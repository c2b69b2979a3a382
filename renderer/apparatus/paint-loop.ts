import { session } from '../session/session';
import { sceneOf, type Scene } from './scene';

/** Draws one part of the picture from a moment of the run. */
export type FrameRenderer = (scene: Scene) => void;

/** Wall time between two writings of words, ms. */
const TEXT_MS = 100;
/** Wall time between two labels for screen readers, ms. */
const LABEL_MS = 2000;
/** With reduced motion, and while nothing moves, the picture is drawn this seldom, ms. */
const SLOW_MS = 250;

const painters = new Set<FrameRenderer>();
const calm = window.matchMedia('(prefers-reduced-motion: reduce)');
let request = 0;
let drawnMs = -Infinity;
let textsMs = -Infinity;
let labelsMs = -Infinity;
let moment = '';

/** Adds a painter to the one animation loop of the window; the returned function takes it out. */
export function addRenderer(painter: FrameRenderer): () => void {
  painters.add(painter);
  // A new part has neither words nor label: the next frame writes all.
  moment = '';
  drawnMs = textsMs = labelsMs = -Infinity;
  if (request === 0) request = requestAnimationFrame(draw);
  return () => {
    painters.delete(painter);
    if (painters.size > 0) return;
    cancelAnimationFrame(request);
    request = 0;
  };
}

function draw(wallMs: number): void {
  request = requestAnimationFrame(draw);
  const { run } = session.getState();
  const phase = run?.store.getState().phase ?? '';
  const seen = `${phase} ${String(run?.shownMs() ?? '')}`;
  const changed = seen !== moment;
  const moving = phase === 'running' && !calm.matches;
  // A change of phase or a step is drawn at once; a moment that stands is looked at now and then.
  if (!moving && wallMs - drawnMs < SLOW_MS && (phase === 'running' || !changed)) return;
  const texts = !moving || wallMs - textsMs >= TEXT_MS;
  const labels = wallMs - labelsMs >= LABEL_MS;
  const scene = sceneOf(run, { texts, labels });
  for (const painter of painters) painter(scene);
  moment = seen;
  drawnMs = wallMs;
  if (texts) textsMs = wallMs;
  if (labels) labelsMs = wallMs;
}
