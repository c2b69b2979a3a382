import { MantineProvider } from '@mantine/core';
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
import { LeftNotice } from '../source/recording/left-notice';
import { RecordNotice } from '../source/recording/record-notice';
import { OpeningPanel } from '../source/opening-panel';
import { RefusalPanel } from '../source/refusal-panel';
import { LinkEditorHost } from '../link-editor/link-editor-host';
import { Help } from '../window/help';
import { LateRoom } from './late-room';
import { openFile } from './open-file';
import { NoticeStack } from '../ui/notice';
import { mantineTheme } from '../ui/mantine-theme';
import { themeManager } from './theme-manager';
import { Rail } from './rail';
import { SaidNotice } from './said-notice';
import { useLanguage } from '../ui/words';
import { StopQuestion } from '../video-export/stop-question';
import { UnfinishedNotice } from '../video-export/unfinished-notice';
import { WindowVideoNotice } from '../video-export/window-video-notice';
import { VideoSheetHost } from '../video-export/video-sheet-host';
import { useRoom, type Room } from '../window/rooms';
import { useWindowKeys } from './window-keys';

const manager = themeManager();

/** The window: the rail and a room, or Compare alone when presenting. */
export function App() {
  const room = useRoom((s) => s.room);
  const presented = usePanel('presenter') && room === 'compare';
  // What has no memory of its own is drawn anew with the app.
  useLanguage();
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
      {presented ? (
        <Presenter />
      ) : (
        <div className="app">
          <Rail />
          {room === 'compare' ? <CompareRoom /> : <LateRoom key={room} room={room} />}
        </div>
      )}
      {!presented && <InFront room={room} />}
      <CameraStatus />
      <DropTarget room={ROOM_DROPS[room] ?? null} open={openFile} />
    </MantineProvider>
  );
}

/** What stands before a room when it is asked for, or has something to say; nothing of it is ever on the stage. */
function InFront({ room }: { room: Room }) {
  return (
    <>
      {room === 'compare' && <CompareKeys />}
      <SettingsPanel />
      <LinkEditorHost />
      <PickerHost />
      <VideoSheetHost />
      <StopQuestion />
      <NoticeStack>
        <OpeningPanel />
        <RefusalPanel />
        <SaidNotice />
        <RecordNotice />
        <LeftNotice />
        <UnfinishedNotice />
        <WindowVideoNotice room={room} />
      </NoticeStack>
      <Help />
    </>
  );
}
