import { MantineProvider } from '@mantine/core';
import { useLayoutEffect } from 'react';
import { CameraStatus } from '../camera/recording-indicator';
import { PickerHost } from '../source/camera/picker-host';
import { CompareRoom } from '../compare/compare-room';
import { Presenter } from '../presenter/presenter';
import { CompareKeys } from '../compare/keys';
import { useLettingGo } from '../compare/link-panel/cut-button';
import { SettingsPanel } from '../compare/settings/settings-panel';
import { usePanel } from '../window/panels';
import { ROOM_DROPS } from './room-drops';
import { DropTarget } from '../source/drop-target';
import { OpeningPanel } from '../source/opening-panel';
import { RefusalPanel } from '../source/refusal-panel';
import { LinkEditorHost } from '../link-editor/link-editor-host';
import { Help } from '../window/help';
import { LateRoom } from './late-room';
import { openFile } from './open-file';
import { mantineTheme } from '../ui/mantine-theme';
import { themeManager } from './theme-manager';
import { Rail } from './rail';
import { SaidNotice } from './said-notice';
import { useRoom } from '../window/rooms';
import { useWindowKeys } from './window-keys';

const manager = themeManager();

/** The window: the rail and a room, or Compare alone when presenting. */
export function App() {
  const presenter = usePanel('presenter');
  const room = useRoom((s) => s.room);
  useMode(presenter ? 'presenter' : null);
  useWindowKeys();
  useLettingGo();
  return (
    <MantineProvider
      theme={mantineTheme}
      colorSchemeManager={manager}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      {presenter ? (
        <Presenter />
      ) : (
        <div className="app">
          <Rail />
          {room === 'compare' ? <CompareRoom /> : <LateRoom key={room} room={room} />}
        </div>
      )}
      {room === 'compare' && <CompareKeys />}
      <SettingsPanel />
      <LinkEditorHost />
      <PickerHost />
      <CameraStatus />
      <OpeningPanel />
      <RefusalPanel />
      <SaidNotice />
      <DropTarget room={ROOM_DROPS[room] ?? null} open={openFile} />
      <Help />
    </MantineProvider>
  );
}

/** Marks the page with its mode, which the style sheets follow. */
function useMode(mode: 'presenter' | null): void {
  useLayoutEffect(() => {
    if (mode) document.documentElement.dataset.mode = mode;
    else delete document.documentElement.dataset.mode;
  }, [mode]);
}
