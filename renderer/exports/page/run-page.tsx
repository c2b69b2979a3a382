import {
  MantineProvider,
  useMantineColorScheme,
  type MantineColorSchemeManager,
} from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { secondsFigure } from '../../../model/figures';
import type { RecordedRun } from '../../../model/run/recorded-run';
import type { KeptRun } from '../../../model/runs/kept-lines';
import { summaryOf } from '../../../model/runs/summary';
import { Apparatus } from '../../apparatus/apparatus';
import { ChunkKeys } from '../../apparatus/chunk-story';
import { Clock } from '../../apparatus/clock';
import { Lanes } from '../../apparatus/lanes';
import { Legend } from '../../apparatus/legend';
import { CaptionLine } from '../../captions/caption-line';
import { nameOf, whenWords } from '../../runs/list/run-words';
import { usePlayback } from '../../runs/scrub/playback';
import { ScrubDock } from '../../runs/scrub/scrub-dock';
import { followKeys, useKeyBindings, type KeyBinding } from '../../ui/key-bindings';
import { mantineTheme } from '../../ui/mantine-theme';
import { say } from '../../ui/words';
import { Help } from '../../window/help';
import { togglePanel } from '../../window/panels';

interface RunPageProps {
  kept: KeptRun;
  run: RecordedRun;
}

/** A run in a file of its own, at any moment of it: drawn by the parts that draw it in the app, without the app. */
export function RunPage(props: RunPageProps) {
  return (
    <MantineProvider
      theme={mantineTheme}
      colorSchemeManager={AS_SYSTEM}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <Scrubbed {...props} />
      <Help />
    </MantineProvider>
  );
}

/** Light or dark as the system until somebody presses D; a file remembers nothing. */
const AS_SYSTEM: MantineColorSchemeManager = {
  get: () => 'auto',
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

/** Where there is no app, nothing is kept, handed on, set or left. */
const WITHOUT_APP = { keep: null, leave: null, hand: null, repeat: null, copy: null };

function Scrubbed({ kept, run }: RunPageProps) {
  const [openedMs] = useState(() => Date.now());
  const playback = usePlayback(run);
  const title = nameOf(summaryOf(kept, { id: 'page', bytes: 0 }));
  const length = secondsFigure(run.lengthMs);
  usePageKeys();
  return (
    <main className="page runs-room">
      <Apparatus run={run} plan={run.plan} actions={null} pictures={null}>
        <header className="topbar">
          <h1 title={title}>{title}</h1>
          <span className="chip scrub-when">{whenWords(kept.startedMs, openedMs)}</span>
          {kept.brokenOff && <b className="bad">{say('runs.brokenOff', { seconds: length })}</b>}
          <Legend />
          <span className="grow" />
          <Clock unit={say('runs.of', { seconds: length })} />
          <span className="chip run-page-made">
            {say('runs.page.made', { version: kept.log.app.version })}
          </span>
          <button className="btn bare" onClick={() => togglePanel('help')}>
            {say('runs.page.keys')} <kbd>?</kbd>
          </button>
        </header>
        <div className="scrub-body">
          <section aria-label={title}>
            <CaptionLine waiting={null} />
            <ChunkKeys />
            <Lanes pointable />
            <ScrubDock {...{ run, playback }} {...WITHOUT_APP} />
          </section>
        </div>
      </Apparatus>
    </main>
  );
}

/** The keys of the page around the run. */
function usePageKeys(): void {
  const { toggleColorScheme } = useMantineColorScheme();
  const bindings = useMemo(
    (): readonly KeyBinding[] => [
      { key: 'd', help: 'theme', act: toggleColorScheme },
      { key: '?', shift: 'any', help: 'help', act: () => togglePanel('help') },
    ],
    [toggleColorScheme],
  );
  useKeyBindings('window', bindings);
  useEffect(() => {
    const stop = followKeys(window);
    return stop;
  }, []);
}
