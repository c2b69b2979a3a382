/**
 * The servers beside which ours is measured, as plain as Node allows: `pipe FILE BYTES` answers with
 * createReadStream(FILE, { highWaterMark: BYTES }).pipe(res), `small BYTES` with so many bytes from memory.
 */
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';

const [how, first, second] = process.argv.slice(2);

const answers = {
  pipe: (_, res) => createReadStream(first, { highWaterMark: Number(second) }).pipe(res),
  small(_, res) {
    res.writeHead(200, { 'Content-Type': 'text/html', 'Content-Length': body.byteLength });
    res.end(body);
  },
};

const body = how === 'small' ? Buffer.alloc(Number(first), 'a') : Buffer.alloc(0);
const server = createServer(answers[how]);
server.listen(0, '127.0.0.1', () => {
  const url = `http://127.0.0.1:${server.address().port}`;
  process.stdout.write(`${JSON.stringify({ url, pid: process.pid })}\n`);
});
process.once('SIGTERM', () => process.exit(0));
