import { useEffect, useState } from 'react';
import { say } from '../ui/words';
import { session } from '../session/session';
import { followDrops, type DropState } from './follow-drops';
import './source.css';

/** Files that the room that is shown takes for itself when they are dropped. */
export interface RoomDrop {
  /** Whether it takes what was dropped: the name of the first file, and how many there are. */
  takes: (name: string, count: number) => boolean;
  open: (path: string, file: File, paths: readonly string[]) => void;
  /** It takes all of them, not the first alone. */
  many?: boolean;
  /** What is said while a file is held over the window: its name is not known yet. */
  words: () => string;
}

interface DropTargetProps {
  /** What the room that is shown takes for itself; null for none. */
  room: RoomDrop | null;
  /** Opens any other file; `paths` are all that were dropped with it. */
  open: (path: string, paths: readonly string[]) => void;
}

/**
 * Takes a file dropped anywhere on the window; while one is held over it, says what will happen. What the room does
 * not take goes to `open`.
 */
export function DropTarget({ room, open }: DropTargetProps) {
  const [drop, setDrop] = useState<DropState>(null);
  useEffect(
    () =>
      followDrops(window, {
        onState: setDrop,
        onFile: (file, all) => openDropped(file, all, { room, open }),
      }),
    [room, open],
  );
  if (!drop) return null;
  return (
    <div className="drop-target" role="status">
      <p>
        <b>{room?.words() ?? say('source.drop')}</b>
        {drop.items > 1 && !room?.many && (
          <span>{say('source.dropOne', { count: drop.items })}</span>
        )}
      </p>
    </div>
  );
}

function openDropped(file: File, all: readonly File[], { room, open }: DropTargetProps): void {
  const path = window.bufferscope.pathOf(file);
  const paths = all.map((each) => window.bufferscope.pathOf(each)).filter((each) => each !== '');
  if (path && room?.takes(file.name, all.length)) return room.open(path, file, paths);
  if (path) return open(path, paths);
  const message = say('source.dropNoPath', { name: file.name });
  session.setState({ refusal: { code: 'failed', message, detail: '' }, askedPath: null });
}
