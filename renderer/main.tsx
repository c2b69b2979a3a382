import './styles/mantine-components.css';
import '@fontsource-variable/archivo/standard.css';
import '@fontsource-variable/jetbrains-mono';
import './styles/fonts.css';
import './styles/index.css';
import './source-kinds/source-kinds';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { followRooms } from './app/leaving';
import { askForNamedCamera } from './source/camera/named-camera';
import { followNotices } from './app/notices';
import { openFile } from './app/open-file';
import { askForLeftRecording } from './source/recording/left-recording';
import { followRecordings } from './source/recording/record-to-file';
import { openNamedRun } from './runs/opened-run';
import { followScenario, openScenario } from './scenario/opened-scenario';
import { session } from './session/session';
import { speak } from './ui/words';
import { profiles } from './window/profile';
import { tell } from './window/said';
import { followVideos } from './video-export/videos';
import { followWindowVideo } from './video-export/window-video';
import { takeTerms } from './session/settings-text';

speak(window.bufferscope.language);
window.bufferscope.on('app:language', ({ language }) => speak(language));
const root = document.getElementById('root');
const main = root && createRoot(root);
if (location.search === '?notes') {
  const { NotesPage } = await import('./presenter/notes/notes-page');
  main?.render(<NotesPage />);
} else {
  main?.render(<App />);
  await follow();
}

/** Follows what main says, and does what the command line asks for. */
async function follow(): Promise<void> {
  followNotices();
  followRooms();
  const { headless, check, live, given, scenario, lesson, profile, tellsProgress, notes } =
    await window.bufferscope.request('app:info');
  if (headless) await (await import('./app/headless')).runHeadless(headless, tellsProgress);
  else if (check) await (await import('./app/check')).checkForMain();
  else {
    profiles.setState({ profile });
    if (notes.length > 0) tell(notes.join(' '));
    followRecordings();
    followScenario();
    void askForLeftRecording();
    followVideos();
    followWindowVideo();
    if (live) session.getState().setSettings({ live });
    session.setState({ fitting: given.fit && { given: given.fit, sample: false } });
    await takeTerms(given);
    await session.getState().init();
    if (lesson !== null) openFile(lesson);
    if (scenario !== null) await openScenario(scenario);
    await openNamedRun();
    await askForNamedCamera();
  }
}
