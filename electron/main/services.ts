import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme } from 'electron';
import { answer } from '../ipc/router';
import { firstLanguage, type LanguageChoice } from '../../model/language';
import { PREFERENCES } from '../flags/language-flag';
import { speak } from '../words';
import { handlersFor, type Services } from './handlers';
import { ComputerCheck } from './check/computer-check';
import { HeadlessRun } from './headless/headless-run';
import type { DrawnRun } from './headless/headless-video';
import { progressLine } from './headless/progress-line';
import { terminal, type Terminal } from './headless/terminal';
import type { VideoRequest } from './headless/video-flags';
import { LaneSupervisor } from './lanes/lane-supervisor';
import { linksOfUser } from './links/links-of-user';
import { Inspector } from '../media/inspect/inspector';
import { utilityInspector } from './media/inspector-process';
import { findFfmpeg, MediaRegistry } from './media/media-registry';
import { showMenu } from './menu/app-menu';
import { notify } from './notify';
import type { GivenFiles } from './given-files';
import type { WindowServices } from './ipc-router';
import { PreferencesFile } from './preferences/preferences-file';
import { cleanUpOnQuit, type Exit } from './shutdown';
import { EXIT } from '../flags/flag-value';
import type { RunLog } from '../../model/run/schema';
import { RunLibrary } from '../runs/run-library';
import type { RecordedMedia } from './runs/recorded-media';
import type { OpenedScenario } from '../ipc/scenario-requests';
import { loadLessons, type LessonServices } from './lessons/lesson-handlers';
import type { ScenarioFiles } from './scenarios/scenario-files';
import { RunKeeper } from './runs/run-keeper';
import type { KeptRuns } from './runs/runs-handlers';
import { PresenterWindows } from './presenter/presenter-windows';
import { LeftRecording } from './recording/left-recording';
import { RecordingWriter } from './recording/recording-writer';
import type { RunCommand } from './headless/command-line';
import { Servers } from './server/servers';
import { serverSupervisor } from './server/services-of-room';
import { videosOfWindow } from './video-queue/videos-of-window';
import { limitPermissions, limitRequests } from './window/lockdown';
import { recoverFromCrash } from './window/recover';

/** What there is before the services. */
interface StartedWith {
  given: GivenFiles;
  recorded: RecordedMedia;
  /** Sentences about this start, such as why nothing is kept. */
  notes: readonly string[];
}

/** Sets up all that the window will ask for, sees that it ends with the app, and returns the way to ask. */
export function startServices(
  command: RunCommand,
  window: BrowserWindow,
  { given, recorded, notes }: StartedWith,
): WindowServices {
  const preferences = new PreferencesFile(join(app.getPath('userData'), PREFERENCES));
  nativeTheme.themeSource = preferences.current.theme;
  limitPermissions(() => namesCamera(command) || preferences.current.camera === 'allowed');
  const lanes = new LaneSupervisor((notice) => notify(window, 'run:lane-exited', notice));
  const servers = new Servers(() =>
    serverSupervisor(window.webContents, (notice) => notify(window, 'server:exited', notice)),
  );
  limitRequests((origin) => servers.listensAt(origin));
  const exit = cleanUpOnQuit(async () => {
    await Promise.all([lanes.end(), servers.stop(), registry.close(), recordings.close()]);
    await videos.ofWindow.leave();
    (await scenarios)?.close();
    (await lessons)?.own.close();
    await runs.keeper.close();
    await runs.library.close();
  });
  const leftRecording = new LeftRecording(join(app.getPath('userData'), 'recording.json'));
  const recordings = new RecordingWriter(app.getPath('documents'), leftRecording);
  const headless = headlessRun(command, window, exit, (log) => runs.keeper.picturesOf(log));
  const runs = keptRuns(command, window, { preferences, recorded, headless });
  const menu = (): void => putMenuUp(window, preferences);
  const { recent, scenarios: scenarioPaths } = preferences.current;
  for (const path of [...recent, ...scenarioPaths]) given.give(path);
  const registry = new MediaRegistry({
    cacheDir: process.env['BUFFERSCOPE_CACHE_DIR'] ?? join(app.getPath('userData'), 'cache'),
    cacheCapBytes: preferences.current.cacheCapBytes,
    first: command.source,
    inspector: new Inspector(utilityInspector),
    onProgress(progress) {
      headless?.run.progress(progress);
      notify(window, 'media:progress', progress);
    },
    onReady(media) {
      headless?.run.opened(media);
    },
    onOpened(path) {
      given.give(path);
      // What a script opens is nobody's recent file.
      if (headless) return;
      preferences.remember(path);
      menu();
    },
    onVanished(path) {
      preferences.forget(path);
      menu();
    },
  });
  const links = linksOfUser(given);
  given.giveTraceOf(command.request.link);
  const windowVideo = command.kind === 'headless' ? command.windowVideo : null;
  if (headless) {
    headless.run.hasFfmpeg(findFfmpeg().catch(() => null));
    void headless.run.checkOut().then(() => registry.initial());
    if (!windowVideo) lanes.expect(headless.request.settings.methods);
    headless.run.readLink(links.cache.noteOf(headless.request.link));
  }
  let scenarios: Promise<ScenarioFiles> | undefined;
  const scenarioFiles = (): Promise<ScenarioFiles> =>
    (scenarios ??= import('./scenarios/scenario-files').then(
      ({ ScenarioFiles: Files }) =>
        new Files({
          curveOf: links.cache.curveOf,
          opened: (opened) => giveNamed(given, opened),
          changed: (opened) => notify(window, 'scenarios:changed', opened),
        }),
    ));
  let lessons: Promise<LessonServices> | undefined;
  const lessonServices = (): Promise<LessonServices> =>
    (lessons ??= loadLessons({ window, given, preferences, curveOf: links.cache.curveOf }));
  const videos = videosOfWindow(window, join(app.getPath('userData'), 'videos'));
  if (windowVideo) headless?.run.record(videos.ofWindow, windowVideo);
  const { live } = command.source;
  const check = new ComputerCheck(
    {
      window,
      runs: async () => ({
        bytes: (await runs.library.list()).bytes,
        capBytes: preferences.current.runsCapBytes,
      }),
      serverOrigin: () => servers.of('room').origin,
    },
    command.kind === 'check' ? { json: command.json, exit } : null,
  );
  const openedScenario = command.kind === 'window' ? command.scenario : null;
  if (openedScenario !== null) given.give(openedScenario);
  const openedLesson = command.kind === 'window' ? command.lesson : null;
  if (openedLesson !== null) given.give(openedLesson);
  const presenter = new PresenterWindows(window);
  const services = {
    window,
    presenter,
    check,
    speak(choice: LanguageChoice) {
      const language =
        choice === 'system' ? firstLanguage(app.getPreferredSystemLanguages()) : choice;
      speak(language);
      menu();
      servers.tell({ speaks: language });
      for (const each of BrowserWindow.getAllWindows()) notify(each, 'app:language', { language });
    },
    registry,
    lanes,
    links,
    servers,
    preferences,
    recordings,
    leftRecording,
    runs,
    scenarios: scenarioFiles,
    lessons: lessonServices,
    videos,
    live,
    given: command.request,
    scenario: openedScenario,
    lesson: openedLesson,
    profile: command.kind === 'window' ? command.profile : null,
    headless,
    notes,
  };
  const handlers = handlersFor(services);

  // The ports of a page end with it: when it is left or crashes, its processes have no one to send to.
  const leave = (): void => {
    void lanes.closeAll();
    void servers.stop();
    void recordings.close();
    void videos.ofWindow.leave();
    void runs.keeper.leave();
  };
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) leave();
  });
  window.webContents.on('render-process-gone', leave);
  if (command.kind === 'window') {
    recoverFromCrash(window);
    whenShown(window, menu);
  }
  return {
    notesPage: () => presenter.notesPage,
    answer: (channel, sender, payload) => answer(handlers, channel, sender, payload),
    dropped: (path) => given.give(path),
  };
}

/** Whoever opens a scenario opens with it the media file and the trace that it names. */
function giveNamed(given: GivenFiles, opened: OpenedScenario): void {
  if (!opened.ok) return;
  const { media, link } = opened.scenario;
  if (media.kind === 'file') given.give(media.path);
  given.giveTraceOf(link);
}

/** The runs folder of this user, or the one that the command line names; without a window only what it names is kept. */
function keptRuns(
  command: RunCommand,
  window: BrowserWindow,
  {
    preferences,
    recorded,
    headless,
  }: Pick<Services, 'preferences' | 'headless'> & Pick<KeptRuns, 'recorded'>,
): KeptRuns {
  const library = new RunLibrary(command.runs ?? join(app.getPath('userData'), 'runs'));
  const capBytes = (): number => preferences.current.runsCapBytes;
  const keeper = new RunKeeper({
    library,
    capBytes,
    name: command.kind === 'headless' ? command.keep : '',
    passing: command.kind === 'headless' && command.video ? passingFolder() : null,
    changed: () => notify(window, 'runs:changed', undefined),
    say: (message) => {
      if (headless) headless.run.complain(message);
      else notify(window, 'runs:said', { message });
    },
  });
  return {
    library,
    keeper,
    recorded,
    capBytes,
    named: command.kind === 'window' ? command.runLog : null,
  };
}

/** Where the pictures of a camera lie that are kept for the time of its run alone. */
const passingFolder = (): string =>
  join(app.getPath('temp'), `bufferscope-pictures-${process.pid}`);

function headlessRun(
  command: RunCommand,
  window: BrowserWindow,
  exit: Exit,
  picturesOf: (log: RunLog) => Promise<string | null>,
): Services['headless'] {
  if (command.kind !== 'headless') return null;
  const words = terminal(command.quiet);
  const { progress } = words;
  const run = new HeadlessRun(
    {
      out: command.out,
      quiet: command.quiet,
      scenario: command.request.scenario?.file ?? null,
      title: command.keep ?? titleOf(command),
      print: words.print,
      complain: words.complain,
      progressLine: progress,
      progress: progress && ((lanes) => progress(progressLine(lanes, process.stdout.columns))),
      video:
        command.video &&
        (async (log, title) =>
          videoOf(command.video, { log, title, pictures: await picturesOf(log) }, words)),
      exit,
    },
    window,
  );
  return { request: command.request, run };
}

/** What a headless run is called: by its person, or by its scenario in the first of its languages. */
function titleOf({ keep, request }: Extract<RunCommand, { kind: 'headless' }>): string {
  return keep ?? Object.values(request.scenario?.scenario.title ?? {})[0] ?? '';
}

/** Draws the run that has just ended; what that needs is loaded for it alone. */
async function videoOf(
  video: VideoRequest | null,
  run: DrawnRun,
  words: Terminal,
): Promise<number> {
  if (!video) return EXIT.done;
  return (await import('./headless/headless-video')).headlessVideo(run, video, words);
}

/** Who has a script use a camera by its name has allowed it; nobody is there to be asked. */
function namesCamera({ kind, source }: RunCommand): boolean {
  return kind === 'headless' && source.camera?.kind === 'device';
}

function putMenuUp(window: BrowserWindow, preferences: PreferencesFile): void {
  showMenu({
    mac: process.platform === 'darwin',
    recent: preferences.current.recent,
    command: (command) => notify(window, 'menu:command', command),
    openPath: (path) => notify(window, 'media:open-path', { path }),
  });
}

/** The menu can wait until there is something to see. */
function whenShown(window: BrowserWindow, then: () => void): void {
  if (window.isVisible()) then();
  else window.once('show', then);
}
