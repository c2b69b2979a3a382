import type { SourceShape } from '../../../model/media/types';
import { sweep } from '../../../model/sweep/sweep';
import type { SweepPoint } from '../../../model/sweep/types';
import { detailSteps } from './detail';
import { runCooperatively } from './cooperative-scheduler';
import type { DetailQuery, FromWorker, SweepQuery, ToWorker } from './messages';
import { passes } from './passes';
import { messageOf } from '../../../model/message-of';

/** A detail that has taken longer than this gives way to a newer one; a shorter one is worth finishing, ms. */
const PATIENCE_MS = 60;

let media: SourceShape | null = null;
/** The only sweep that counts; 0 is none. */
let newest = 0;
/** The newest detail that is wanted, and whether one is being worked out. */
let wanted: { key: string; order: DetailQuery } | null = null;
let detailing = false;

const post = (message: FromWorker): void => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  switch (data.type) {
    case 'media':
      media = data.media;
      return;
    case 'sweep':
      newest = data.generation;
      run(data.generation, data.order).catch(failed);
      return;
    case 'detail':
      wanted = data;
      if (!detailing) details().catch(failed);
      return;
    case 'cancel':
      newest = 0;
      post({ type: 'cancelled' });
  }
});

async function run(generation: number, order: SweepQuery): Promise<void> {
  if (!media) return;
  const scenario = { ...order.scenario, media };
  let points: SweepPoint[] = [];
  const send = (done: boolean): void => {
    post({ type: 'points', generation, points, done });
    points = [];
  };
  function* all(): Generator<SweepPoint, true> {
    for (const values of passes(order.values)) yield* sweep({ ...order, scenario, values });
    return true;
  }
  const done = await runCooperatively(all(), {
    step: (point) => points.push(point),
    pause: () => send(false),
    counts: () => newest === generation,
  });
  if (done) send(true);
}

async function details(): Promise<void> {
  detailing = true;
  try {
    while (wanted && media) {
      const mine = wanted;
      const detail = await runCooperatively(detailSteps(mine.order, media), {
        counts: (lastedMs) => wanted === mine || lastedMs < PATIENCE_MS,
      });
      if (wanted === mine) wanted = null;
      if (detail) post({ type: 'detail', key: mine.key, detail });
    }
  } finally {
    detailing = false;
  }
}

function failed(error: unknown): void {
  wanted = null;
  const message = messageOf(error);
  post({ type: 'failed', message });
}
