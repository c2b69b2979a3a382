import { describe, expect, it } from 'vitest';
import { createLink } from '../../../model/link/link';
import { parseLinkSpec } from '../../../model/link/spec/spec';
import { runLogSchema } from '../../../model/run/schema';
import { stepMs } from '../../../model/scenario/step-runner';
import { ScenarioDriver } from '../../../renderer/live/scenario-driver';
import { hostOfRun } from '../../../renderer/live/story-host';
import { eventually } from '../../eventually';
import { scenarioOf } from '../../model/scenario/bundled';
import { runRig } from './run-rig';

const STEPS = `title: A
methods: [streaming]
settings: {speed: 4}
link: constant:4MB/s
steps:
  - {at: 0s, caption: first}
  - {when: start(streaming), highlight: {station: player}, caption: second}
  - {when: start(streaming), after: 100ms, cut: 200ms}
  - {when: restored, caption: none, highlight: none}
  - {when: stall(streaming 9), caption: never}
`;

async function driven(text: string, waits: boolean) {
  const scenario = scenarioOf(text);
  const rig = await runRig({ methods: ['streaming'], link: 'constant:4MB/s', settings: {} });
  return { ...rig, scenario, driver: new ScenarioDriver(scenario, hostOfRun(rig.run), waits) };
}

describe('a scenario in a live run', () => {
  it('does its steps at the moments that the log gives, marks them there, and says what never came', async () => {
    const { run, scenario, driver } = await driven(STEPS, false);
    run.start();
    await run.finished;
    const log = runLogSchema.parse(run.log());
    const { came, over } = driver.store.getState();
    expect(over).toBe(true);
    const whole = { lanes: log.lanes, outages: log.link.outages };
    expect(came).toEqual(scenario.steps.map((step) => stepMs(step, whole)));
    const [cut, ...more] = log.link.outages;
    expect(more).toEqual([]);
    expect(cut?.byHand).toBe(true);
    expect(cut?.fromMs).toBeGreaterThanOrEqual(came[2] ?? NaN);
    const own = log.marks.filter(({ from, kind }) => from === 'scenario' && kind === 'caption');
    expect(own.map(({ tMs, toMs, text }) => [tMs, toMs, text['en']])).toEqual([
      [came[0], came[1], 'first'],
      [came[1], came[3], 'second'],
    ]);
    expect(driver.missing()).toEqual([{ line: 10, begins: 'stall(streaming 9)' }]);
  });

  it('waits for a key where it pauses, and the next step by hand goes on', async () => {
    const text = STEPS.replace('cut: 200ms', 'pause: true').replace('when: restored', 'at: 900s');
    const { run, driver } = await driven(text, true);
    run.start();
    await eventually(() => expect(run.state().phase).toBe('paused'));
    const pausedMs = run.nowMs();
    driver.next();
    expect(run.state().phase).toBe('running');
    expect(run.nowMs()).toBeGreaterThanOrEqual(pausedMs);
    driver.next();
    expect(driver.store.getState().running).toBe(3);
    driver.previous();
    expect(driver.store.getState().running).toBe(2);
    await run.finished;
  });

  it('changes the rate at an event: the readers send at it, and the log has it in its link', async () => {
    const text = STEPS.replace('after: 100ms, cut: 200ms', 'rate: 2MB/s').replace(
      'when: restored',
      'at: 900s',
    );
    const { run, driver } = await driven(text, false);
    run.start();
    await run.finished;
    const log = runLogSchema.parse(run.log());
    const startMs = driver.store.getState().came[2] ?? NaN;
    const link = createLink(parseLinkSpec(log.link.spec), log.link.seed);
    expect(link.rateAt(startMs - 1)).toBe(4e6);
    const changedMs = link.changeAfter(0);
    expect(changedMs).toBeGreaterThanOrEqual(startMs);
    expect(link.rateAt(changedMs)).toBe(2e6);
    const { chunks } = log.lanes[0] ?? { chunks: [] };
    const behind = chunks.filter(({ sentMs }) => sentMs > changedMs);
    expect(behind.length).toBeGreaterThan(3);
    for (const { fromBytes, toBytes, sentMs } of behind) {
      const before = chunks.find((chunk) => chunk.toBytes === fromBytes);
      if (before && before.sentMs >= changedMs)
        expect(sentMs).toBeGreaterThanOrEqual(before.sentMs + (toBytes - fromBytes) / 2000 - 1);
    }
  });
});
