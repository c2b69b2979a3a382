import { session } from '../session/session';
import { togglePanel } from '../window/panels';
import { isHidden } from '../window/profile';
import { rooms } from '../window/rooms';
import { tell } from '../window/said';
import { askForNamedCamera } from '../source/camera/named-camera';
import { importRun } from '../runs/opened-run';
import { openFile } from './open-file';
import { toggleTheme } from '../session/theme';
import { chooseScenario } from '../scenario/opened-scenario';
import { exportVideo } from '../compare/export-video';
import { saveReport } from '../compare/save-report';

/** Follows what main tells the window: progress of opening, files to open, and the menu. */
export function followNotices(): void {
  const { bufferscope } = window;
  bufferscope.on('media:progress', (opening) => {
    if (session.getState().opening) session.setState({ opening });
  });
  bufferscope.on('media:open-path', ({ path }) => openFile(path));
  bufferscope.on('media:open-camera', ({ camera, live }) => {
    if (live) session.getState().setSettings({ live });
    void session.getState().openCamera(camera).then(askForNamedCamera);
  });
  bufferscope.on('runs:said', ({ message }) => tell(message));
  bufferscope.on('menu:command', (command) => {
    const now = session.getState();
    switch (command) {
      case 'open':
        return void now.chooseFile();
      case 'open-run':
        return void importRun();
      case 'open-scenario':
        return isHidden('scenarios') ? undefined : void chooseScenario();
      case 'sample':
        return void now.openSample();
      case 'save-report':
        return void saveReport();
      case 'export-video':
        return isHidden('video-export') ? undefined : exportVideo();
      case 'help':
        return togglePanel('help');
      case 'about':
        return rooms.getState().go('about');
      case 'presenter':
        return isHidden('presenter') ? undefined : togglePanel('presenter');
      case 'toggle-theme':
        return toggleTheme();
    }
  });
}
