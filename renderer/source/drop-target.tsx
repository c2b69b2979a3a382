import { useEffect, useState } from 'react';
import { say } from '../ui/words';
import { session } from '../session/session';
import { followDrops, type DropState } from './follow-drops';
import './source.css';

/** Takes a file dropped anywhere on the window; while one is held over it, says what will happen. */
export function DropTarget() {
  const [drop, setDrop] = useState<DropState>(null);
  useEffect(() => followDrops(window, { onState: setDrop, onFile: openDropped }), []);
  if (!drop) return null;
  return (
    <div className="drop-target" role="status">
      <p>
        <b>{say('source.drop')}</b>
        {drop.items > 1 && <span>{say('source.dropOne', { count: drop.items })}</span>}
      </p>
    </div>
  );
}

function openDropped(file: File): void {
  const path = window.bufferscope.pathOf(file);
  if (path) return void session.getState().openPath(path);
  const message = say('source.dropNoPath', { name: file.name });
  session.setState({ refusal: { code: 'failed', message, detail: '' }, askedPath: null });
}
