import type { ServerEvent } from '../../ipc/server-port';

/** Lines that come within this time are written together: each write to a pipe is a call of its own, ms. */
const TOGETHER_MS = 100;

/** A request's event on one line: seconds since the start, client, request, status, bytes sent, what happened. */
export function logLine({
  tMs,
  client,
  method,
  target,
  status,
  sentBytes,
  kind,
  place,
  seat,
}: ServerEvent): string {
  // Nothing that a client sends may start a line of its own or speak to the terminal.
  const asked = `${method} ${target}`.replace(/[^\x20-\x7e]/g, '?');
  const where = seat !== null ? ` seat ${seat}` : place > 0 ? ` place ${place}` : '';
  return `${(tMs / 1000).toFixed(3)} client ${client} "${asked}" ${status} ${sentBytes} ${kind}${where}`;
}

/** Writes lines to stderr, many at a time. */
export class LogWriter {
  #lines: string[] = [];
  #timer: NodeJS.Timeout | null = null;

  constructor() {
    // Whoever read it has gone: the server goes on.
    process.stderr.on('error', () => undefined);
  }

  write(line: string): void {
    this.#lines.push(line);
    this.#timer ??= setTimeout(() => this.#flush(), TOGETHER_MS);
  }

  /** Writes what is left. */
  close(): void {
    this.#flush();
  }

  #flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#lines.length > 0) process.stderr.write(`${this.#lines.join('\n')}\n`);
    this.#lines = [];
  }
}
