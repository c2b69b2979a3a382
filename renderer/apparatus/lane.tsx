import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isOff } from '../../model/delivery/rules';
import { errorAt } from '../../model/run/lane-facts';
import type { LaneError } from '../../model/run/schema';
import { LANE_KEY } from '../ui/lane-style';
import { useApparatus, useRunView, useShownChunk } from './apparatus';
import { ChunkTimes } from './chunk-story';
import { BufferStage } from './buffer-stage';
import { Fault } from './fault';
import { Figures } from './figures';
import { LaneName } from './lane-name';
import { pictureOf } from './kind-picture';
import type { LaneView } from './lane-view';
import { LinkStage } from './link-stage';
import { MemoryStage } from './memory-stage';
import { PlayerStage } from './player-stage';

/** Stages that an error covers, by where the flow broke. */
const COVERED: Record<LaneError['where'], readonly string[]> = {
  file: ['memory', 'link', 'buffer'],
  memory: ['memory', 'link', 'buffer'],
  link: ['link', 'buffer'],
  buffer: ['buffer', 'player'],
  player: ['player'],
};

/** One method at work, from the file to the player. */
export function Lane({ view }: { view: LaneView }) {
  const { t } = useTranslation();
  const { method } = view;
  const sentence = useId();
  const { Source } = pictureOf(view);
  const { run } = useApparatus();
  const log = run?.lanes.find((lane) => lane.method === method)?.log;
  const error = useRunView((s) => (s && log ? errorAt(log, s.shownMs ?? Infinity) : null));
  const others = useRunView((s) =>
    Object.entries(s?.lanes ?? {}).some(([key, lane]) => key !== method && !lane.error),
  );
  const told = useShownChunk() !== null;
  const shows = (stage: string) => !error || !COVERED[error.where].includes(stage);
  return (
    <article
      className="lane"
      data-lane={LANE_KEY[method]}
      data-backpressure={isOff(method) ? 'off' : 'on'}
      aria-label={t(`lanes.methods.${method}`)}
      aria-describedby={sentence}
    >
      <LaneName view={view} sentence={sentence} />
      <Source view={view} />
      {shows('memory') && <MemoryStage view={view} />}
      {shows('link') && <LinkStage view={view} />}
      {shows('buffer') && <BufferStage view={view} />}
      {shows('player') && <PlayerStage view={view} />}
      {told ? <ChunkTimes view={view} /> : <Figures view={view} />}
      {error && <Fault error={error} others={others} />}
    </article>
  );
}
