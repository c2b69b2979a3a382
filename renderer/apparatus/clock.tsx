import { useCallback } from 'react';
import { AttrWriter, partWriter } from './attr-writer';
import { addRenderer } from './paint-loop';

/** The run's clock at the moment shown, seconds with one decimal. */
export function Clock({ unit }: { unit: string }) {
  const ref = useCallback((clock: HTMLElement | null) => {
    if (!clock) return;
    const mark = new AttrWriter(clock);
    const seconds = partWriter(clock, 'seconds');
    return addRenderer(({ shownMs, texts, phase }) => {
      if (!texts) return;
      const whole = shownMs / 1000;
      seconds.text(phase === null || whole === 0 ? '0' : whole.toFixed(whole < 999.95 ? 1 : 0));
      mark.set('data-still', phase !== 'running');
    });
  }, []);
  return (
    <span className="clock" ref={ref} role="timer">
      <span data-part="seconds" /> <small>{unit}</small>
    </span>
  );
}
