import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from './app';

test('WebRTC finds no way out of our window, neither by UDP nor by TCP', async ({ start }) => {
  let reached = 0;
  const tcp = createServer((socket) => {
    reached += 1;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  const udp = createSocket('udp4', () => (reached += 1)).bind(0, '127.0.0.1');
  await Promise.all([once(tcp, 'listening'), once(udp, 'listening')]);
  const { window } = await start();
  const said: string[] = [];
  window.on('console', (message) => said.push(message.text()));
  await window.reload();
  const found = await window.evaluate(
    async ([tcpPort, udpPort]) => {
      const connection = new RTCPeerConnection({
        iceServers: [
          { urls: `stun:127.0.0.1:${udpPort}` },
          { urls: `turn:127.0.0.1:${tcpPort}?transport=tcp`, username: 'a', credential: 'b' },
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
    [(tcp.address() as AddressInfo).port, udp.address().port],
  );
  udp.close();
  tcp.close();
  expect(found).toEqual([]);
  expect(reached).toBe(0);
  expect(said.filter((text) => text.includes('Content-Security-Policy'))).toEqual([]);
});
