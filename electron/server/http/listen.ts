import { createServer, STATUS_CODES, type RequestListener, type Server } from 'node:http';
import { Socket, type AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { say } from '../../words';
import type { Connections } from './connections';
import { ownValue } from '../../../model/own-value';
/** What a client may take its time for, ms, and how much it may send, bytes. */
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 1000,
  maxHeaderSize: 8192,
};

/** The status for what Node's parser could not make a request of; 400 when it is not named here. */
const STATUS_OF: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** A server of Node's own, on this computer's loopback only; settles when it listens, rejects when it cannot. */
export async function listen(
  port: number,
  connections: Connections,
  asked: RequestListener,
): Promise<{ server: Server; port: number }> {
  const server = createServer(LIMITS, asked);
  // A client that has nothing more to ask may end its sending side and still wants its answer (RFC 9112, 9.6).
  Object.assign(server, { httpAllowHalfOpen: true });
  server.on('connection', (socket) => connections.opened(socket));
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // Behind a request that closes the connection nothing is heard, whatever it is.
    if (error.code === 'HPE_CLOSED_CONNECTION') return;
    if (error.code === 'ECONNRESET' || !(socket instanceof Socket)) {
      socket.destroy();
      return;
    }
    const status = ownValue(STATUS_OF, error.code ?? '') ?? 400;
    // What is being answered on this connection must not get a second head in its middle.
    connections.inTurn(socket, () => refuse(socket, status, 'malformed'));
  });
  // CONNECT never reaches the listener; what was asked before it on its connection is answered first.
  server.on('connect', (request, socket) =>
    connections.inTurn(request.socket, () =>
      refuse(socket, 405, 'connect', 'Allow: GET, HEAD\r\n'),
    ),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  return { server, port: (server.address() as AddressInfo).port };
}

/** Answers on the bare connection and closes it. */
function refuse(socket: Duplex, status: number, word: string, headers = ''): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const body = `${say(`serve.refused.${word}`)}\n`;
  socket.on('error', () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Type: text/plain; charset=utf-8\r\n${headers}` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    () => socket.destroy(),
  );
}

/** The sentence for a port that the system did not give. */
export function cannotListen(port: number, error: unknown): string {
  const { code = String(error) } = error as NodeJS.ErrnoException;
  const key = code === 'EADDRINUSE' ? 'portTaken' : 'cannotListen';
  return say(`serve.${key}`, { port, reason: code });
}
