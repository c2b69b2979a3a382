import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { ScenarioDriver } from '../../live/scenario-driver';
import { closeScenario, useScenario } from '../../scenario/opened-scenario';
import { stepWords } from '../../scenario/step-words';
import { useKeyBindings, type KeyBinding } from '../../ui/key-bindings';
import { say, textOf } from '../../ui/words';
import { rooms } from '../../window/rooms';
import type { Scenario, ScenarioServer } from '../../../model/scenario/types';
import { RecordStory } from '../recording/record-button';
import { room } from '../state/room';
import { ServerStory } from './server-story';
import { toldStory } from './told-story';
import './story.css';

/** The scenario that is told in the Server room, its running step, its note and its keys; nothing without one. */
export function StoryBar() {
  const scenario = useScenario((s) => s.scenario);
  const server = scenario?.server;
  const [round, setRound] = useState(0);
  const again = useCallback(() => setRound((before) => before + 1), []);
  return scenario && server ? <Told key={round} {...{ scenario, server, again }} /> : null;
}

interface ToldProps {
  scenario: Scenario;
  server: ScenarioServer;
  /** Makes the story ready to be told from its beginning. */
  again: () => void;
}

function Told({ scenario, server, again }: ToldProps) {
  const attended = useScenario((s) => s.attended);
  const { story, driver } = useTold(scenario, server, attended);
  const phase = useStore(story.store, (s) => s.phase);
  const { running, over } = useSyncExternalStore(driver.store.subscribe, driver.store.getState);
  useKeyBindings(
    'picture',
    useMemo(() => keysOf(story, driver, again), [story, driver, again]),
  );
  const { steps } = scenario;
  const step = running === null ? undefined : steps[running];
  const note = steps.slice(0, (running ?? -1) + 1).findLast((each) => each.note)?.note;
  return (
    <section className="panel story-bar" aria-label={say('scenario.server.label')}>
      <b>{textOf(scenario.title)}</b>
      <span role="status">
        {step && running !== null
          ? say('scenario.server.step', {
              ...{ step: running + 1, count: steps.length, head: stepWords(step).head },
            })
          : say('scenario.server.ready', { count: steps.length })}
        {over && ` ${say('scenario.server.over')}`}
        {over &&
          driver
            .missing()
            .map(({ line, begins }) => ` ${say('scenario.server.never', { line, begins })}`)}
      </span>
      <em>{note && textOf(note)}</em>
      <button
        className="btn primary"
        disabled={phase === 'preparing'}
        onClick={() => startOrPause(story, again)}
      >
        {say(`scenario.server.${WORDS[phase]}`)} <kbd>Space</kbd>
      </button>
      <RecordStory phase={phase} />
      <button className="btn" disabled={over} onClick={() => driver.next()}>
        {say('scenario.panel.next')} <kbd>PgDn</kbd>
      </button>
      <button className="btn bare" onClick={close}>
        {say('scenario.panel.close')}
      </button>
    </section>
  );
}

const WORDS = {
  preparing: 'run',
  ready: 'run',
  running: 'pause',
  paused: 'continue',
  ended: 'again',
} as const;

/** The story of a scenario and what carries it out, for as long as it is open. */
function useTold(scenario: Scenario, server: ScenarioServer, attended: boolean) {
  const told = useMemo(() => {
    const story = new ServerStory(server);
    return { story, driver: new ScenarioDriver(scenario, story, attended, rooms.getState().go) };
  }, [scenario, server, attended]);
  useEffect(() => {
    toldStory.setState(told);
    return () => {
      toldStory.setState({ story: null, driver: null });
      told.driver.dispose();
      told.story.dispose();
    };
  }, [told]);
  return told;
}

function startOrPause(story: ServerStory, again: () => void): void {
  switch (story.phase()) {
    case 'ready':
      return story.start();
    case 'running':
      return story.pause();
    case 'paused':
      return story.continue();
    case 'ended':
      return again();
    case 'preparing':
      return;
  }
}

function keysOf(story: ServerStory, driver: ScenarioDriver, again: () => void): KeyBinding[] {
  const next = (): void => {
    if (story.phase() === 'ready') story.start();
    else driver.next();
  };
  return [
    {
      key: ' ',
      shift: 'any',
      help: 'startOrPause',
      leaves: ['typing', 'overlay', 'button'],
      act: () => startOrPause(story, again),
    },
    { key: 'PageDown', help: 'scenarioStep', act: next },
    { key: 'PageUp', help: 'scenarioStep', act: () => driver.previous() },
  ];
}

function close(): void {
  room.setState({ marks: [] });
  closeScenario();
}
