import { createStore } from 'zustand/vanilla';
import type { ScenarioDriver } from '../../live/scenario-driver';
import type { ServerStory } from './server-story';

/** A story of the Server room and what carries it out. */
type Told = { story: ServerStory; driver: ScenarioDriver } | { story: null; driver: null };

/** The story that stands in the Server room; none while no scenario of it is open. */
export const toldStory = createStore<Told>()(() => ({ story: null, driver: null }));
