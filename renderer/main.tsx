import './styles/mantine-components.css';
import '@fontsource-variable/archivo/standard.css';
import '@fontsource-variable/jetbrains-mono';
import './styles/index.css';
import './source-kinds/source-kinds';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { followRooms } from './app/leaving';
import { askForNamedCamera } from './source/camera/named-camera';
import { followNotices } from './app/notices';
import { followRecordings } from './source/recording/record-to-file';
import { openNamedRun } from './runs/opened-run';
import { followScenario } from './scenario/opened-scenario';
import { session } from './session/session';
import { takeTerms } from './session/settings-text';

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);

followNotices();
followRooms();
const { headless, check, live, given, tellsProgress } =
  await window.bufferscope.request('app:info');
if (headless) await (await import('./app/headless')).runHeadless(headless, tellsProgress);
else if (check) await (await import('./app/check')).checkForMain();
else {
  followRecordings();
  followScenario();
  if (live) session.getState().setSettings({ live });
  session.setState({ fitting: given.fit && { given: given.fit, sample: false } });
  await takeTerms(given);
  await session.getState().init();
  await openNamedRun();
  await askForNamedCamera();
}
