import { Modal } from '@mantine/core';
import { useId, type FormEvent, type ReactNode } from 'react';
import { countFigure, largeSize, roughTime, secondsFigure } from '../../model/figures';
import { PICTURE_THEMES } from '../../model/runs/export-formats';
import { roomNeeded } from '../../model/video/estimate';
import { foreseeVideo, stretchProblem, type ForeseenVideo } from '../../model/video/foresee';
import {
  isMovingPicture,
  MAX_MOVING_PICTURE_MS,
  VIDEO_CAPTIONS,
  VIDEO_FORMATS,
  VIDEO_RATES,
  VIDEO_SIZES,
  type VideoOptions,
} from '../../model/video/options';
import { Choice } from '../ui/choice';
import { say } from '../ui/words';
import {
  findPlace,
  fitting,
  leaveAsking,
  makeVideo,
  setOptions,
  useAsking,
  type AskedVideo,
} from './ask-video';
import { StretchFields } from './stretch-fields';
import { useVideos } from './videos';
import './video-sheet.css';

/** How a video of a run is to be, what will come of it, and where it will be. */
export function VideoSheet() {
  const asked = useAsking((s) => s.asked);
  return (
    <Modal
      opened={asked !== null}
      onClose={leaveAsking}
      title={<strong>{asked && say('videoExport.form.title', { title: asked.title })}</strong>}
      closeButtonProps={{ 'aria-label': say('videoExport.form.leave') }}
      size={660}
      centered
      lockScroll={false}
    >
      {asked && <VideoForm asked={asked} />}
    </Modal>
  );
}

function VideoForm({ asked }: { asked: AskedVideo }) {
  const chosen = useAsking((s) => s.options);
  const place = useAsking((s) => s.place);
  const options = fitting(chosen, asked.subject);
  const foreseen = place && foreseeVideo(options, asked.subject.lengthMs, place.paceMs);
  const problem = useProblem(asked, options, foreseen);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (problem === null) void makeVideo();
  };
  return (
    <form className="video-form" onSubmit={submit}>
      <Looks options={options} asked={asked} />
      <Row label={say('videoExport.options.stretch')}>
        <StretchFields
          key={options.format}
          options={options}
          lengthMs={asked.subject.lengthMs}
          onChange={setOptions}
        />
      </Row>
      <Row label={say('videoExport.options.place')}>
        <span className="video-place" title={place?.path}>
          {place ? (
            <>
              <b>{place.name}</b> {say('videoExport.inFolder', { folder: place.folder })}
            </>
          ) : (
            say('videoExport.finding')
          )}
        </span>
        <button type="button" className="btn" onClick={() => void findPlace(true)}>
          {say('videoExport.elsewhere')}
        </button>
      </Row>
      <div className="video-foreseen" role="status">
        {problem === null ? (
          <Foreseen foreseen={foreseen} asked={asked} />
        ) : (
          <b className="bad">{problem}</b>
        )}
      </div>
      <div className="video-form-buttons">
        <button type="button" className="btn bare" onClick={leaveAsking}>
          {say('videoExport.form.leave')} <kbd>Esc</kbd>
        </button>
        <MakeButton asked={asked} off={problem !== null || place === null} />
      </div>
    </form>
  );
}

/** What cannot be, in a sentence; null when it can. */
function useProblem(
  { subject }: AskedVideo,
  options: VideoOptions,
  foreseen: ForeseenVideo | null,
): string | null {
  const place = useAsking((s) => s.place);
  const refused = useAsking((s) => s.problem);
  if (refused !== null) return refused;
  const wrong = stretchProblem(options, subject.lengthMs);
  if (wrong !== null) {
    const [length, most] = [subject.lengthMs, MAX_MOVING_PICTURE_MS].map(secondsFigure);
    return say(`videoExport.form.${wrong}`, { length: length ?? '', most: most ?? '' });
  }
  const needed = roomNeeded(options, subject.lengthMs);
  if (!place || !foreseen || place.freeBytes === null || needed <= place.freeBytes) return null;
  return say('videoExport.form.noRoom', {
    size: largeSize(needed),
    free: largeSize(place.freeBytes),
    folder: place.folder,
  });
}

/** Size, frames, file, theme, captions and sound. */
function Looks({ options, asked }: { options: VideoOptions; asked: AskedVideo }) {
  const { methods, hasAudio } = asked.subject;
  const moving = isMovingPicture(options.format);
  const word = (key: string): string => say(`videoExport.options.${key}`);
  return (
    <>
      <Row label={word('size')}>
        <Choice
          label={word('size')}
          value={options.size}
          options={VIDEO_SIZES.map((value) => ({ value, label: value.replace('x', ' × ') }))}
          onChange={(size) => setOptions({ size })}
        />
      </Row>
      <Row label={word('fps')}>
        <Choice
          label={word('fps')}
          value={String(options.fps) as '30' | '60'}
          options={VIDEO_RATES.map((rate) => ({
            value: String(rate) as '30' | '60',
            label: say(`videoExport.rates.${String(rate)}`),
          }))}
          onChange={(rate) => setOptions({ fps: rate === '60' ? 60 : 30 })}
        />
      </Row>
      <Row label={word('format')}>
        <Choice
          label={word('format')}
          value={options.format}
          options={VIDEO_FORMATS.map((value) => ({
            value,
            label: say(`videoExport.formats.${value}`),
          }))}
          onChange={(format) => setOptions({ format })}
        />
        <span className="small">{say(`videoExport.about.${ABOUT[options.format]}`)}</span>
      </Row>
      <Row label={word('theme')}>
        <Choice
          label={word('theme')}
          value={options.theme}
          options={PICTURE_THEMES.map((value) => ({ value, label: say(`shell.themes.${value}`) }))}
          onChange={(theme) => setOptions({ theme })}
        />
      </Row>
      <Row label={word('captions')}>
        <Choice
          label={word('captions')}
          value={options.captions}
          options={VIDEO_CAPTIONS.map((value) => ({
            value,
            label: say(`videoExport.captions.${value}`),
            disabled: moving && value === 'beside',
          }))}
          onChange={(captions) => setOptions({ captions })}
        />
      </Row>
      <Row label={word('sound')}>
        <Choice
          label={word('sound')}
          value={options.sound}
          options={(['none', ...methods] as const).map((value) => ({
            value,
            label: value === 'none' ? say('videoExport.noSound') : say(`lanes.methods.${value}`),
            disabled: value !== 'none' && (!hasAudio || moving),
          }))}
          onChange={(sound) => setOptions({ sound })}
        />
      </Row>
    </>
  );
}

const ABOUT = { mp4: 'video', webm: 'webm', webp: 'moving', gif: 'moving' } as const;

function Row({ label, children }: { label: string; children: ReactNode }) {
  const id = useId();
  return (
    <div className="video-row" role="group" aria-labelledby={id}>
      <span id={id} className="small">
        {label}
      </span>
      <div>{children}</div>
    </div>
  );
}

function Foreseen({ foreseen, asked }: { foreseen: ForeseenVideo | null; asked: AskedVideo }) {
  const place = useAsking((s) => s.place);
  if (!foreseen || !place) return null;
  const { lengthMs, frames, bytes, takesMs } = foreseen;
  const told = say('videoExport.form.foreseen', {
    length: secondsFigure(lengthMs),
    frames: countFigure(frames),
    takes: roughTime(takesMs),
    size: largeSize(bytes),
  });
  const { freeBytes, folder } = place;
  const free = freeBytes === null ? '' : largeSize(freeBytes);
  return (
    <>
      <p>
        {told} {free && say('videoExport.form.free', { free, folder })}
      </p>
      {asked.subject.unseen && <p>{say('videoExport.form.camera')}</p>}
      {asked.source === null && (
        <p>{say('videoExport.form.afterRun', { length: secondsFigure(asked.subject.lengthMs) })}</p>
      )}
    </>
  );
}

/** Says whether the video begins at once, waits for another, or for its run. */
function MakeButton({ asked, off }: { asked: AskedVideo; off: boolean }) {
  const busy = useVideos((s) => s.videos.some(({ state }) => state.is === 'running'));
  const key = asked.source === null ? 'run' : busy ? 'queue' : 'make';
  return (
    <button className="btn primary" disabled={off} data-autofocus>
      {say(`videoExport.form.${key}`)} <kbd>Enter</kbd>
    </button>
  );
}
