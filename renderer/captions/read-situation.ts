import { liveOf } from '../../model/run/run-plan';
import type { Scene } from '../apparatus/scene';
import { SituationReader, type Situation } from './situation';
import type { MediaInfo } from '../../model/media/types';
import type { LiveRun } from '../live/types';

/** Reads the situation of whatever run the picture shows; a new run is a new beginning. */
export class RunSituation {
  #run: LiveRun | null = null;
  #reader = new SituationReader();

  /** Null while there is no run. */
  read({ run, state, phase, shownMs, down, frame }: Scene): Situation | null {
    if (!run || !state || !phase) return null;
    if (run !== this.#run) {
      this.#run = run;
      this.#reader = new SituationReader();
    }
    const { media, settings } = run;
    const neededRate = media.durationS > 0 ? media.deliveredBytes / media.durationS : 0;
    return this.#reader.read({
      phase,
      shownMs,
      speed: settings.speed,
      down,
      slow: run.link.spec.rate < neededRate,
      live: liveOf(media, settings),
      lanes: run.lanes.map(({ method, rules }) => ({
        method,
        frame: frame(method),
        facts: state.lanes[method],
        sourceBytes: sourceBytesOf(media, rules.bufferWhole),
        startBytes: rules.startBytes,
        resumeBytes: rules.resumeBytes,
      })),
    });
  }
}

/** Bytes after which no link can stop a lane: a camera's go on and on, but full buffer has all it plays once it plays. */
function sourceBytesOf(media: MediaInfo, bufferWhole: boolean): number {
  if (!media.camera) return media.deliveredBytes;
  return bufferWhole ? 0 : Infinity;
}
