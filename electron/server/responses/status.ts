import type { Prepare } from './response';

/** `/status`: what the server is doing, as JSON. It takes no seat, so it answers when all are taken. */
export function statusAnswers(status: () => unknown): Prepare {
  return () => (answer) => {
    const body = Buffer.from(`${JSON.stringify(status(), null, 2)}\n`);
    answer.totalBytes = body.byteLength;
    const headers = ['Content-Type', 'application/json', 'Content-Length', String(body.byteLength)];
    answer.head(200, headers);
    answer.end(body);
  };
}
