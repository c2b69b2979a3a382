/** Work goes on for so long before what has been posted meanwhile is heard, ms. */
const TURN_MS = 8;

interface Turns<S> {
  /** Called with each step. */
  step?: (step: S) => void;
  /** Called before others are heard. */
  pause?: () => void;
  /** Asked after others were heard: whether the work still counts, by how long it has lasted, ms. */
  counts: (lastedMs: number) => boolean;
}

/** Carries out steps in turns with everything else; what they return, or null once they no longer count. */
export async function runCooperatively<S, R>(
  steps: Generator<S, R>,
  { step, pause, counts }: Turns<S>,
): Promise<R | null> {
  const beganMs = performance.now();
  let sinceMs = beganMs;
  for (let next = steps.next(); ; next = steps.next()) {
    if (next.done) return next.value;
    step?.(next.value);
    if (performance.now() - sinceMs < TURN_MS) continue;
    pause?.();
    await turn();
    if (!counts(performance.now() - beganMs)) return null;
    sinceMs = performance.now();
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
