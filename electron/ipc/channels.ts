import type { NoticeChannel, RequestChannel } from './contract';
import type { NOTES_REQUESTS } from './presenter-requests';

/** The names of all requests, for preload, which must not load the schemas; the type keeps them complete. */
export const REQUEST_CHANNELS: Readonly<Record<RequestChannel, true>> = {
  'app:info': true,
  'media:initial': true,
  'media:sample': true,
  'media:choose': true,
  'media:open': true,
  'media:cancel': true,
  'media:hash': true,
  'run:open-lanes': true,
  'run:close-lanes': true,
  'run:save-report': true,
  'about:facts': true,
  'about:chromium-licences': true,
  'check:look': true,
  'check:film': true,
  'check:copy': true,
  'check:finish': true,
  'diagnostics:text': true,
  'diagnostics:copy': true,
  'diagnostics:save': true,
  'diagnostics:show-log': true,
  'runs:begin': true,
  'runs:append': true,
  'runs:append-pictures': true,
  'runs:finish': true,
  'runs:list': true,
  'runs:open': true,
  'runs:initial': true,
  'runs:import': true,
  'runs:import-file': true,
  'runs:pictures': true,
  'runs:again': true,
  'runs:change': true,
  'runs:note': true,
  'runs:export': true,
  'runs:delete': true,
  'runs:restore': true,
  'settings:copy': true,
  'settings:paste': true,
  'lessons:list': true,
  'lessons:media': true,
  'lessons:keep': true,
  'lessons:own': true,
  'lessons:choose-folder': true,
  'lessons:leave-folder': true,
  'lessons:new': true,
  'lessons:show-file': true,
  'lessons:pack': true,
  'lessons:choose-packed': true,
  'lessons:open-packed': true,
  'lessons:remove-packed': true,
  'lessons:stop-packing': true,
  'lessons:choose-results': true,
  'lessons:read-results': true,
  'lessons:print': true,
  'lessons:stop-printing': true,
  'scenarios:list': true,
  'scenarios:choose': true,
  'scenarios:open': true,
  'scenarios:close': true,
  'presenter:begin': true,
  'presenter:end': true,
  'presenter:notes': true,
  'presenter:swap': true,
  'presenter:told': true,
  'notes:state': true,
  'notes:command': true,
  'videos:list': true,
  'videos:subject': true,
  'videos:place': true,
  'videos:add': true,
  'videos:move': true,
  'videos:remove': true,
  'videos:picture': true,
  'videos:play': true,
  'videos:show': true,
  'videos:recover': true,
  'window-video:begin': true,
  'window-video:marks': true,
  'window-video:end': true,
  'window-video:show': true,
  'window-video:play': true,
  'file:save-text': true,
  'link:load': true,
  'link:list': true,
  'link:choose-trace': true,
  'link:save': true,
  'link:remove': true,
  'link:export': true,
  'recording:begin': true,
  'recording:slice': true,
  'recording:end': true,
  'recording:cancel': true,
  'recording:left': true,
  'recording:settle-left': true,
  'server:start': true,
  'server:stop': true,
  'server:open-in-browser': true,
  'clients:start': true,
  'preferences:get': true,
  'preferences:set': true,
  'camera:consent': true,
  'headless:progress': true,
  'headless:finish': true,
  'headless:told': true,
  'headless:refused': true,
};

/** Those of the window of the presenter's notes; it may make no others. */
export const NOTES_CHANNELS: Readonly<Record<keyof typeof NOTES_REQUESTS, true>> = {
  'notes:state': true,
  'notes:command': true,
};

/** The names of all notices. */
export const NOTICE_CHANNELS: Readonly<Record<NoticeChannel, true>> = {
  'media:progress': true,
  'media:open-path': true,
  'media:open-camera': true,
  'run:lane-exited': true,
  'server:exited': true,
  'runs:changed': true,
  'runs:writing': true,
  'runs:said': true,
  'scenarios:changed': true,
  'lessons:own-changed': true,
  'lessons:packed': true,
  'presenter:command': true,
  'presenter:screens': true,
  'notes:told': true,
  'notes:picture': true,
  'app:language': true,
  'videos:changed': true,
  'videos:progress': true,
  'videos:drawn': true,
  'window-video:progress': true,
  'window-video:ended': true,
  'menu:command': true,
};

/** What stands before the language in the argument with which main opens a window. */
export const LANGUAGE_ARGUMENT = '--bufferscope-language=';

/** The channel on which main hands a lane's port to preload. */
export const LANE_PORT_CHANNEL = 'lane-port';

/** The channel on which main hands preload a port of the Server room's processes. */
export const SERVICE_PORT_CHANNEL = 'service-port';

/** The channel on which main hands preload the port of a video's stage. */
export const STAGE_PORT_CHANNEL = 'stage-port';

/** The channel on which main hands preload the port of a page that is printed. */
export const PRINT_PORT_CHANNEL = 'print-port';

/** The channel on which preload tells main of a file that was dropped on the window; no page can send on it. */
export const DROPPED_CHANNEL = 'file-dropped';
