import { expect, it } from 'vitest';
import { KeptRunReader } from '../../../model/runs/read-lines';
import { keepRun } from '../../../renderer/live/keep-run';
import { eventually } from '../../eventually';
import { runRig } from './run-rig';

const BYTES = 300_000;

/** What main is asked of a short run until it refuses. */
const ASKED = {
  'runs:begin': ['runs:begin'],
  'runs:append': ['runs:begin', 'runs:append', 'runs:finish'],
};

/** A short run, and main's end of the bridge: what it was asked, and what it refuses. */
async function kept(refuses: string | null) {
  const sizes = { chunkBytes: 50_000 };
  const lane = { bytes: BYTES, settings: sizes };
  const { run } = await runRig({
    ...{ methods: ['streaming'], link: 'constant:400kB/s', settings: sizes, lane },
  });
  const asked: string[] = [];
  let text = '';
  const errors: unknown[] = [];
  const request = (channel: string, payload: { plan?: string; lines?: string }) => {
    asked.push(channel);
    if (channel === refuses) return Promise.reject(new Error(`${channel} was refused.`));
    text += payload.plan ?? payload.lines ?? '';
    return Promise.resolve(channel === 'runs:begin' ? 'run' : undefined);
  };
  keepRun(run, { request: request as never }, (error) => errors.push(error));
  run.start();
  await run.finished;
  return { run, asked, errors, text: () => text };
}

it('hands main the whole run, line by line', async () => {
  const { run, asked, errors, text } = await kept(null);
  await eventually(() => expect(asked.at(-1)).toBe('runs:finish'));
  expect(errors).toEqual([]);
  const reader = new KeptRunReader();
  for (const line of text().split('\n')) reader.line(line);
  expect(reader.run()).toMatchObject({ brokenOff: false, log: { lengthMs: run.log().lengthMs } });
});

it.each(['runs:begin', 'runs:append'] as const)(
  'tells once that %s was refused',
  async (refused) => {
    const { asked, errors } = await kept(refused);
    await eventually(() => expect(errors).toEqual([new Error(`${refused} was refused.`)]));
    // Too short to be written from while it goes on: its end is all there is.
    expect(asked).toEqual(ASKED[refused]);
  },
);
