import { AttrWriter, partWriter, useFrameRenderer } from './use-renderer';
import type { FrameRenderer } from './paint-loop';
const clockRenderer = (clock: HTMLElement): FrameRenderer => {
  const root = new AttrWriter(clock);
  const seconds = partWriter(clock, 'seconds');
  return ({ shownMs, texts, phase }) => {
    if (!texts) return;
    const whole = shownMs / 1000;
    seconds.text(phase === null || whole === 0 ? '0' : whole.toFixed(whole < 999.95 ? 1 : 0));
    root.set('data-still', phase !== 'running');
  };
};

/** The run's clock at the moment shown, seconds with one decimal. */
export function Clock({ unit }: { unit: string }) {
  return (
    <span className="clock" ref={useFrameRenderer(clockRenderer)} role="timer">
      <span data-part="seconds" /> <small>{unit}</small>
    </span>
  );
}
