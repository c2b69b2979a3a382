import { z } from 'zod';
import { bareServer, loadResult, ourServer } from '../http/process';
import type { Row } from '../row';
import { median } from '../statistics';

const CLIENTS = 8;
const SECONDS = 2;
const ROUNDS = 5;
const smallSchema = z.object({ perSecond: z.number() });

/** Answers a second with the small page, beside a bare node:http server that sends as many bytes. */
export const serverSmall: Row = {
  name: 'server-small',
  async measure(machine) {
    const ours = await ourServer(machine, '--model', 'async');
    const bytes = (await (await fetch(ours.url)).arrayBuffer()).byteLength;
    const bare = await bareServer(machine, 'small', String(bytes));
    const rate = async (url: string): Promise<number> => {
      const args = ['small', `${url}/`, String(CLIENTS), String(SECONDS)];
      return smallSchema.parse(await loadResult(machine, ...args)).perSecond;
    };
    const rates = { ours: [] as number[], bare: [] as number[] };
    try {
      for (let round = 0; round <= ROUNDS; round++) {
        const now = { bare: await rate(bare.url), ours: await rate(ours.url) };
        if (round === 0) continue;
        rates.bare.push(now.bare);
        rates.ours.push(now.ours);
      }
    } finally {
      await Promise.all([ours.stop(), bare.stop()]);
    }
    const [value, base] = [median(rates.ours), median(rates.bare)];
    machine.say(`answers a second: bare ${base.toFixed()}, ours ${value.toFixed()}`);
    return [
      {
        what: `small response, ${bytes} bytes, ${CLIENTS} kept connections`,
        unit: '/s',
        ours: value,
        baseline: { what: 'bare node:http', value: base },
        judged: { value: value / base, unit: 'x' },
        target: { atLeast: 0.9 },
        detail: rates,
      },
    ];
  },
};
