import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toClientsSchema } from '../../../electron/ipc/clients-port';
import { toReaderSchema } from '../../../electron/ipc/lane-port';
import { serverListensSchema, toServerSchema } from '../../../electron/ipc/server-port';

const accepts = (message: unknown): boolean => toReaderSchema.safeParse(message).success;

it('a clock, a credit and a cut within their bounds are taken, any number beyond is not', () => {
  const clock = { type: 'clock', runMs: 0, atMs: 5, speed: 4 };
  expect(accepts(clock)).toBe(true);
  fc.assert(
    fc.property(fc.double({ min: 1e17 }), fc.constantFrom(1, -1), (size, sign) => {
      const wrong = size * sign;
      for (const field of ['runMs', 'atMs', 'speed']) {
        expect(accepts({ ...clock, [field]: wrong })).toBe(false);
      }
      expect(accepts({ type: 'credit', limitBytes: wrong })).toBe(false);
      expect(accepts({ type: 'cut', down: true, runMs: wrong })).toBe(false);
      expect(accepts({ type: 'ping', id: wrong })).toBe(false);
      expect(toServerSchema.safeParse({ type: 'drop', client: wrong }).success).toBe(false);
      expect(toClientsSchema.safeParse({ type: 'watch', id: wrong }).success).toBe(false);
    }),
  );
});

it.each([
  ['http://127.0.0.1:8417', true],
  ['http://127.0.0.1', false],
  ['http://127.0.0.1:0', false],
  ['http://127.0.0.1:8417/x', false],
  ['http://127.0.0.1:8417@evil.example', false],
  ['https://127.0.0.1:8417', false],
  ['http://localhost:8417', false],
  ['file:///etc/passwd', false],
])('%s is the address of a server of ours: %s', (origin, ours) => {
  expect(serverListensSchema.safeParse({ type: 'listening', origin }).success).toBe(ours);
});
