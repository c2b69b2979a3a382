import { readFile, stat, statfs } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { shell, type BrowserWindow } from 'electron';
import type { RunLog } from '../../../model/run/schema';
import { subjectOf } from '../../../model/video/subject';
import type { Handlers } from '../../ipc/router';
import type {
  QueuedVideo,
  VIDEO_REQUESTS,
  VideoPlace,
  VideoSource,
} from '../../ipc/video-queue-requests';
import { say } from '../../words';
import type { KeptRuns } from '../runs/runs-handlers';
import type { UnfinishedVideos } from './unfinished-videos';
import type { WindowVideos } from '../window-video/window-videos';
import { askWhere, videoFolder } from './ask-where';
import { playFile } from './play-file';
import type { VideoPace } from './video-pace';
import { VideoPlaces } from './video-places';
import type { VideoQueue } from './video-queue';

/** What main's answers about videos work on. */
export interface Videos {
  queue: VideoQueue;
  unfinished: UnfinishedVideos;
  pace: VideoPace;
  /** Those that are made of the window as it is shown. */
  ofWindow: WindowVideos;
}

/** What main does for each request about videos. */
export function videoHandlers(
  { queue, unfinished, pace }: Omit<Videos, 'ofWindow'>,
  { library, keeper }: Pick<KeptRuns, 'library' | 'keeper'>,
  window: BrowserWindow,
): Pick<Handlers, keyof typeof VIDEO_REQUESTS> {
  const places = new VideoPlaces((path) => queue.takes(path));
  const logOf = async (source: VideoSource): Promise<RunLog> => {
    switch (source.from) {
      case 'kept':
        return (await library.read(source.id)).log;
      case 'log':
        return source.log;
      case 'video':
        return queue.logOf(source.id);
    }
  };
  const picturesOf = async (source: VideoSource): Promise<string | null> => {
    switch (source.from) {
      case 'kept':
        return library.picturesOf(source.id);
      case 'log':
        return keeper.picturesOf(source.log);
      case 'video':
        return queue.picturesOf(source.id);
    }
  };
  const described = async (ticket: string): Promise<VideoPlace> => {
    const { path } = placed(places, ticket);
    const folder = dirname(path);
    return {
      ...{ ticket, path, name: basename(path), folder: basename(folder) || folder },
      ...{ freeBytes: await freeIn(folder, queue), paceMs: pace.paceMs },
    };
  };
  return {
    'videos:list': async () => ({
      videos: queue.videos(),
      unfinished: await unfinished.offer(),
    }),
    'videos:subject': async (source) => subjectOf(await logOf(source)),
    'videos:place': async ({ name, format, ticket, ask }) => {
      const known = ticket === null ? null : await places.withFormat(ticket, format);
      const proposed = known ?? (await places.propose(videoFolder(), name, format));
      if (!ask) return described(proposed);
      const path = await askWhere(window, placed(places, proposed).path, format);
      return path === null ? null : described(await places.chosen(path, format));
    },
    'videos:add': async ({ source, title, ticket, options }) => {
      const { path, replaces } = placed(places, ticket);
      const log = await logOf(source);
      const pictures = await picturesOf(source);
      return queue.add({ title, file: path, force: replaces, pictures, options }, log);
    },
    'videos:move': ({ id, by }) => {
      queue.move(id, by);
      return undefined;
    },
    'videos:remove': async ({ id, keep }) => {
      await queue.remove(id, keep);
      return undefined;
    },
    'videos:picture': async ({ id }) => {
      const drawn = queue.pictureOf(id);
      const png = (await posterOf(queue.videos().find((video) => video.id === id))) ?? drawn;
      return png && new Uint8Array(png);
    },
    'videos:play': ({ id }) => playFile(doneVideo(queue, id).file),
    'videos:show': ({ id }) => {
      shell.showItemInFolder(doneVideo(queue, id).file);
      return undefined;
    },
    'videos:recover': ({ id, how }) => unfinished.recover(id, how),
  };
}

function placed(places: VideoPlaces, ticket: string): { path: string; replaces: boolean } {
  const place = places.of(ticket);
  if (!place) throw new Error(say('videoExport.refused.noPlace'));
  return place;
}

/** Where what was made of a video is; throws a sentence while it is not done. */
function doneVideo(queue: VideoQueue, id: string): { file: string } {
  const state = queue.videos().find((video) => video.id === id)?.state;
  if (state?.is !== 'done') throw new Error(say('videoExport.refused.gone'));
  return state.result;
}

/** The poster that lies beside a video that is done; null where there is none. */
async function posterOf(video: QueuedVideo | undefined): Promise<Buffer | null> {
  if (video?.state.is !== 'done') return null;
  const poster = video.state.result.beside.find((path) => path.endsWith('.png'));
  return poster === undefined ? null : readFile(poster).catch(() => null);
}

/** What is free on the disk of a folder once the videos of the queue are there, bytes; null when nobody says. */
async function freeIn(folder: string, queue: VideoQueue): Promise<number | null> {
  try {
    const there = await nearest(folder);
    const { bavail, bsize } = await statfs(there);
    const { dev } = await stat(there);
    let free = bavail * bsize;
    for (const { file, bytes } of queue.foreseen()) {
      const other = await stat(await nearest(dirname(file)));
      if (other.dev === dev) free -= bytes;
    }
    return Math.max(0, free);
  } catch {
    return null;
  }
}

/** The folder itself, or the next one above it that is there. */
async function nearest(folder: string): Promise<string> {
  const facts = await stat(folder).catch(() => null);
  const above = dirname(folder);
  return facts?.isDirectory() || above === folder ? folder : nearest(above);
}
