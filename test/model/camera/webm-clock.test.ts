import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WebmClock } from '../../../model/camera/webm-clock';

/** A size as a live recorder writes it: all ones, "not known". */
const UNKNOWN = [0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];

const element = (id: number[], body: number[]): number[] => [
  ...id,
  0x10 | (body.length >>> 24),
  (body.length >>> 16) & 0xff,
  (body.length >>> 8) & 0xff,
  body.length & 0xff,
  ...body,
];

interface Block {
  offsetMs: number;
  bytes: number;
  /** In a BlockGroup, as a recorder writes what has more to say of itself. */
  grouped: boolean;
}

interface Cluster {
  ms: number;
  blocks: Block[];
}

function block({ offsetMs, bytes, grouped }: Block): number[] {
  const offset = offsetMs & 0xffff;
  const body = [0x81, offset >>> 8, offset & 0xff, 0, ...Array<number>(bytes).fill(0xa3)];
  return grouped ? element([0xa0], element([0xa1], body)) : element([0xa3], body);
}

function webm(clusters: readonly Cluster[]): Uint8Array {
  const head = [
    ...element([0x1a, 0x45, 0xdf, 0xa3], [0x42, 0x82, 0x84, 0x77, 0x65, 0x62, 0x6d]),
    ...[0x18, 0x53, 0x80, 0x67, ...UNKNOWN],
    ...element([0x15, 0x49, 0xa9, 0x66], [0x2a, 0xd7, 0xb1, 0x83, 0x0f, 0x42, 0x40]),
  ];
  const body = clusters.flatMap(({ ms, blocks }) => [
    ...[0x1f, 0x43, 0xb6, 0x75, ...UNKNOWN],
    ...element([0xe7], [ms >>> 24, (ms >>> 16) & 0xff, (ms >>> 8) & 0xff, ms & 0xff]),
    ...blocks.flatMap(block),
  ]);
  return Uint8Array.from([...head, ...body]);
}

const clusters = fc.array(
  fc.record({
    ms: fc.integer({ min: 0, max: 100_000_000 }),
    blocks: fc.array(
      fc.record({
        offsetMs: fc.integer({ min: -100, max: 32_767 }),
        bytes: fc.integer({ min: 0, max: 40 }),
        grouped: fc.boolean(),
      }),
      { maxLength: 6 },
    ),
  }),
  { maxLength: 5 },
);

describe('WebmClock', () => {
  it('reaches the latest block, however the recording is cut', () => {
    fc.assert(
      fc.property(
        clusters,
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }),
        (all, cuts) => {
          const bytes = webm(all);
          const clock = new WebmClock();
          let reached = 0;
          for (let at = 0, i = 0; at < bytes.length; i += 1) {
            const to = at + (cuts[i % cuts.length] ?? 1);
            reached = clock.push(bytes.subarray(at, to));
            at = to;
          }
          const times = all.flatMap(({ ms, blocks }) =>
            blocks.map(({ offsetMs }) => ms + offsetMs),
          );
          expect(reached).toBe(Math.max(0, ...times) / 1000);
        },
      ),
    );
  });

  it('has reached nothing before the first block', () => {
    expect(new WebmClock().push(webm([]))).toBe(0);
  });
});
