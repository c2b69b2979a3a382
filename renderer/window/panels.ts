import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** What stands in front of a room, or in its place. */
export interface Panels {
  /** The presenter's picture, without controls. */
  presenter: boolean;
  settings: boolean;
  help: boolean;
  /** The steps of a scenario, or those that can be opened. */
  scenario: boolean;
}

/** What is open in this window. */
export const panels = createStore<Panels>()(() => ({
  presenter: false,
  settings: false,
  help: false,
  scenario: false,
}));

/** Opens a panel, or closes it when it is open. */
export function togglePanel(panel: keyof Panels): void {
  panels.setState({ [panel]: !panels.getState()[panel] });
}

/** Whether a panel is open, for React. */
export function usePanel(panel: keyof Panels): boolean {
  return useStore(panels, (open) => open[panel]);
}
