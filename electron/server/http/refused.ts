import type { ServerResponse } from 'node:http';

/** A request that gets a status and one sentence instead of an answer. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly status: number,
    message: string,
    /** Header names and values, one after the other. */
    readonly headers: readonly string[] = [],
  ) {
    super(message);
  }
}

/** Statuses after which the connection is closed: who sends such things is not listened to any further. */
const FINAL = new Set([400, 403, 405]);

/** Sends a refusal: its status and its sentence. */
export function refuse(response: ServerResponse, client: number, refused: Refused): void {
  const body = Buffer.from(`${refused.message}\n`);
  response.writeHead(refused.status, [
    ...['Content-Type', 'text/plain; charset=utf-8', 'Content-Length', String(body.byteLength)],
    ...['X-Bufferscope-Client', String(client), 'X-Content-Type-Options', 'nosniff'],
    ...refused.headers,
    ...(FINAL.has(refused.status) ? ['Connection', 'close'] : []),
  ]);
  response.end(body);
}
