import type { QueuedVideo, VideoState } from '../../electron/ipc/video-queue-requests';
import { countFigure, fixedFigure, largeSize, roughTime, secondsFigure } from '../../model/figures';
import { estimateVideoBytes } from '../../model/video/estimate';
import { say } from '../ui/words';
import { framesOf, lengthOf, percentOf } from './video-words';
import { playVideo, revealVideo } from './videos';

type Fact = readonly [name: string, value: string];

/** The figures of one video: what is drawn of it, what it has become, or what it is to be. */
export function VideoFacts({ video }: { video: QueuedVideo }) {
  const { state } = video;
  const { big, of, facts } = factsOf(video, state);
  return (
    <section className="panel video-facts">
      <dl>
        <div className="video-big">
          <dt>
            {say(state.is === 'running' ? 'videoExport.facts.frame' : 'videoExport.facts.frames')}
          </dt>
          <dd>
            {big} <small>{of}</small>
          </dd>
        </div>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{say(`videoExport.facts.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {state.is === 'done' && (
        <div className="video-acts">
          <button className="btn" onClick={() => void playVideo(video)}>
            {say('videoExport.buttons.play')} <kbd>Space</kbd>
          </button>
          <button className="btn" onClick={() => revealVideo(video)}>
            {say('videoExport.buttons.show')} <kbd>F</kbd>
          </button>
        </div>
      )}
    </section>
  );
}

function factsOf(
  video: QueuedVideo,
  state: VideoState,
): { big: string; of: string; facts: readonly Fact[] } {
  const frames = framesOf(video);
  const length: Fact = ['length', secondsFigure(lengthOf(video))];
  switch (state.is) {
    case 'running': {
      const { progress, goingMs } = state;
      const going: Fact = ['going', secondsFigure(goingMs)];
      const gaps = { frames: countFigure(progress?.frames ?? frames) };
      const percent = percentOf(progress?.frame ?? 0, progress?.frames ?? frames);
      const of = say('videoExport.facts.ofFrames', { ...gaps, percent });
      if (!progress) return { big: '0', of, facts: [length] };
      const fps = fixedFigure(progress.framesPerSecond, 1);
      const { leftMs } = progress;
      const left = leftMs === null ? say('videoExport.facts.unknown') : roughTime(leftMs);
      return {
        ...{ big: countFigure(progress.frame), of },
        facts: [
          ['drawn', say('videoExport.facts.speed', { fps })],
          ['left', left],
          going,
          ['written', largeSize(progress.bytes)],
        ],
      };
    }
    case 'done': {
      const { durationMs, bytes, beside } = state.result;
      const made = Math.round((durationMs * video.options.fps) / 1000);
      const took: Fact[] = state.tookMs === null ? [] : [['took', secondsFigure(state.tookMs)]];
      const endings = beside.map((path) => /(\.[a-z-]+)?\.\w+$/i.exec(path)?.[0] ?? '');
      return {
        big: countFigure(made),
        of: frames > 0 ? say('videoExport.facts.of', { frames: countFigure(frames) }) : '',
        facts: [
          ['length', secondsFigure(durationMs)],
          ['size', largeSize(bytes)],
          ...took,
          ...(endings.length > 0 ? [['beside', endings.join(', ')] as const] : []),
        ],
      };
    }
    case 'waiting':
    case 'failed': {
      const needs = largeSize(estimateVideoBytes(video.options, video.subject.lengthMs));
      const of = say('videoExport.facts.of', { frames: countFigure(frames) });
      return { big: '0', of, facts: [length, ['needs', needs]] };
    }
  }
}
