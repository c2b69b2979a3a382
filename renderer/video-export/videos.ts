import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type {
  QueuedVideo,
  Recovery,
  UnfinishedVideo,
} from '../../electron/ipc/video-queue-requests';
import { messageOf } from '../../model/message-of';
import { say } from '../ui/words';
import { rooms, type Room } from '../window/rooms';
import { tell } from '../window/said';

interface VideosState {
  /** As main has them: those that are over, the one that is made, those that wait. */
  videos: readonly QueuedVideo[];
  /** The one that the page shows; null for the one that is made. */
  shown: string | null;
  /** The last picture of each that is known, as an address of this page. */
  pictures: Readonly<Record<string, string>>;
  /** Videos of an earlier start about which nobody has decided. */
  unfinished: readonly UnfinishedVideo[];
  /** The video about which it is asked whether it is to stop; null while nothing is asked. */
  stopping: string | null;
}

/** The videos of this window. */
export const videos = createStore<VideosState>()(() => ({
  videos: [],
  shown: null,
  pictures: {},
  unfinished: [],
  stopping: null,
}));

/** A part of what is known of videos, for React. */
export const useVideos = <T>(select: (state: VideosState) => T): T => useStore(videos, select);

/** The video that is shown: the one that was chosen, else the one that is made, else the last. */
export function shownVideo({
  videos: all,
  shown,
}: Pick<VideosState, 'videos' | 'shown'>): QueuedVideo | null {
  return (
    all.find(({ id }) => id === shown) ??
    all.find(({ state }) => state.is === 'running') ??
    all.find(({ state }) => state.is === 'waiting') ??
    all.at(-1) ??
    null
  );
}

/** Follows main's queue for as long as the window is there, and learns what an earlier start has left. */
export function followVideos(): void {
  const { bufferscope } = window;
  bufferscope.on('videos:changed', take);
  bufferscope.on('videos:progress', ({ id, progress, goingMs }) => {
    const all = videos.getState().videos.map((video): QueuedVideo => {
      const { state } = video;
      if (video.id !== id || state.is !== 'running') return video;
      return { ...video, state: { ...state, progress, goingMs } };
    });
    videos.setState({ videos: all });
  });
  bufferscope.on('videos:drawn', ({ id, png }) => setPicture(id, png));
  rooms.subscribe((now, before) => {
    if (now.room === 'video' && before.room !== 'video') cameFrom = before.room;
  });
  void bufferscope.request('videos:list').then(({ videos: all, unfinished }) => {
    take(all);
    videos.setState({ unfinished });
  }, said);
}

/** Asks main for the picture of a video, unless one is known. */
export async function findPicture(id: string): Promise<void> {
  if (videos.getState().pictures[id] !== undefined) return;
  const png = await window.bufferscope.request('videos:picture', { id }).catch(() => null);
  if (png) setPicture(id, png);
}

/** Shows a video on the page. */
export const showVideo = (id: string): void => videos.setState({ shown: id });

/** Shows the video that is made, now and whenever another one's turn comes. */
export const showQueue = (): void => videos.setState({ shown: null });

/** Takes a video out that waits or is over; the one that is made is asked about first. */
export function takeOut({ id, state }: QueuedVideo): void {
  if (state.is === 'running') videos.setState({ stopping: id });
  else void request('videos:remove', { id, keep: false });
}

/** Stops the video that was asked about; null lets it go on. */
export function stop(keep: boolean | null): void {
  const { stopping } = videos.getState();
  videos.setState({ stopping: null });
  if (keep !== null && stopping !== null) void request('videos:remove', { id: stopping, keep });
}

/** Moves a video that waits before (-1) or behind (1) the next that waits. */
export const moveVideo = (id: string, by: -1 | 1): void => void request('videos:move', { id, by });

/** Puts away a video that is over, and shows the next, or the room that was left for this page. */
export function putAway(video: QueuedVideo): void {
  takeOut(video);
  videos.setState({ shown: null });
  if (videos.getState().videos.every(({ id }) => id === video.id)) rooms.getState().go(cameFrom);
}

/** Has the system play a video that is done; why it does not is said. */
export async function playVideo({ id }: QueuedVideo): Promise<void> {
  const problem = await window.bufferscope.request('videos:play', { id }).catch(messageOf);
  if (problem !== '') tell(problem);
}

/** Shows a video that is done in its folder. */
export const revealVideo = ({ id }: QueuedVideo): void => void request('videos:show', { id });

/** Does with a video of an earlier start as it is said. */
export async function recover(id: string, how: Recovery): Promise<void> {
  const others = videos.getState().unfinished.filter((video) => video.id !== id);
  videos.setState({ unfinished: others });
  try {
    const kept = await window.bufferscope.request('videos:recover', { id, how });
    if (kept !== null) return tell(say('videoExport.unfinished.kept', { file: kept }));
  } catch (error) {
    return said(error);
  }
  if (how === 'finish' || how === 'keep') rooms.getState().go('video');
}

/** The room that was shown before the page of videos. */
let cameFrom: Room = 'compare';

const said = (error: unknown): void => tell(messageOf(error));

async function request<C extends 'videos:remove' | 'videos:move' | 'videos:show'>(
  ...asked: Parameters<typeof window.bufferscope.request<C>>
): Promise<void> {
  await window.bufferscope.request(...asked).catch(said);
}

/** What was watched while it was made is still watched when it is over. */
function take(all: readonly QueuedVideo[]): void {
  const before = videos.getState();
  const watched = shownVideo(before);
  const over = all.find(({ id }) => id === watched?.id)?.state.is;
  const isOver = watched?.state.is === 'running' && (over === 'done' || over === 'failed');
  const kept = all.some(({ id }) => id === before.shown);
  const shown = isOver ? watched.id : kept ? before.shown : null;
  const busy = all.some(({ state }) => state.is === 'running');
  for (const [id, url] of Object.entries(before.pictures)) {
    if (!all.some((video) => video.id === id)) URL.revokeObjectURL(url);
  }
  const pictures = Object.fromEntries(
    Object.entries(before.pictures).filter(([id]) => all.some((video) => video.id === id)),
  );
  // The poster takes the place of the frame that was drawn last.
  if (isOver) forgetPicture(pictures, watched.id);
  videos.setState({ videos: all, shown, pictures });
  rooms.getState().setBusy('video', busy);
}

function forgetPicture(pictures: Record<string, string>, id: string): void {
  const url = pictures[id];
  if (url === undefined) return;
  URL.revokeObjectURL(url);
  delete pictures[id];
}

function setPicture(id: string, png: Uint8Array): void {
  const { pictures } = videos.getState();
  const before = pictures[id];
  const url = URL.createObjectURL(new Blob([new Uint8Array(png)], { type: 'image/png' }));
  videos.setState({ pictures: { ...pictures, [id]: url } });
  if (before !== undefined) URL.revokeObjectURL(before);
}
