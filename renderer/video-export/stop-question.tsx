import { Modal } from '@mantine/core';
import { secondsFigure } from '../../model/figures';
import { stretchOf } from '../../model/video/foresee';
import { say } from '../ui/words';
import { lengthOf, placeOf } from './video-words';
import { stop, useVideos } from './videos';

/** Before the video that is made is stopped: whether what is drawn of it is kept. */
export function StopQuestion() {
  const video = useVideos((s) => s.videos.find(({ id }) => id === s.stopping));
  const state = video?.state.is === 'running' ? video.state : null;
  const from = video ? stretchOf(video.options, video.subject.lengthMs).fromMs : 0;
  const drawnMs = state?.progress ? Math.max(0, state.progress.runMs - from) : 0;
  const some = (state?.progress?.frame ?? 0) > 0;
  const stay = (): void => stop(null);
  return (
    <Modal
      opened={state !== null}
      onClose={stay}
      title={
        <strong>
          {video && say('videoExport.stop.title', { name: placeOf(video.file).name })}
        </strong>
      }
      closeButtonProps={{ 'aria-label': say('videoExport.stop.stay') }}
      size={560}
      centered
      lockScroll={false}
    >
      <p>
        {video && some
          ? say('videoExport.stop.text', {
              at: secondsFigure(drawnMs),
              length: secondsFigure(lengthOf(video)),
            })
          : say('videoExport.stop.none')}
      </p>
      <div className="confirm-buttons">
        <button className="btn primary" data-autofocus onClick={stay}>
          {say('videoExport.stop.stay')}
        </button>
        {some && (
          <button className="btn" onClick={() => stop(true)}>
            {say('videoExport.stop.keep')}
          </button>
        )}
        <button className="btn" onClick={() => stop(false)}>
          {say('videoExport.stop.delete')}
        </button>
      </div>
    </Modal>
  );
}
