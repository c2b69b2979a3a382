import { useMemo } from 'react';
import { measuresOf } from '../../../model/lesson/figures';
import { planLanes } from '../../../model/run/run-plan';
import { Apparatus } from '../../apparatus/apparatus';
import { Clock } from '../../apparatus/clock';
import { Lanes } from '../../apparatus/lanes';
import { CaptionLine } from '../../captions/caption-line';
import { inLanguage, say, useLanguage } from '../../ui/words';
import { openingCaption } from '../../session/waiting-caption';
import { Opening } from '../../source/opening-panel';
import { cancelLessonOpening, useRunner } from '../state/lane-runner';
import { usePage } from './page-context';

/** Measures that speak of the reader's memory: only then is its column shown. */
const OF_MEMORY: readonly string[] = ['held', 'over-rest'];

/** The lanes of the lesson's run, with the columns that its question is about. */
export function LaneStage() {
  const { lesson } = usePage();
  const run = useRunner((s) => s.run);
  const media = useRunner((s) => s.media);
  const settings = useRunner((s) => s.settings);
  const opening = useRunner((s) => s.opening);
  const problem = useRunner((s) => s.problem ?? s.refusal?.message ?? null);
  const plan = useMemo(() => run?.plan ?? planLanes(media, settings), [run, media, settings]);
  const memory = useMemo(
    () => measuresOf(lesson).some(({ name }) => OF_MEMORY.includes(name)),
    [lesson],
  );
  // A sample has no name before main has begun with it.
  const name = opening?.name ?? '';
  const language = useLanguage();
  const waiting = useMemo(
    () => (name === '' ? null : inLanguage(language, () => openingCaption(name))),
    [name, language],
  );
  if (problem !== null) {
    return (
      <p className="panel lesson-problem" role="alert">
        {problem}
      </p>
    );
  }
  return (
    <Apparatus run={run} plan={plan} actions={null} pictures={run}>
      <div className="lesson-stage" data-memory={memory}>
        <div className="lesson-moment">
          <CaptionLine waiting={waiting} />
          <Clock unit={say('shell.sinceStart')} />
        </div>
        <Lanes />
        {opening && <Opening opening={opening} cancel={cancelLessonOpening} />}
      </div>
    </Apparatus>
  );
}
