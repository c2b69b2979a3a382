import type { PrepareHandler } from './response';

/** `/status`: what the server is doing, as JSON. It takes no seat, so it answers when all are taken. */
export function statusResponses(status: () => unknown): PrepareHandler {
  return () => (response) => {
    const body = Buffer.from(`${JSON.stringify(status(), null, 2)}\n`);
    response.totalBytes = body.byteLength;
    const headers = ['Content-Type', 'application/json', 'Content-Length', String(body.byteLength)];
    response.writeHead(200, headers);
    response.end(body);
  };
}
