import { ENDPOINTS, type Endpoint, type EndpointFigures } from '../ipc/server-port';
import type { Answer } from './responses/response';

/** What each endpoint has done since the server started. */
export class Figures {
  readonly #of = new Map<Endpoint, EndpointFigures>(
    ENDPOINTS.map((endpoint) => [endpoint, { endpoint, open: 0, served: 0, heldEachBytes: 0 }]),
  );
  /** Of all answers that are over. */
  #sentBytes = 0;

  opened({ endpoint }: Answer): void {
    const figures = this.#of.get(endpoint);
    if (figures) figures.open++;
  }

  closed({ endpoint, sentBytes, mostHeldBytes }: Answer, isDone: boolean): void {
    this.#sentBytes += sentBytes;
    const figures = this.#of.get(endpoint);
    if (!figures) return;
    figures.open--;
    if (isDone) figures.served++;
    figures.heldEachBytes = Math.max(figures.heldEachBytes, mostHeldBytes);
  }

  get closedSentBytes(): number {
    return this.#sentBytes;
  }

  /** The figures, with what the open answers hold. */
  all(open: Iterable<Answer>): EndpointFigures[] {
    const all = new Map([...this.#of].map(([endpoint, figures]) => [endpoint, { ...figures }]));
    for (const { endpoint, mostHeldBytes } of open) {
      const figures = all.get(endpoint);
      if (figures) figures.heldEachBytes = Math.max(figures.heldEachBytes, mostHeldBytes);
    }
    return [...all.values()];
  }
}
