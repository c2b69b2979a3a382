import { describe, expect, it } from 'vitest';
import { FlowMeter } from '../../../renderer/apparatus/link-stage';
import { EMPTY_FRAME } from '../../../renderer/apparatus/scene';
import type { LaneFrame } from '../../../model/run/frame';

const frame = (sentBytes: number, link: LaneFrame['link'] = 'flowing'): LaneFrame => ({
  ...EMPTY_FRAME,
  sentBytes,
  link,
  rate: 5,
});

describe('what is told of a link', () => {
  it('is the rate over the last second', () => {
    const meter = new FlowMeter();
    meter.read(frame(0), 0);
    for (let t = 100; t <= 3000; t += 100) meter.read(frame(1300 * t + (t % 200) * 300), t);
    expect(meter.read(frame(1300 * 3100), 3100).rate).toBeCloseTo(1.3e6, -5);
  });

  it('begins anew after an outage and after a step back', () => {
    const meter = new FlowMeter();
    meter.read(frame(1000), 1000);
    meter.read(frame(1000, 'outage'), 5000);
    expect(meter.read(frame(3000), 6000).rate).toBe(2000);
    expect(meter.read(frame(500), 500).rate).toBe(5);
  });

  it('goes on between the slices of a camera, whose link is idle again and again', () => {
    const meter = new FlowMeter(true);
    meter.read(frame(0), 0);
    meter.read(frame(1000), 500);
    expect(meter.read(frame(1000, 'idle'), 1000).rate).toBe(1000);
    expect(meter.read(frame(1000, 'idle'), 3000).rate).toBe(0);
  });

  it('keeps telling of backpressure between two chunks', () => {
    const meter = new FlowMeter();
    expect(meter.read(frame(0, 'held-back'), 0).held).toBe(true);
    expect(meter.read(frame(1), 300).held).toBe(true);
    expect(meter.read(frame(2), 700).held).toBe(false);
  });
});
