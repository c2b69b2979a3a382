import { app, nativeTheme, type BrowserWindow } from 'electron';
import type { LanguageChoice } from '../../model/language';
import type { LiveSettings } from '../../model/camera/types';
import type { Profile } from '../../model/profile/schema';
import type { HeadlessRequest } from '../ipc/contract';
import type { Handlers } from '../ipc/router';
import { say } from '../words';
import { aboutHandlers } from './about/about-facts';
import { chooseFile, saveReport, saveText } from './dialogs';
import type { ComputerCheck } from './check/computer-check';
import { diagnosticsHandlers } from './diagnostics/diagnostics-handlers';
import { runsHandlers, type KeptRuns } from './runs/runs-handlers';
import type { HeadlessRun } from './headless/headless-run';
import type { LaneSupervisor } from './lanes/lane-supervisor';
import { linkHandlers } from './links/link-handlers';
import type { Links } from './links/links-of-user';
import type { MediaRegistry } from './media/media-registry';
import { presenterHandlers } from './presenter/presenter-handlers';
import type { PresenterWindows } from './presenter/presenter-windows';
import type { PreferencesFile } from './preferences/preferences-file';
import { lessonHandlers, type LessonServices } from './lessons/lesson-handlers';
import { printHandlers } from './lessons/print-handlers';
import type { ScenarioFiles } from './scenarios/scenario-files';
import { scenarioHandlers } from './scenarios/scenario-handlers';
import type { RecordingWriter } from './recording/recording-writer';
import type { LeftRecording } from './recording/left-recording';
import { recordingHandlers } from './recording/recording-handlers';
import { settingsHandlers } from './settings-handlers';
import { videoHandlers, type Videos } from './video-queue/video-handlers';
import { serverHandlers } from './server/server-handlers';
import type { Servers } from './server/servers';
import { cameraConsent } from './window/camera-consent';

/** What the requests of one window work on. */
export interface Services {
  window: BrowserWindow;
  presenter: PresenterWindows;
  registry: MediaRegistry;
  lanes: LaneSupervisor;
  links: Links;
  servers: Servers;
  preferences: PreferencesFile;
  recordings: RecordingWriter;
  leftRecording: LeftRecording;
  runs: KeptRuns;
  scenarios: () => Promise<ScenarioFiles>;
  check: ComputerCheck;
  /** Speaks the language of a choice from now on, here, in the window and in the processes that are there. */
  speak: (choice: LanguageChoice) => void;
  lessons: () => Promise<LessonServices>;
  videos: Videos;
  /** What the command line sets a camera to. */
  live: LiveSettings | null;
  /** Settings that the command line gives the window. */
  given: HeadlessRequest;
  /** The scenario that the command line opens in the window; null for none. */
  scenario: string | null;
  /** The lesson or the result that the command line opens in the window; null for none. */
  lesson: string | null;
  /** What the command line hides for a class; null when it hides nothing. */
  profile: Profile | null;
  /** Sentences about this start that the window shows. */
  notes: readonly string[];
  /** Set when the command line asked for a run without a person. */
  headless: { request: HeadlessRequest; run: HeadlessRun } | null;
}

/** What main does for each request of the window. */
export function handlersFor(services: Services): Handlers {
  const {
    window,
    registry,
    lanes,
    links,
    servers,
    preferences,
    recordings,
    leftRecording,
    headless,
  } = services;
  const { given } = links;
  return {
    'app:info': () => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      chrome: process.versions.chrome,
      node: process.versions.node,
      platform: `${process.platform} ${process.arch}`,
      headless: headless?.request ?? null,
      check: services.check.asked,
      tellsProgress: headless?.run.tellsProgress ?? false,
      live: services.live,
      given: services.given,
      scenario: services.scenario,
      lesson: services.lesson,
      profile: services.profile,
      notes: [
        ...services.notes,
        ...(preferences.damaged === null
          ? []
          : [say('main.preferencesDamaged', { path: preferences.damaged })]),
      ],
    }),
    'media:initial': () => registry.initial(),
    'media:sample': ({ seconds }) => registry.sample(seconds ?? undefined),
    'media:choose': async () => {
      const path = await chooseFile(window);
      if (path !== null) given.give(path);
      return path;
    },
    'media:open': ({ path, as }) => {
      given.check(path);
      return registry.open(path, as);
    },
    'media:cancel': async () => {
      await registry.cancel();
      return undefined;
    },
    'media:hash': ({ mediaId, bytes }) => registry.hash(mediaId, bytes),
    'run:open-lanes': (request) => {
      const media = request.mediaId === null ? null : registry.get(request.mediaId);
      lanes.open(request, media, window.webContents);
      return undefined;
    },
    'run:close-lanes': async ({ runId }) => {
      await lanes.close(runId);
      return undefined;
    },
    'run:save-report': (report) => saveReport(window, report),
    ...runsHandlers(services.runs, window, {
      check: (path) => given.check(path),
      give: (path) => given.give(path),
      sample: registry.sampleFile,
    }),
    ...scenarioHandlers({ files: services.scenarios, given, preferences }, window),
    ...presenterHandlers(services.presenter),
    ...lessonHandlers(services.lessons, registry, { window, given, preferences }),
    ...printHandlers(window),
    ...videoHandlers(services.videos, services.runs, window),
    ...services.videos.ofWindow.handlers,
    'file:save-text': (file) => saveText(window, file),
    ...settingsHandlers(links),
    ...aboutHandlers,
    ...services.check.handlers,
    ...diagnosticsHandlers(window, preferences),
    ...linkHandlers(links, window),
    ...recordingHandlers(recordings, leftRecording, window, given),
    ...serverHandlers(servers, registry),
    'preferences:get': () => preferences.current,
    'preferences:set': async (fields) => {
      const changed = preferences.change(fields);
      nativeTheme.themeSource = changed.theme;
      if (fields.language !== undefined) services.speak(fields.language);
      if (fields.cacheCapBytes !== undefined) await registry.setCap(fields.cacheCapBytes);
      return changed;
    },
    'camera:consent': ({ wanted }) => cameraConsent(window, preferences, wanted),
    'headless:progress': (lanes) => {
      headless?.run.running(lanes);
      return undefined;
    },
    'headless:finish': async ({ log, html, missing }) => {
      await services.runs.keeper.idle();
      await headless?.run.finish(log, html, missing);
      return undefined;
    },
    'headless:told': async ({ missing, problem }) => {
      await headless?.run.told(services.videos.ofWindow, missing, problem);
      return undefined;
    },
    'headless:refused': (refusal) => {
      headless?.run.refused(refusal);
      return undefined;
    },
  };
}
