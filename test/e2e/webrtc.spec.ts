import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { expect, test } from './app';
import { roomReady } from './room';

const portOf = (server: Server) => (server.address() as AddressInfo).port;

test('WebRTC finds no way out of our window, neither by UDP nor by TCP, nor within TLS', async ({
  start,
}) => {
  let reached = 0;
  const listener = () =>
    createServer((socket) => {
      reached += 1;
      socket.destroy();
    }).listen(0, '127.0.0.1');
  const [tcp, tls] = [listener(), listener()];
  const udp = createSocket('udp4', () => (reached += 1)).bind(0, '127.0.0.1');
  await Promise.all([tcp, tls, udp].map((each) => once(each, 'listening')));
  const { window } = await start();
  const said: string[] = [];
  window.on('console', (message) => said.push(message.text()));
  await roomReady(window);
  await window.reload();
  const found = await window.evaluate(
    async ([tcpPort, tlsPort, udpPort]) => {
      const connection = new RTCPeerConnection({
        iceServers: [
          { urls: `stun:127.0.0.1:${udpPort}` },
          { urls: `turn:127.0.0.1:${tcpPort}?transport=tcp`, username: 'a', credential: 'b' },
          { urls: `turns:127.0.0.1:${tlsPort}`, username: 'a', credential: 'b' },
        ],
      });
      const ended = new Promise((resolve) => {
        connection.onicegatheringstatechange = () => {
          if (connection.iceGatheringState === 'complete') resolve(null);
        };
      });
      const candidates: string[] = [];
      connection.onicecandidate = ({ candidate }) => {
        if (candidate?.candidate) candidates.push(candidate.candidate);
      };
      connection.createDataChannel('out');
      await connection.setLocalDescription(await connection.createOffer());
      await ended;
      return candidates;
    },
    [portOf(tcp), portOf(tls), udp.address().port] as const,
  );
  udp.close();
  tcp.close();
  tls.close();
  expect(found).toEqual([]);
  expect(reached).toBe(0);
  expect(said.filter((text) => text.includes('Content-Security-Policy'))).toEqual([]);
});
