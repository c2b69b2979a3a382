import { MantineProvider } from '@mantine/core';
import { CompareRoom } from '../compare/compare-room';
import { useKeys } from '../compare/controls/keys';
import { SettingsPanel } from '../compare/controls/settings-panel';
import { session, useSession } from '../compare/session';
import { DropTarget } from '../compare/source/drop-target';
import { OpeningPanel } from '../compare/source/opening-panel';
import { RefusalPanel } from '../compare/source/refusal-panel';
import { Help } from './help';
import { mantineTheme, themeManager } from './mantine-theme';
import { Rail } from './rail';
import { useMode } from './use-mode';

const manager = themeManager(session);

/** The window: the rail and the room, or the room alone when presenting. */
export function App() {
  const presenter = useSession((s) => s.presenter);
  useMode(presenter ? 'presenter' : null);
  useKeys();
  return (
    <MantineProvider
      theme={mantineTheme}
      colorSchemeManager={manager}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      {presenter ? (
        <CompareRoom />
      ) : (
        <div className="app">
          <Rail />
          <CompareRoom />
        </div>
      )}
      <SettingsPanel />
      <OpeningPanel />
      <RefusalPanel />
      <DropTarget />
      <Help />
    </MantineProvider>
  );
}
