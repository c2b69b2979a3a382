import { useState } from 'react';
import { exactFigure } from '../../model/figures';
import { stretchOf } from '../../model/video/foresee';
import { isMovingPicture, type VideoOptions } from '../../model/video/options';
import { say } from '../ui/words';

interface StretchFieldsProps {
  options: VideoOptions;
  lengthMs: number;
  onChange: (change: Pick<VideoOptions, 'fromMs' | 'toMs'>) => void;
}

/** From where to where of the run the video goes, s; the whole run until something is written. */
export function StretchFields({ options, lengthMs, onChange }: StretchFieldsProps) {
  const { fromMs, toMs } = stretchOf(options, lengthMs);
  const whole = options.fromMs === undefined && options.toMs === undefined;
  const moving = isMovingPicture(options.format);
  const set = (change: Pick<VideoOptions, 'fromMs' | 'toMs'>): void =>
    onChange({ fromMs: options.fromMs ?? 0, toMs: options.toMs ?? lengthMs, ...change });
  return (
    <div className="video-stretch">
      <SecondsField
        label={say('videoExport.from')}
        ms={fromMs}
        onChange={(from) => set({ fromMs: from, ...(moving && { toMs: from + (toMs - fromMs) }) })}
      />
      <SecondsField label={say('videoExport.to')} ms={toMs} onChange={(to) => set({ toMs: to })} />
      <button
        type="button"
        className="btn bare"
        disabled={whole || moving}
        onClick={() => onChange({ fromMs: undefined, toMs: undefined })}
      >
        {say('videoExport.whole')}
      </button>
    </div>
  );
}

interface SecondsFieldProps {
  label: string;
  ms: number;
  onChange: (ms: number) => void;
}

/** A time in seconds, taken when it is written; what is none stays in the field, and is said. */
function SecondsField({ label, ms, onChange }: SecondsFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const written = draft === null ? ms : secondsOf(draft);
  return (
    <label className="video-seconds">
      <span className="small">{label}</span>
      <input
        inputMode="decimal"
        value={draft ?? exactFigure(ms / 1000)}
        aria-invalid={written === null}
        title={written === null ? say('videoExport.form.noNumber') : undefined}
        onChange={({ target }) => {
          setDraft(target.value);
          const seconds = secondsOf(target.value);
          if (seconds !== null) onChange(seconds);
        }}
        onBlur={() => setDraft(null)}
      />
    </label>
  );
}

/** "12.5" as ms; null for what is no time. */
function secondsOf(text: string): number | null {
  const number = /^\s*\d+([.,]\d+)?\s*$/.test(text) ? Number(text.trim().replace(',', '.')) : null;
  return number === null || !Number.isFinite(number) ? null : Math.round(number * 1000);
}
