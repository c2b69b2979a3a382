import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';
import type { BaseMethod } from '../../../model/delivery/types';
import { parseLinkSpec } from '../../../model/link/spec/spec';
import { frameAt } from '../../../model/run/frame';
import { planRun, runSource } from '../../../model/run/run-plan';
import type { DownTime, LaneLog } from '../../../model/run/schema';
import { simulate } from '../../../model/run/simulate';
import { captionText } from '../../../renderer/captions/caption';
import { captionAt, CaptionMarks } from '../../../renderer/captions/caption-at';
import { situationAt, type SituatedRun } from '../../../renderer/captions/situation';
import '../../../renderer/source-kinds/source-kinds';

const BYTES = 20_000_000;

/** A simulated run as a picture takes it. */
function made(
  link: string,
  methods: BaseMethod[],
  change: (log: LaneLog) => LaneLog = (log) => log,
): SituatedRun {
  const media = runSource(
    {
      id: 'm',
      sourcePath: '',
      name: 'x',
      bytes: BYTES,
      kind: 'bytes',
      deliveredPath: '',
      deliveredBytes: BYTES,
      mime: '',
      startS: 0,
      cover: null,
      durationS: 1,
      container: '',
      codecs: [],
      hasVideo: false,
      hasAudio: false,
      prepared: null,
      index: [],
    },
    1e6,
  );
  const settings = {
    ...DEFAULT_SETTINGS,
    methods,
    prefetchBytes: 4e6,
    speed: 1 as const,
    untilMs: null,
    verify: false,
    consumeRate: 1e6,
  };
  const spec = parseLinkSpec(link);
  const plan = planRun(media, settings, spec, 1);
  const logs = simulate({ settings, link: spec, media, seed: 1, sampleEveryMs: 100 }).map(change);
  const outages: DownTime[] = plan.link
    .outagesUntil(60_000)
    .map((outage) => ({ ...outage, byHand: false }));
  return {
    plan,
    outages: () => outages,
    lanes: logs.map((log) => ({
      method: log.method,
      log,
      frameAt: (tMs) => frameAt({ log, outages }, tMs),
    })),
  };
}

const DROPOUTS = 'dropouts:1.3MB/s@5-10';

describe('the situation of a run', () => {
  it('is told of the moment alone, whichever was asked before', () => {
    const run = made(DROPOUTS, ['streaming']);
    const moments = [11_200, 3000, 7000, 11_200, 14_000];
    const once = moments.map((tMs) => situationAt(run, tMs, 'running'));
    const again = [...moments].reverse().map((tMs) => situationAt(run, tMs, 'running'));
    expect(again.reverse()).toEqual(once);
  });

  it('knows for a few seconds that the link came back', () => {
    const run = made(DROPOUTS, ['streaming']);
    const back = (tMs: number) => situationAt(run, tMs, 'running').back;
    expect([4000, 7000, 10_100, 12_900, 13_100].map(back)).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
  });

  it('does not say that a link came back which no lane needed any more', () => {
    const run = made('dropouts:1.3MB/s@16-18', ['full-buffer']);
    expect(situationAt(run, 17_000, 'running').down).toBeNull();
    expect(situationAt(run, 18_500, 'running').back).toBe(false);
  });

  it('calls a lane safe once everything has arrived', () => {
    const run = made('constant:4MB/s', ['full-buffer']);
    expect(situationAt(run, 6000, 'running').lanes[0]?.event).toBe('safe');
  });

  it('holds on to backpressure between two chunks', () => {
    const held = (log: LaneLog): LaneLog => ({
      ...log,
      samples: log.samples.map((s) => (s.tMs === 2000 ? { ...s, heldBack: true as const } : s)),
    });
    const run = made('constant:4MB/s', ['streaming'], held);
    const at = (tMs: number) => situationAt(run, tMs, 'running').lanes[0]?.held;
    expect([1800, 1950, 4900, 5100].map(at)).toEqual([false, true, true, false]);
  });

  it('has an error from its moment on, and news of it for a few seconds', () => {
    const error = {
      code: 'decoder' as const,
      where: 'player' as const,
      message: 'It broke.',
      detail: '',
      atBytes: 0,
    };
    const broken = (log: LaneLog): LaneLog => ({
      ...log,
      error,
      events: [...log.events, { tMs: 3000, kind: 'error' as const }],
    });
    const run = made('constant:4MB/s', ['streaming'], broken);
    const lane = (tMs: number) => situationAt(run, tMs, 'running').lanes[0];
    expect(lane(2900)).toMatchObject({ event: 'playing', error: null, errorNew: false });
    expect(lane(3000)).toMatchObject({ event: 'failed', errorNew: true });
    expect(lane(12_000)).toMatchObject({ event: 'failed', errorNew: false });
  });
});

describe('the caption of a moment', () => {
  it('no longer says that the link is down 1.2 s after an outage, when streaming plays', () => {
    const run = made(DROPOUTS, ['streaming']);
    expect(captionText(captionAt(run, 9900))).toContain('link is down');
    expect(run.lanes[0]?.frameAt(11_200).state).toBe('playing');
    const after = captionText(captionAt(run, 11_200));
    expect(after).not.toContain('is down');
    expect(after).not.toContain('stalls');
  });

  it('is, while paused, that of the pause at its own moment and of no earlier one', () => {
    const run = made(DROPOUTS, ['streaming']);
    expect(captionAt(run, 7000, 'paused').label).toBe('Paused');
    expect(captionText(captionAt(run, 6000))).toContain('link is down');
  });

  it('becomes a mark when it is first said, and ends where the next begins', () => {
    const run = made(DROPOUTS, ['streaming']);
    const inSteps = new CaptionMarks();
    for (let tMs = 0; tMs <= 20_000; tMs += 330) inSteps.advance(run, tMs);
    inSteps.end(run, 26_000);
    const atOnce = new CaptionMarks();
    atOnce.end(run, 26_000);
    expect(inSteps.marks).toEqual(atOnce.marks);
    const down = atOnce.marks.find(({ text }) => text['en']?.includes('link is down'));
    expect(down).toMatchObject({ tMs: 5000, kind: 'caption', from: 'rule' });
    atOnce.marks.slice(1).forEach((mark, i) => expect(atOnce.marks[i]?.toMs).toBe(mark.tMs));
    expect(atOnce.marks.at(-1)?.toMs).toBeUndefined();
  });
});
