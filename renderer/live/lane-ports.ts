import { lanePortMessageSchema } from '../../electron/ipc/contract';
import type { Method } from '../../model/delivery/types';

/** Calls back with each port that preload hands to this page for a run; the returned function stops listening. */
export function collectPorts(
  page: Window,
  runId: string,
  attach: (method: Method, port: MessagePort) => void,
): () => void {
  const heard = (event: MessageEvent<unknown>): void => {
    // Only preload posts to the page's own window from its own origin; a frame or an opener is another source.
    if (event.source !== page || event.origin !== page.location.origin) return;
    const message = lanePortMessageSchema.safeParse(event.data);
    const [port] = event.ports;
    if (message.success && message.data.runId === runId && port) attach(message.data.method, port);
  };
  page.addEventListener('message', heard);
  return () => page.removeEventListener('message', heard);
}
