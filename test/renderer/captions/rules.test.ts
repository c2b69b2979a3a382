import { describe, expect, it } from 'vitest';
import type { MediaInfo } from '../../../model/media/types';
import type { LanePlan } from '../../../model/run/run-plan';
import { captionText } from '../../../renderer/captions/caption';
import { captionOf } from '../../../renderer/captions/rules';
import type { LaneEvent, Situation } from '../../../renderer/captions/situation';
import '../../../renderer/source-kinds/source-kinds';
import { lane, planOf } from './lane-situation';

/** A silent film of so many bytes and seconds. */
const film = (bytes: number, seconds: number): MediaInfo => ({
  ...{ id: '', sourcePath: '', name: 'x', bytes, kind: 'media', deliveredPath: '' },
  ...{ deliveredBytes: bytes, mime: '', durationS: seconds, startS: 0, container: '', codecs: [] },
  ...{ hasVideo: true, hasAudio: false, prepared: null, cover: null },
  index: [
    { bytes: 0, seconds: 0 },
    { bytes, seconds },
  ],
});
const said = (more: Partial<Situation>) => {
  const caption = captionOf({
    phase: 'running',
    down: null,
    back: false,
    slow: false,
    plan: planOf(null),
    lanes: [],
    ...more,
  });
  return { caption, text: captionText(caption) };
};
const three = (full: LaneEvent, buffering: LaneEvent, streaming: LaneEvent) => [
  lane('full-buffer', full),
  lane('buffering', buffering),
  lane('streaming', streaming),
];

describe('captions', () => {
  it('say before the run what a tile is, where that is not as the sample has it', () => {
    const even = film(1_300_000, 10);
    const sizes = { chunkBytes: 13_000 };
    const ready = (plan: LanePlan) => said({ phase: 'ready', lanes: [], plan }).text;
    expect(ready(planOf(even, sizes))).toMatch(/One tile is 13 kB, 0\.1 s of video\.$/);
    const [start, middle, end] = [even.index[0], { bytes: 1_000_000, seconds: 1 }, even.index[1]];
    const uneven = { ...even, index: [start, middle, end].flatMap((point) => point ?? []) };
    expect(ready(planOf(uneven, sizes))).toMatch(/One tile is 13 kB, about 0\.1 s of video\.$/);
    expect(ready(planOf(even))).not.toContain('tile');
    expect(ready(planOf(null, sizes))).not.toContain('tile');
  });

  it('names an outage, then what it does to each lane', () => {
    const { caption, text } = said({
      down: { byHand: false },
      lanes: three('waiting', 'playing', 'stalled'),
    });
    expect(text).toBe(
      'The link is down. Buffering plays on from its reserve. Streaming has nothing left and stalls. Full buffer is still loading.',
    );
    expect(caption).toMatchObject({ tone: 'down', label: 'Link down' });
    expect(caption.effects.map((effect) => effect.figured)).toEqual([
      'Buffering plays on: 4.7 s are in reserve.',
      'Streaming kept no reserve, so it stalls.',
      'Full buffer is still loading.',
    ]);
  });

  it('tells a cut by hand from an outage', () => {
    const { caption, text } = said({
      down: { byHand: true },
      lanes: three('waiting', 'stalled', 'stalled'),
    });
    expect(text).toBe(
      'The link is cut by hand. Buffering and streaming have nothing left and stall. Full buffer is still loading.',
    );
    expect(caption.label).toBe('Link cut');
  });

  it('says how stalled lanes come back with the link', () => {
    expect(said({ back: true, lanes: three('waiting', 'stalled', 'stalled') }).text).toBe(
      'The link is back. Buffering resumes once 10.0 MB are held. Streaming resumes with its next chunk. Full buffer is still loading.',
    );
  });

  it('says nothing of a link that came back to lanes that have everything', () => {
    const lanes = [lane('buffering', 'safe', { playerLagMs: 2100 })];
    expect(said({ back: true, lanes }).text).toBe(
      'This computer is too busy to play so much at once. Buffering falls behind, though its media is there. Lost by the players, with media to play: buffering 2.1 s.',
    );
  });

  it('says that a lane never stopped only of one that never did', () => {
    const [full, buffering, streaming] = three('waiting', 'playing', 'playing');
    if (!full || !buffering || !streaming) throw new Error('three lanes');
    const lanes = [full, buffering, { ...streaming, stallTotalMs: 3800 }];
    expect(said({ back: true, lanes }).text).toBe(
      'The link is back. Buffering never stopped and fills up again. Streaming plays. Full buffer is still loading.',
    );
  });

  it('blames the rate when the link is up and too slow', () => {
    expect(said({ slow: true, lanes: three('waiting', 'playing', 'stalled') }).text).toBe(
      'The link is slower than the film. Streaming has nothing left and stalls. Buffering plays.',
    );
  });

  it('says what each lane waits for, soonest first', () => {
    expect(said({ lanes: three('waiting', 'waiting', 'waiting') }).text).toBe(
      'The first chunk is on its way. Streaming starts with it. Buffering starts at 10 MB. Full buffer starts when all of it is here.',
    );
    expect(said({ lanes: three('waiting', 'waiting', 'playing') }).text).toBe(
      'Streaming plays. Buffering waits for its prefetch of 10 MB. Full buffer waits for the whole file.',
    );
  });

  it('names backpressure', () => {
    const lanes = three('waiting', 'playing', 'playing');
    lanes[1] = lane('buffering', 'playing', { held: true });
    expect(said({ lanes }).text).toBe(
      'Buffering and streaming play. Buffering holds enough, so its server waits: backpressure. Full buffer waits for the whole file.',
    );
  });

  it('gives the broken lane its sentence and says that the others go on', () => {
    const error = 'ocean.mp4 could not be read past 12 MB.';
    const lanes = three('failed', 'playing', 'playing');
    lanes[0] = lane('full-buffer', 'failed', { error, errorNew: true });
    const { caption, text } = said({ lanes });
    expect(text).toBe(`${error} Full buffer has stopped. Buffering and streaming go on.`);
    expect(caption.tone).toBe('bad');
  });

  it('sums the run up when it is over', () => {
    const lanes = [
      lane('full-buffer', 'ended', { startupDelayMs: 87_900 }),
      lane('buffering', 'ended', { startupDelayMs: 7700 }),
      lane('streaming', 'ended', { startupDelayMs: 800, stallTotalMs: 7200 }),
    ];
    expect(said({ phase: 'ended', lanes }).text).toBe(
      'The run is over. Startup delay: full buffer 87.9 s, buffering 7.7 s, streaming 0.8 s. Time stalled: full buffer 0 s, buffering 0 s, streaming 7.2 s.',
    );
  });

  it('asks for Space when ready and explains a pause', () => {
    expect(said({ phase: 'ready', lanes: three('waiting', 'waiting', 'waiting') }).text).toContain(
      'Press Space',
    );
    expect(said({ phase: 'paused' }).text).toContain('stand still');
  });

  it('names a computer that does not keep up as a cause of its own, while it plays and in the end', () => {
    const lanes = [
      lane('buffering', 'safe', { playerLagMs: 2100 }),
      lane('streaming', 'playing', { playerLagMs: 600 }),
    ];
    expect(said({ lanes }).text).toBe(
      'This computer is too busy to play so much at once. Buffering and streaming fall behind, though their media is there. Lost by the players, with media to play: buffering 2.1 s, streaming 0.6 s.',
    );
    const over = [lane('streaming', 'ended', { startupDelayMs: 500, playerLagMs: 6000 })];
    expect(said({ phase: 'ended', lanes: over }).text).toContain(
      'Lost by the players, with media to play: streaming 6.0 s.',
    );
  });
});
