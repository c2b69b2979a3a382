import { MantineProvider } from '@mantine/core';
import { CameraStatus } from '../camera/ui/light';
import { PickerHost } from '../camera/ui/picker-host';
import { CompareRoom } from '../compare/compare-room';
import { useKeys } from '../compare/controls/keys';
import { SettingsPanel } from '../compare/controls/settings-panel';
import { session, useSession } from '../compare/session';
import { DropTarget } from '../compare/source/drop-target';
import { OpeningPanel } from '../compare/source/opening-panel';
import { RefusalPanel } from '../compare/source/refusal-panel';
import { LinkEditorHost } from '../link-editor/link-editor-host';
import { Help } from './help';
import { LateRoom } from './late-room';
import { mantineTheme, themeManager } from './mantine-theme';
import { Rail } from './rail';
import { useRoom } from './rooms';
import { useMode } from './use-mode';

const manager = themeManager(session);

/** The window: the rail and a room, or Compare alone when presenting. */
export function App() {
  const presenter = useSession((s) => s.presenter);
  const room = useRoom((s) => s.room);
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
          {room === 'compare' ? <CompareRoom /> : <LateRoom key={room} room={room} />}
        </div>
      )}
      <SettingsPanel />
      <LinkEditorHost />
      <PickerHost />
      <CameraStatus />
      <OpeningPanel />
      <RefusalPanel />
      <DropTarget />
      <Help />
    </MantineProvider>
  );
}
