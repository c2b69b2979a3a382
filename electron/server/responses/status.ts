import type { PrepareHandler } from './response';

/** `/status`: what the server is doing, as JSON. It takes no seat, so it answers when all are taken. */
export function statusResponses(status: () => unknown): PrepareHandler {
  return () => (answer) => {
    const body = Buffer.from(`${JSON.stringify(status(), null, 2)}\n`);
    answer.totalBytes = body.byteLength;
    const headers = ['Content-Type', 'application/json', 'Content-Length', String(body.byteLength)];
    answer.writeHead(200, headers);
    answer.end(body);
  };
}
