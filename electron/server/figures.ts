import { ENDPOINTS, type Endpoint, type EndpointFigures } from '../ipc/server-port';
import type { Response } from './responses/response';

/** What each endpoint has done since the server started. */
export class Figures {
  readonly #of = new Map<Endpoint, EndpointFigures>(
    ENDPOINTS.map((endpoint) => [endpoint, { endpoint, open: 0, served: 0, heldEachBytes: 0 }]),
  );
  /** Of all answers that are over. */
  #sentBytes = 0;

  opened({ endpoint }: Response): void {
    const figures = this.#of.get(endpoint);
    if (figures) figures.open++;
  }

  closed({ endpoint, sentBytes, peakHeldBytes: peakHeldBytes }: Response, isDone: boolean): void {
    this.#sentBytes += sentBytes;
    const figures = this.#of.get(endpoint);
    if (!figures) return;
    figures.open--;
    if (isDone) figures.served++;
    figures.heldEachBytes = Math.max(figures.heldEachBytes, peakHeldBytes);
  }

  get closedSentBytes(): number {
    return this.#sentBytes;
  }

  /** The figures, with what the open answers hold. */
  all(open: Iterable<Response>): EndpointFigures[] {
    const all = new Map([...this.#of].map(([endpoint, figures]) => [endpoint, { ...figures }]));
    for (const { endpoint, peakHeldBytes: peakHeldBytes } of open) {
      const figures = all.get(endpoint);
      if (figures) figures.heldEachBytes = Math.max(figures.heldEachBytes, peakHeldBytes);
    }
    return [...all.values()];
  }
}
