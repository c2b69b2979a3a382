import { sweep } from '../../../model/scenario/sweep';
import type { SweepPoint } from '../../../model/scenario/types';
import type { SourceShape } from '../../../model/media/source';
import { detailOf } from './detail';
import type { FromWorker, SweepOrder, ToWorker } from './messages';
import { passes } from './passes';

/** The worker looks for newer requests this often while it sweeps, ms. */
const TURN_MS = 8;

let media: SourceShape | null = null;
/** The only sweep that counts; 0 is none. */
let newest = 0;

const answer = (message: FromWorker): void => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  switch (data.type) {
    case 'media':
      media = data.media;
      return;
    case 'sweep':
      newest = data.generation;
      void run(data.generation, data.order);
      return;
    case 'detail':
      attempt(data.generation, () => {
        if (!media) return;
        const detail = detailOf(data.order, media);
        answer({ type: 'detail', generation: data.generation, detail });
      });
      return;
    case 'cancel':
      newest = 0;
      answer({ type: 'cancelled' });
  }
});

async function run(generation: number, order: SweepOrder): Promise<void> {
  if (!media) return;
  const scenario = { ...order.scenario, media };
  let points: SweepPoint[] = [];
  const send = (done: boolean): void => {
    answer({ type: 'points', generation, points, done });
    points = [];
  };
  try {
    let sinceMs = performance.now();
    for (const values of passes(order.values)) {
      for (const point of sweep({ ...order, scenario, values })) {
        points.push(point);
        if (performance.now() - sinceMs < TURN_MS) continue;
        send(false);
        await turn();
        if (newest !== generation) return;
        sinceMs = performance.now();
      }
    }
    send(true);
  } catch (error) {
    failed(generation, error);
  }
}

/** Lets what has been posted meanwhile be heard; unlike a timer it waits for nothing else. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

function attempt(generation: number, work: () => void): void {
  try {
    work();
  } catch (error) {
    failed(generation, error);
  }
}

function failed(generation: number, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  answer({ type: 'failed', generation, message });
}
