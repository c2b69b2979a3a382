import { describe, expect, it } from 'vitest';
import { captionText } from '../../../../renderer/captions/caption';
import { captionOf } from '../../../../renderer/captions/rules';
import type { LaneSituation, Situation } from '../../../../renderer/captions/situation';
import { cameraMedia } from '../../../../model/camera/live-media';
import '../../../../renderer/source-kinds/source-kinds';
import { lane as laneOf, planOf } from '../../captions/lane-situation';

const lane = (...[method, event, more]: Parameters<typeof laneOf>) =>
  laneOf(method, event, {
    reserveS: 2.9,
    startBytes: 0,
    resumeBytes: 0,
    ...more,
  });
const PLAN = planOf(cameraMedia({ kind: 'test' }, 'Test picture'));
const said = (lanes: LaneSituation[], more: Partial<Situation> = {}) =>
  captionOf({
    phase: 'running',
    down: null,
    back: false,
    slow: false,
    plan: PLAN,
    lanes,
    ...more,
  });
const text = (...all: Parameters<typeof said>) => captionText(said(...all));
const full = (more?: Partial<LaneSituation>) => lane('full-buffer', 'waiting', more);

describe('captions of a camera', () => {
  it('name a camera before the run, not a file', () => {
    expect(text([full(), full()], { phase: 'ready' })).toBe(
      'Ready. Press Space: every method delivers the same camera over the same link.',
    );
  });

  it('say what each method does first', () => {
    const lanes = [
      full({ tMs: 5000 }),
      lane('buffering', 'waiting'),
      lane('streaming', 'playing', { liveDelayMs: 420 }),
    ];
    expect(text(lanes)).toBe(
      'Streaming plays. Live delay: streaming under 1 s. Buffering fills its reserve of 3 s. Full buffer records 10 s first.',
    );
    expect(said(lanes).effects[0]?.figured).toBe('Live delay: streaming 0.4 s.');
    expect(text([full({ tMs: 10_000 })])).toBe('Full buffer has recorded and sends all of it.');
  });

  it('keep recording apart from loading while the link is down', () => {
    const lanes = [full({ tMs: 5000 }), lane('buffering', 'playing'), lane('streaming', 'stalled')];
    expect(text(lanes, { down: { byHand: true } })).toBe(
      'The link is cut by hand. Buffering plays on from its reserve. Streaming has nothing left and stalls. Full buffer goes on recording.',
    );
    expect(text([full()], { down: { byHand: false } })).toBe(
      'The link is down. Full buffer is still loading.',
    );
  });

  it('put the choice to a lane that has fallen behind, before anything else', () => {
    const lanes = [
      lane('buffering', 'playing'),
      lane('streaming', 'playing', { behind: 'offered', liveDelayMs: 12_300 }),
    ];
    const caption = said(lanes, { back: true });
    expect(captionText(caption)).toBe(
      'Behind live. Streaming plays what is old. Skip to live (J), or stay behind and keep everything (K).',
    );
    expect(caption.effects[0]?.figured).toBe('Streaming is 12.3 s behind live.');
  });

  it('say who stays behind, and how far behind each one is', () => {
    const lanes = [
      lane('buffering', 'playing', { liveDelayMs: 3100 }),
      lane('streaming', 'playing', { behind: 'kept', liveDelayMs: 12_300 }),
    ];
    expect(text(lanes)).toBe(
      'Buffering and streaming play. Streaming stays behind. Live delay: streaming 12 s, buffering 3 s.',
    );
  });

  it('count a reserve in seconds', () => {
    expect(text([lane('buffering', 'stalled')])).toBe(
      'The reserve is being filled again. Buffering stalls until 3 s are held.',
    );
    expect(text([lane('buffering', 'stalled')], { slow: true })).toContain(
      'slower than the camera',
    );
    expect(text([lane('buffering', 'stalled'), lane('streaming', 'stalled')], { back: true })).toBe(
      'The link is back. Buffering resumes once 3 s are held. Streaming resumes with its next frame.',
    );
  });
});
