import { MantineProvider } from '@mantine/core';
import { useLayoutEffect, useMemo, useSyncExternalStore } from 'react';
import type { RecordedRun } from '../../model/run/recorded-run';
import type { RunPictures } from '../../model/run/run-view';
import type { PictureTheme } from '../../model/runs/export-formats';
import { Apparatus, useApparatus } from '../apparatus/apparatus';
import type { PaintLoop } from '../apparatus/paint-loop';
import { useStage } from '../apparatus/use-stage';
import { shownCaption } from '../captions/caption-at';
import { PresenterStage } from '../presenter/stage';
import { mantineTheme } from '../ui/mantine-theme';

interface VideoStageProps {
  run: RecordedRun;
  pictures: RunPictures | null;
  theme: PictureTheme;
  captioned: boolean;
  /** Is given what draws the stage's frames, before the first. */
  onLoop: (loop: PaintLoop) => void;
}

/** The presenter's stage of a recorded run, at the moment to which the run is sought, and nothing else. */
export function VideoStage({ run, pictures, theme, captioned, onLoop }: VideoStageProps) {
  return (
    <MantineProvider
      theme={mantineTheme}
      forceColorScheme={theme}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <Apparatus run={run} plan={run.plan} actions={null} pictures={pictures} driven>
        <Staged run={run} captioned={captioned} onLoop={onLoop} />
      </Apparatus>
    </MantineProvider>
  );
}

function Staged({ run, captioned, onLoop }: Pick<VideoStageProps, 'run' | 'captioned' | 'onLoop'>) {
  const { loop } = useApparatus();
  const stage = useStage();
  const shownMs = useSyncExternalStore(
    (changed) => run.subscribe(changed),
    () => run.shownMs(),
  );
  // The caption is that of the run's moment, which is no argument of its own.
  const caption = useMemo(() => (shownMs >= 0 ? shownCaption(run) : null), [run, shownMs]);
  useLayoutEffect(() => onLoop(loop), [loop, onLoop]);
  return <PresenterStage stage={stage} caption={captioned ? caption : null} />;
}
