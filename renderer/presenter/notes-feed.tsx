import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { NotesState } from '../../electron/ipc/presenter-requests';
import type { Mark } from '../../model/run/marks';
import { stageAt } from '../../model/run/stage-at';
import { simulateScenario } from '../../model/scenario/simulate';
import { kindOf } from '../../model/source/kinds';
import { useApparatus } from '../apparatus/apparatus';
import { pictureOf } from '../apparatus/kind-picture';
import { foreseenCaptions } from '../captions/foreseen';
import type { ScenarioProgress } from '../live/scenario-driver';
import type { LiveRun } from '../live/types';
import { useScenario } from '../scenario/opened-scenario';
import { session, useSession, useRunState } from '../session/session';
import { shownTheme } from '../session/theme';
import { words } from '../ui/words';
import { useSaid } from '../window/said';
import { highlightOf } from './look';
import { notesOfRun, notesOfScenario } from './notes-state';
import { usePresenting } from './presenting';

/** The notes are told of the moment this often, ms. */
const TELL_MS = 250;

/** What is foreseen may wait so long for an idle moment, ms. */
const LATEST_MS = 1000;

const NO_PROGRESS: ScenarioProgress = { running: null, came: [], over: false };
const NEVER = (): (() => void) => () => undefined;

/** Tells the notes' window what it shows, as long as there is one. */
export function NotesFeed() {
  const notes = usePresenting((s) => s.screens.notes);
  return notes ? <Feed /> : null;
}

function Feed() {
  const { plan, views } = useApparatus();
  const run = useSession((s) => s.run);
  const scenario = useScenario((s) => s.scenario);
  const driver = useScenario((s) => s.driver);
  const progress = useSyncExternalStore(
    driver?.store.subscribe.bind(driver.store) ?? NEVER,
    () => driver?.store.getState() ?? NO_PROGRESS,
  );
  const presenting = usePresenting((s) => s);
  const said = useSaid();
  const refusal = useSession((s) => s.refusal?.message ?? null);
  const foreseen = useForeseen(run);
  const last = useRef('');
  useEffect(() => {
    const tell = (): void => {
      const state = run?.state();
      const shownMs = run?.shownMs() ?? 0;
      const title = pictureOf(plan).presenterTitle(views.length);
      const told = scenario
        ? notesOfScenario(scenario, progress, foreseen.steps)
        : notesOfRun(title, run?.marks() ?? [], foreseen.captions, shownMs);
      const { highlight } = stageAt(run?.marks() ?? [], shownMs);
      const notes: NotesState = {
        ...told,
        language: words.language,
        theme: shownTheme(),
        phase: state?.phase ?? 'none',
        held: state?.phase === 'paused' && state.shownMs !== null,
        blank: presenting.blank,
        highlight: highlightOf(highlight, presenting.hand)?.station ?? null,
        sinceMs: presenting.sinceMs,
        shownMs: Math.round(shownMs / 100) * 100,
        plannedMs: foreseen.lengthMs,
        said: refusal ?? said,
        screens: presenting.screens.count,
      };
      const text = JSON.stringify(notes);
      if (text === last.current) return;
      last.current = text;
      void window.bufferscope.request('presenter:told', notes);
    };
    tell();
    const timer = setInterval(tell, TELL_MS);
    return () => clearInterval(timer);
  }, [run, plan, views, scenario, progress, presenting, said, refusal, foreseen]);
  return null;
}

interface Foreseen {
  captions: readonly Mark[];
  /** When each step of the scenario comes, ms; null for one that does not. */
  steps: readonly (number | null)[];
  /** How long the scenario's run lasts, ms; null without a scenario. */
  lengthMs: number | null;
}

const NOTHING: Foreseen = { captions: [], steps: [], lengthMs: null };

/** What the model says of the run that is presented; made in an idle moment, and anew when the hand lets go of the link. */
function useForeseen(run: LiveRun | null): Foreseen {
  const scenario = useScenario((s) => s.scenario);
  const cut = useRunState((s) => s?.cut ?? false);
  const [made, setMade] = useState<{ run: LiveRun; foreseen: Foreseen } | null>(null);
  useEffect(() => {
    if (!run || cut || !kindOf(session.getState().media).predicted) return;
    const idle = requestIdleCallback(
      () => {
        const { plan } = run;
        const { settings, link, media } = plan;
        if (!scenario) {
          const cuts = run.outages().filter(({ byHand }) => byHand);
          const captions = foreseenCaptions(plan, cuts);
          return setMade({ run, foreseen: { ...NOTHING, captions } });
        }
        const steps: (number | null)[] = scenario.steps.map(() => null);
        const simulated = { steps: scenario.steps, settings, seed: link.seed };
        const { due, endMs } = simulateScenario({ scenario: simulated, link: link.spec, media });
        for (const each of due) if ('step' in each) steps[each.step] = each.tMs;
        setMade({ run, foreseen: { captions: [], steps, lengthMs: endMs } });
      },
      { timeout: LATEST_MS },
    );
    return () => cancelIdleCallback(idle);
  }, [run, scenario, cut]);
  return made && made.run === run ? made.foreseen : NOTHING;
}
