import { createStore } from 'zustand/vanilla';
import type { ServerStory } from './server-story';

/** The story that stands in the Server room; null while no scenario of it is open. */
export const toldStory = createStore<{ story: ServerStory | null }>()(() => ({ story: null }));
