import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

const said = createStore<{ message: string | null }>()(() => ({ message: null }));

/** Says a sentence that stands until it is read, whatever room is shown; null takes it away. */
export const tell = (message: string | null): void => said.setState({ message });

/** What is being said; null when nothing is. */
export const useSaid = (): string | null => useStore(said, (state) => state.message);
