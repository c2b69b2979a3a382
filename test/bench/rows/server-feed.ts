import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { load, ourServer, type ServerProcess } from '../http/process';
import { mostResident, statusOf } from '../http/watch';
import type { Machine } from '../machine';
import type { Finding, Row } from '../row';
import { median } from '../statistics';

const VIEWERS = 100;
const SLOW = 10;
const MANY = 1000;
const SECONDS = 10;
const feedSchema = z.object({
  slow: z.array(z.number()),
  others: z.array(z.number()),
  seconds: z.number(),
});

/** `/feed` 640x360 at 25 fps for 100 viewers, then with 10 of them at 20 kB/s, then for 1,000; its own process, beside the encoder. */
export const serverFeed: Row = {
  name: 'server-feed',
  async measure(machine) {
    const server = await ourServer(machine, '--feed', 'test', '--model', 'async');
    try {
      const warm = await watched(machine, server, { viewers: 1, slow: 0, seconds: 3 });
      const all = await watched(machine, server, { viewers: VIEWERS, slow: 0, seconds: SECONDS });
      const mixed = await watched(machine, server, {
        ...{ viewers: VIEWERS, slow: SLOW, seconds: SECONDS },
      });
      const many = await watched(machine, server, { viewers: MANY, slow: 0, seconds: SECONDS });
      return [...findings(warm, all, mixed), ...ofMany(warm, many)];
    } finally {
      await server.stop();
    }
  },
};

interface Watched {
  slow: number[];
  others: number[];
  /** Of the process over what it had before, bytes. */
  growth: number;
  /** Share of one core that the server's process took. */
  core: number;
}

async function watched(
  machine: Machine,
  server: ServerProcess,
  { viewers, slow, seconds }: { viewers: number; slow: number; seconds: number },
): Promise<Watched> {
  await setTimeout(1000);
  const { memory } = await statusOf(server);
  const args = ['feed', `${server.url}/feed`, ...[viewers, slow, seconds].map(String)];
  const lines = load(machine, ...args);
  await lines.next();
  const before = await statusOf(server);
  const began = performance.now();
  const result = lines.next();
  const most = await mostResident(server, result);
  const after = await statusOf(server);
  const tookUs = (performance.now() - began) * 1000;
  const { slow: slowFps, others } = feedSchema.parse((await result).value);
  for await (const line of lines) throw new Error(JSON.stringify(line));
  const busyUs = after.cpu.user + after.cpu.system - before.cpu.user - before.cpu.system;
  const watched = {
    ...{ slow: slowFps, others, growth: most - memory.rss, core: busyUs / tookUs },
  };
  machine.say(
    `${viewers} viewers, ${slow} slow: least ${Math.min(...others).toFixed(2)} fps, +${(watched.growth / 1e6).toFixed(1)} MB, ${watched.core.toFixed(2)} of a core`,
  );
  return watched;
}

function findings(one: Watched, all: Watched, mixed: Watched): Finding[] {
  const source = { what: 'one viewer', value: median(one.others) };
  const least = Math.min(...all.others);
  return [
    {
      what: `/feed, ${VIEWERS} viewers: the least fps of any`,
      unit: 'fps',
      ours: least,
      baseline: source,
      judged: { value: least, unit: 'fps' },
      target: { atLeast: 24 },
      detail: { ...all },
    },
    {
      what: `/feed, ${VIEWERS} viewers: growth of the process`,
      unit: 'MB',
      ours: all.growth / 1e6,
      baseline: { what: 'one viewer', value: one.growth / 1e6 },
      judged: { value: all.growth / 1e6, unit: 'MB' },
      target: { atMost: 30 },
      detail: {},
    },
    {
      what: `/feed, ${VIEWERS} viewers: the server beside the encoder`,
      unit: 'core',
      ours: all.core,
      baseline: { what: 'one viewer', value: one.core },
      judged: { value: all.core, unit: 'core' },
      target: { atMost: 0.3 },
      detail: {},
    },
    {
      what: `/feed, ${SLOW} of ${VIEWERS} at 20 kB/s: most frames that another one lost`,
      unit: '%',
      ours: lost(mixed),
      baseline: { what: 'none slow', value: lost(all) },
      judged: { value: lost(mixed), unit: '%' },
      target: { atMost: 2 },
      detail: { ...mixed },
    },
  ];
}

function ofMany(one: Watched, many: Watched): Finding[] {
  const least = Math.min(...many.others);
  return [
    {
      what: `/feed, ${MANY} viewers: the least fps of any`,
      unit: 'fps',
      ours: least,
      baseline: { what: 'one viewer', value: median(one.others) },
      judged: { value: least, unit: 'fps' },
      target: { atLeast: 24 },
      detail: { ...many },
    },
    {
      what: `/feed, ${MANY} viewers: the server beside the encoder`,
      unit: 'core',
      ours: many.core,
      baseline: { what: 'one viewer', value: one.core },
      judged: { value: many.core, unit: 'core' },
      target: { atMost: 0.5 },
      detail: {},
    },
  ];
}

/** What the worst off of those who are not slow saw less than the best off, in the same seconds, %. */
function lost({ others }: Watched): number {
  return (1 - Math.min(...others) / Math.max(...others)) * 100;
}
