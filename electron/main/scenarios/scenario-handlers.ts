import type { BrowserWindow } from 'electron';
import type { Handlers } from '../../ipc/router';
import type { SCENARIO_REQUESTS } from '../../ipc/scenario-requests';
import { chooseScenario } from '../dialogs';
import type { GivenFiles } from '../given-files';
import type { PreferencesFile } from '../preferences/preferences-file';
import type { ScenarioFiles } from './scenario-files';

interface ScenarioServices {
  /** Loaded when the window first asks: YAML is for scenarios alone. */
  files: () => Promise<ScenarioFiles>;
  given: GivenFiles;
  preferences: PreferencesFile;
}

/** What main does for each request about scenarios. */
export function scenarioHandlers(
  { files, given, preferences }: ScenarioServices,
  window: BrowserWindow,
): Pick<Handlers, keyof typeof SCENARIO_REQUESTS> {
  return {
    'scenarios:list': async () => ({
      bundled: (await files()).bundled(),
      recent: preferences.current.scenarios,
    }),
    'scenarios:choose': async () => {
      const path = await chooseScenario(window);
      if (path !== null) given.give(path);
      return path;
    },
    'scenarios:open': async (wanted) => {
      if ('bundled' in wanted) return (await files()).openBundled(wanted.bundled);
      given.check(wanted.path);
      const opened = (await files()).open(wanted.path);
      preferences.rememberScenario(wanted.path);
      return opened;
    },
    'scenarios:close': async () => {
      (await files()).close();
      return undefined;
    },
  };
}
