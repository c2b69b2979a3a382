import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { bareServer, loadResult, ourServer, type ServerProcess } from '../http/process';
import type { Machine } from '../machine';
import type { Finding, Row } from '../row';
import { median } from '../statistics';

const FILE_BYTES = 100e6;
const ROUNDS = 7;
const downloadSchema = z.object({ ms: z.number(), bytes: z.array(z.number()) });

/** `/stream` of 100 MB in large and in small chunks, beside a bare createReadStream().pipe(res). */
export const serverStream: Row = {
  name: 'server-stream',
  async measure(machine) {
    const path = join(machine.fresh('stream'), 'media.bin');
    writeFileSync(path, Buffer.alloc(FILE_BYTES, 'Bufferscope'));
    const ours = await ourServer(machine, '--media', path, '--model', 'async');
    try {
      const findings: Finding[] = [];
      for (const chunkBytes of [64 * 1024, 1024 * 1024]) {
        for (const clients of [1, 8]) {
          const rates = await beside(machine, ours, path, { chunkBytes, clients, rounds: ROUNDS });
          findings.push(large(chunkBytes, clients, rates));
        }
      }
      const small = await beside(machine, ours, path, { chunkBytes: 1024, clients: 1, rounds: 3 });
      return [...findings, ...smallChunks(small)];
    } finally {
      await ours.stop();
    }
  },
};

/** MB/s of all clients together, round by round. */
interface Rates {
  ours: number[];
  bare: number[];
}

/** The two take turns, so that both see the same machine. */
async function beside(
  machine: Machine,
  ours: ServerProcess,
  path: string,
  { chunkBytes, clients, rounds }: { chunkBytes: number; clients: number; rounds: number },
): Promise<Rates> {
  const bare = await bareServer(machine, 'pipe', path, String(chunkBytes));
  const rates: Rates = { ours: [], bare: [] };
  const rate = async (url: string): Promise<number> => {
    const result = await loadResult(machine, 'download', url, String(clients));
    const { ms, bytes } = downloadSchema.parse(result);
    if (bytes.some((each) => each < FILE_BYTES)) throw new Error(`only ${bytes.join()} bytes came`);
    return (FILE_BYTES * clients) / 1e3 / ms;
  };
  try {
    for (let round = 0; round <= rounds; round++) {
      const now = {
        bare: await rate(`${bare.url}/`),
        ours: await rate(`${ours.url}/stream?file=media&chunk=${chunkBytes}`),
      };
      // The first round warms both up.
      if (round === 0) continue;
      rates.bare.push(now.bare);
      rates.ours.push(now.ours);
    }
  } finally {
    await bare.stop();
  }
  machine.say(
    `${chunkBytes} bytes, ${clients} clients, MB/s: bare ${median(rates.bare).toFixed()}, ours ${median(rates.ours).toFixed()}`,
  );
  return rates;
}

function large(chunkBytes: number, clients: number, rates: Rates): Finding {
  const [ours, bare] = [median(rates.ours), median(rates.bare)];
  return {
    what: `/stream, 100 MB, ${chunkBytes / 1024} KiB chunks, ${clients} at once`,
    unit: 'MB/s',
    ours,
    baseline: { what: 'createReadStream().pipe(res)', value: bare },
    judged: { value: ours / bare, unit: 'x' },
    target: { atLeast: 0.9 },
    detail: { ...rates },
  };
}

function smallChunks(rates: Rates): Finding[] {
  const [ours, bare] = [median(rates.ours), median(rates.bare)];
  const what = '/stream, 100 MB, 1024-byte chunks';
  const baseline = { what: 'createReadStream({ highWaterMark: 1024 }).pipe(res)', value: bare };
  const common = { what, unit: 'MB/s', ours, baseline, detail: { ...rates } };
  return [
    { ...common, judged: { value: ours, unit: 'MB/s' }, target: { atLeast: 100 } },
    { ...common, judged: { value: ours / bare, unit: 'x' }, target: { atLeast: 8 } },
  ];
}
