/**
 * The clients of the bench, on bare sockets so that they cost less than the server, in a process of their own:
 * `download URL CLIENTS` takes one whole answer each; `small URL CLIENTS SECONDS` asks again and again on kept
 * connections; `feed URL CLIENTS SLOW SECONDS` looks at pictures, SLOW of the clients at 20 kB/s. Prints JSON.
 */
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';

const [how, address, count, ...rest] = process.argv.slice(2);
const url = new URL(address);
const clients = Number(count);
const ask = (connection) =>
  `GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\nConnection: ${connection}\r\n\r\n`;

/** Reads into the same memory again and again; `heard` may return false to pause. */
function open(heard, bufferBytes = 256 * 1024) {
  const buffer = Buffer.alloc(bufferBytes);
  return connect({
    port: Number(url.port),
    host: url.hostname,
    onread: { buffer, callback: (length) => heard(buffer.subarray(0, length)) },
  });
}

/** One answer to its end; its bytes on the wire, and whether it ended as its framing says. */
function download() {
  return new Promise((resolve, reject) => {
    let bytes = 0;
    let head = '';
    let tail = '';
    const socket = open((piece) => {
      if (bytes === 0) head = piece.toString('latin1', 0, 400);
      bytes += piece.length;
      tail = (tail + piece.toString('latin1', Math.max(0, piece.length - 5))).slice(-5);
      return true;
    });
    socket.on('error', reject);
    socket.on('end', () => socket.end());
    socket.on('close', () => {
      const isWhole = !/transfer-encoding: chunked/i.test(head) || tail === '0\r\n\r\n';
      if (head.startsWith('HTTP/1.1 200') && isWhole) resolve(bytes);
      else reject(new Error(`after ${bytes} bytes: ${head.slice(0, 60)}`));
    });
    socket.write(ask('close'));
  });
}

/** Asks on one connection until told to stop; every answer is as long as the first. */
function small(until) {
  return new Promise((resolve, reject) => {
    let answers = 0;
    let length = 0;
    let have = 0;
    const socket = open((piece) => {
      if (length === 0) {
        const head = piece.toString('latin1');
        length = head.indexOf('\r\n\r\n') + 4 + Number(/content-length: (\d+)/i.exec(head)?.[1]);
        if (!(length > 4)) reject(new Error(head));
      }
      have += piece.length;
      if (have < length) return true;
      have = 0;
      length = 0;
      answers++;
      if (performance.now() < until) socket.write(ask('keep-alive'));
      else socket.destroy();
      return true;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(answers));
    socket.write(ask('keep-alive'));
  });
}

/** No head of a part, nor of the answer, takes more at once. */
const HEAD_BYTES = 256;

/** Counts whole frames by their Content-Length. */
class Viewer {
  frames = 0;
  bytes = 0;
  #head = '';
  #left = 0;

  constructor(slow) {
    const socket = open(
      (piece) => {
        this.#take(piece);
        if (!slow) return true;
        void setTimeout((piece.length / 20_000) * 1000).then(() => socket.resume());
        return false;
      },
      slow ? 2000 : 64 * 1024,
    );
    socket.on('error', () => undefined);
    socket.write(ask('close'));
    this.socket = socket;
  }

  #take(piece) {
    this.bytes += piece.length;
    for (let at = 0; at < piece.length;) {
      if (this.#left > 0) {
        const step = Math.min(this.#left, piece.length - at);
        this.#left -= step;
        at += step;
        if (this.#left === 0) this.frames++;
      } else {
        const head = this.#head + piece.toString('latin1', at, at + HEAD_BYTES);
        const found = /Content-Length: (\d+)\r\n\r\n/.exec(head);
        at += (found ? found.index + found[0].length : head.length) - this.#head.length;
        this.#left = Number(found?.[1] ?? 0);
        this.#head = found ? '' : head;
      }
    }
  }
}

const measure = {
  async download() {
    const began = performance.now();
    const bytes = await Promise.all(Array.from({ length: clients }, download));
    return { ms: performance.now() - began, bytes };
  },
  async small() {
    const began = performance.now();
    const until = began + Number(rest[0]) * 1000;
    const answers = await Promise.all(Array.from({ length: clients }, () => small(until)));
    const total = answers.reduce((sum, each) => sum + each, 0);
    return { perSecond: (total * 1000) / (performance.now() - began) };
  },
  async feed() {
    const [slow, seconds] = rest.map(Number);
    const viewers = Array.from({ length: clients }, (_, i) => new Viewer(i < slow));
    while (viewers.some(({ frames }) => frames === 0)) await setTimeout(50);
    process.stdout.write('"looking"\n');
    const before = viewers.map(({ frames }) => frames);
    const began = performance.now();
    await setTimeout(seconds * 1000);
    const took = (performance.now() - began) / 1000;
    const fps = viewers.map(({ frames }, i) => (frames - before[i]) / took);
    viewers.forEach(({ socket }) => socket.destroy());
    return { slow: fps.slice(0, slow), others: fps.slice(slow), seconds: took };
  },
};

process.stdout.write(`${JSON.stringify(await measure[how]())}\n`);
process.exit(0);
