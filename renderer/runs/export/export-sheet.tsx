import { Modal } from '@mantine/core';
import { useEffect, useState, type FormEvent } from 'react';
import { secondsFigure } from '../../../model/figures';
import {
  EXPORT_EXTENSION,
  EXPORT_FORMATS,
  PICTURE_THEMES,
  RUN_CHARTS,
  type ChartPicture,
} from '../../../model/runs/export-formats';
import { Choice } from '../../ui/choice';
import { say } from '../../ui/words';
import { exporting, leaveExport, useExporting, writeExport } from './export-store';
import './export.css';

/** Sizes of a picture, px. */
const SIZES = ['1280x720', '1920x1080', '3840x2160'] as const;

/** As what a run is handed on: a line for each format that says what it is for. */
export function ExportSheet() {
  const { name } = useExporting((s) => s.asked);
  const open = useExporting((s) => s.open);
  return (
    <Modal
      opened={open}
      onClose={leaveExport}
      title={<strong>{say('runs.exports.title', { name })}</strong>}
      closeButtonProps={{ 'aria-label': say('runs.close') }}
      size={600}
      centered
      lockScroll={false}
    >
      <ExportForm />
    </Modal>
  );
}

function ExportForm() {
  const format = useExporting((s) => s.format);
  const problem = useExporting((s) => s.problem);
  const busy = useExporting((s) => s.busy);
  const writing = useExporting((s) => s.writingSinceMs !== null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void writeExport();
  };
  return (
    <form className="export" onSubmit={submit}>
      <fieldset>
        <legend className="unseen">{say('runs.exports.format')}</legend>
        {EXPORT_FORMATS.map((each) => (
          <label key={each} className="export-format">
            <input
              type="radio"
              name="format"
              value={each}
              checked={each === format}
              data-autofocus={each === format || undefined}
              onChange={() => exporting.setState({ format: each })}
            />
            <b>{say(`runs.formats.${each}.name`)}</b>
            <span>{say(`runs.formats.${each}.what`)}</span>
            <small className="mono">.{EXPORT_EXTENSION[each]}</small>
          </label>
        ))}
        <label className="export-format">
          <input
            type="radio"
            name="format"
            value="video"
            checked={format === 'video'}
            data-autofocus={format === 'video' || undefined}
            onChange={() => exporting.setState({ format: 'video' })}
          />
          <b>{say('videoExport.export')}</b>
          <span>{say('videoExport.formatWhat')}</span>
          <small className="mono">{say('videoExport.formatEnds')}</small>
        </label>
      </fieldset>
      {(format === 'png' || format === 'svg') && <PictureFields />}
      {problem !== null && (
        <p role="alert">
          <b className="bad">{problem}</b>
        </p>
      )}
      <div className="export-row">
        <span className="grow" role="status">
          {writing && <Writing />}
        </span>
        <button type="button" className="btn bare" onClick={leaveExport}>
          {say('runs.exports.leave')} <kbd>Esc</kbd>
        </button>
        <button className="btn primary" disabled={busy}>
          {say('runs.exports.write')} <kbd>Enter</kbd>
        </button>
      </div>
    </form>
  );
}

/** Which chart is drawn, and how. */
function PictureFields() {
  const picture = useExporting((s) => s.picture);
  const set = (change: Partial<ChartPicture>): void =>
    exporting.setState({ picture: { ...picture, ...change } });
  const size = `${String(picture.width)}x${String(picture.height)}`;
  return (
    <div className="export-picture">
      <span className="small">{say('runs.exports.chart')}</span>
      <Choice
        label={say('runs.exports.chart')}
        value={picture.chart}
        options={RUN_CHARTS.map((value) => ({ value, label: say(`runs.exports.charts.${value}`) }))}
        onChange={(chart) => set({ chart })}
      />
      <span className="small">{say('runs.exports.size')}</span>
      <Choice
        label={say('runs.exports.size')}
        value={SIZES.find((each) => each === size) ?? null}
        options={SIZES.map((value) => ({ value, label: value.replace('x', ' × ') }))}
        onChange={(chosen) => {
          const [width = 0, height = 0] = chosen.split('x').map(Number);
          set({ width, height });
        }}
      />
      <span className="small">{say('runs.exports.theme')}</span>
      <Choice
        label={say('runs.exports.theme')}
        value={picture.theme}
        options={PICTURE_THEMES.map((value) => ({ value, label: say(`shell.themes.${value}`) }))}
        onChange={(theme) => set({ theme })}
      />
    </div>
  );
}

/** What takes longer than this is told, with its seconds, ms. */
const TOLD_FROM_MS = 1000;

function Writing() {
  const sinceMs = useExporting((s) => s.writingSinceMs);
  const [nowMs, setNowMs] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(performance.now()), 200);
    return () => clearInterval(timer);
  }, []);
  const lastedMs = nowMs - (sinceMs ?? nowMs);
  if (lastedMs < TOLD_FROM_MS) return null;
  const seconds = secondsFigure(Math.floor(lastedMs / 1000) * 1000);
  return <>{say('runs.exports.writing', { seconds })}</>;
}
