import { DEFAULT_PICTURE } from '../../../model/camera/picture';
import { liveOf } from '../../../model/camera/types';
import { secondsFigure } from '../../../model/figures';
import { readTimeCodeStrip } from '../../camera/time-code-strip';
import { FramePlayer } from '../../player/frame-player';
import { madeOf } from '../../report/file-report';
import { LiveFields } from '../../source/camera/live-fields';
import { say } from '../../ui/words';
import type { SourceKindView } from '../source-kind-view';
import { CAMERA_DRAWN } from './drawn';

/** A camera in the window. */
export const CAMERA_VIEW: SourceKindView = {
  ...CAMERA_DRAWN,
  report: {
    title: ({ media: { name } }) => say('report.camera.title', { name }),
    media: ({ media }) => say('report.camera.media', madeOf(media)),
    settings({ settings }) {
      const { recordS, reserveS } = liveOf(settings);
      return say('report.camera.settings', {
        record: secondsFigure(recordS * 1000),
        reserve: secondsFigure(reserveS * 1000),
      });
    },
    figures: () => say('report.camera.whatDelay'),
    notPredicted: () => say('report.prediction.camera'),
  },
  playing: {
    createPlayer: ({ media, rules, nowMs, requestKeyFrame, events }) =>
      new FramePlayer(
        {
          rules,
          perSecond: (media.picture ?? DEFAULT_PICTURE).perSecond,
          nowMs,
          requestKeyFrame,
          readTimeCode: readTimeCodeStrip,
        },
        events,
      ),
    async openFeed({ media, cameraGone }, settings, lanes) {
      if (!media.camera) return null;
      // Most runs have none: what it takes is loaded with the first.
      const { openCameraFeed } = await import('../../live/camera-feed');
      return openCameraFeed(media.camera, liveOf(settings), lanes, cameraGone);
    },
  },
  words: {
    facts: ({ picture }) =>
      picture
        ? say('cameraPicture.facts', {
            width: picture.width,
            height: picture.height,
            rate: Math.round(picture.perSecond),
          })
        : say('cameraUi.facts'),
    note: ({ container, codecs }) => say('cameraUi.note', { container, codecs: codecs.join(', ') }),
    whyNotPredicted: () => say('cameraUi.dock.whyNoPrediction'),
  },
  Settings: LiveFields,
};
