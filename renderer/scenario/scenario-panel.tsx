import { useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import type { Scenario } from '../../model/scenario/types';
import type { ScenarioDriver, ScenarioProgress } from '../live/scenario-driver';
import { say, textOf } from '../ui/words';
import { panels, usePanel } from '../window/panels';
import {
  chooseScenario,
  closeScenario,
  listScenarios,
  nextStep,
  openBundled,
  openScenario,
  previousStep,
  useScenario,
} from './opened-scenario';
import { stepTime, stepWords } from './step-words';
import './scenario.css';
import { useHidden } from '../window/profile';

/** The scenario of the next runs, step by step, or those that can be opened; open with E. */
export function ScenarioPanel() {
  const open = usePanel('scenario');
  const scenario = useScenario((s) => s.scenario);
  if (!open) return null;
  return (
    <div className="scenario-over">
      <section className="panel scenario-panel" aria-label={say('scenario.panel.label')}>
        {scenario ? <Running scenario={scenario} /> : <Choices />}
      </section>
    </div>
  );
}

/** What stands beside the list: what it is, what there is to say of it, and what can be done. */
function Side({
  title,
  children,
  actions,
}: {
  title: string;
  children?: ReactNode;
  actions: ReactNode;
}) {
  return (
    <div className="scenario-side">
      <header>
        <h2>{title}</h2>
        <button className="btn bare" onClick={() => panels.setState({ scenario: false })}>
          {say('scenario.panel.hide')} <kbd>E</kbd>
        </button>
      </header>
      <div
        className="scenario-about"
        tabIndex={0}
        role="group"
        aria-label={say('scenario.panel.about')}
      >
        <Mistakes />
        {children}
      </div>
      <footer>{actions}</footer>
    </div>
  );
}

/** What can be opened: those that come with the app, those opened last, and any file. */
function Choices() {
  const bundled = useScenario((s) => s.bundled);
  const recent = useScenario((s) => s.recent);
  useEffect(() => void listScenarios(), []);
  return (
    <>
      <Side
        title={say('scenario.panel.title')}
        actions={
          <button className="btn primary" onClick={() => void chooseScenario()}>
            {say('scenario.panel.open')}
          </button>
        }
      />
      <ul className="scenario-choices">
        {bundled.map(({ id, title }) => (
          <li key={id}>
            <button className="btn" onClick={() => void openBundled(id)}>
              {textOf(title)}
            </button>
          </li>
        ))}
        {recent.map((path) => (
          <li key={path}>
            <button className="btn" title={path} onClick={() => void openScenario(path)}>
              {path.split(/[\\/]/).at(-1)}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The mistakes of the file that was opened last, or that has been changed. */
function Mistakes() {
  const refused = useScenario((s) => s.refused);
  if (!refused) return null;
  const { name, problems, lines } = refused;
  return (
    <div className="scenario-mistakes" role="alert">
      <b>{problems.length > 0 ? say('scenario.panel.refused', { name }) : lines.join(' ')}</b>
      <ul>
        {problems.map(({ line, column, sentence }) => (
          <li key={`${String(line)}:${String(column)} ${sentence}`}>
            <span className="mono">{say('scenario.panel.place', { line, column })}</span> {sentence}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What foresees a scenario is loaded where it is asked for. */
async function exportVideo(scenario: Scenario, isFollowed: boolean): Promise<void> {
  const { exportScenarioVideo } = await import('./scenario-video');
  exportScenarioVideo(scenario, isFollowed);
}

const NOTHING_YET: ScenarioProgress = { running: null, came: [], over: false };

function useProgress(driver: ScenarioDriver | null): ScenarioProgress {
  const subscribe = (told: () => void) => driver?.store.subscribe(told) ?? (() => undefined);
  return useSyncExternalStore(subscribe, () => driver?.store.getState() ?? NOTHING_YET);
}

function Running({ scenario }: { scenario: Scenario }) {
  const noVideo = useHidden('video-export');
  const driver = useScenario((s) => s.driver);
  const changed = useScenario((s) => s.changed !== null);
  const { running, came, over } = useProgress(driver);
  const { steps } = scenario;
  const note = running === null ? undefined : steps[running]?.note;
  const missing = over && driver ? driver.missing() : [];
  return (
    <>
      <Side
        title={textOf(scenario.title)}
        actions={
          <>
            <button className="btn" disabled={!running} onClick={previousStep}>
              <kbd>PgUp</kbd> {say('scenario.panel.previous')}
            </button>
            <button className="btn" disabled={over} onClick={nextStep}>
              <kbd>PgDn</kbd> {say('scenario.panel.next')}
            </button>
            {!noVideo && (
              <button
                className="btn"
                title={say('videoExport.exportHint')}
                onClick={() => void exportVideo(scenario, driver !== null)}
              >
                {say('videoExport.export')}
              </button>
            )}
            <button className="btn bare" onClick={closeScenario}>
              {say('scenario.panel.close')}
            </button>
          </>
        }
      >
        <p className="scenario-count" role="status">
          {running === null
            ? say('scenario.panel.count', { count: steps.length })
            : say('scenario.panel.running', { count: steps.length, step: running + 1 })}
        </p>
        {changed && <p className="scenario-note">{say('scenario.panel.changed')}</p>}
        {note && <p className="scenario-note">{textOf(note)}</p>}
        {missing.map(({ line, begins }) => (
          <p key={line} className="scenario-note">
            {say('scenario.panel.never', { line, begins })}
          </p>
        ))}
      </Side>
      <ol className="scenario-steps" tabIndex={0} aria-label={say('scenario.panel.steps')}>
        {steps.map((step, i) => (
          <Step
            key={step.line}
            time={stepTime(step, came[i] ?? null)}
            {...stepWords(step)}
            running={i === running}
            came={(came[i] ?? null) !== null}
          />
        ))}
      </ol>
    </>
  );
}

interface StepProps {
  time: string;
  head: string;
  detail: string;
  running: boolean;
  came: boolean;
}

/** One step; the one that runs is kept in sight. */
function Step({ time, head, detail, running, came }: StepProps) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (running) row.current?.scrollIntoView({ block: 'nearest' });
  }, [running]);
  return (
    <li ref={row} aria-current={running ? 'step' : undefined} data-came={came || undefined}>
      <span className="scenario-time">{time}</span>
      <span>
        <b>{head}</b>
        {detail && <span className="scenario-detail">{detail}</span>}
      </span>
    </li>
  );
}
