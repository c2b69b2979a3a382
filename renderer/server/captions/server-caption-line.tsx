import { useEffect, useState } from 'react';
import { scenarioCaptionAt } from '../../../model/run/stage-at';
import { captionText, QUIET, type Caption } from '../../captions/caption';
import { CaptionPacer } from '../../captions/pacer';
import { say, words } from '../../ui/words';
import { RecordFacts } from '../recording/record-button';
import { room, serverNowMs, useServerRoom } from '../state/room';
import { serverCaption } from './server-rules';
import { readServer } from './server-situation';

/** How often the room is looked at, ms. */
const LOOK_EVERY_MS = 200;
/** As many of the newest events as could have come within the time that a caption looks back. */
const RECENT_EVENTS = 100;
/** Waiting that lasts longer than this says how long it has lasted, ms. */
const ELAPSED_FROM_MS = 1000;

/** What is happening, in one line over the bench; at its end, for a moment, what a button has done. */
export function ServerCaptionLine() {
  const { caption, heard, elapsedS } = useServerCaption();
  const notice = useServerRoom((s) => s.notice);
  return (
    <div className="caption server-caption">
      <p aria-hidden="true">
        <b className={caption.tone === 'plain' ? '' : 'down'}>{caption.lead}</b>{' '}
        {caption.effects.map((effect) => effect.text).join(' ')}
      </p>
      <p className="unseen" role="status">
        {heard}
      </p>
      {elapsedS !== null && (
        <p className="elapsed" aria-hidden="true">
          {say('server.caption.elapsed', { seconds: elapsedS })}
        </p>
      )}
      <p className="small" role="status">
        {notice}
      </p>
      <RecordFacts />
    </div>
  );
}

/** The message of the moment, and how long the server has been starting, seconds; null when it is not. */
interface ServerCaptionNow {
  caption: Caption;
  /** What a screen reader is told: at most one message every two seconds. */
  heard: string;
  elapsedS: number | null;
}

/** The caption as it is true now; only what is heard of it is held back. */
function useServerCaption(): ServerCaptionNow {
  const [now, setNow] = useState<ServerCaptionNow>(() => ({
    ...{ caption: read(), heard: '', elapsedS: null },
  }));
  useEffect(() => {
    let pacer = new CaptionPacer((text: string) => text);
    let phase = room.getState().phase;
    const look = (): void => {
      const state = room.getState();
      // What a person has just asked for is not held back by what was said before.
      if (state.phase !== phase) pacer = new CaptionPacer((text: string) => text);
      phase = state.phase;
      const wallMs = performance.now();
      const caption = read();
      const heard = pacer.offer(captionText(caption), wallMs);
      const passedMs = wallMs - state.sinceMs;
      const waits = (phase === 'starting' || phase === 'stopping') && passedMs >= ELAPSED_FROM_MS;
      const elapsedS = waits ? Math.floor(passedMs / 1000) : null;
      setNow((before) =>
        captionText(before.caption) === captionText(caption) &&
        before.heard === heard &&
        before.elapsedS === elapsedS
          ? before
          : { caption, heard, elapsedS },
      );
    };
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function read(): Caption {
  const { phase, problem, model, snapshot, log, marks, box, boxed } = room.getState();
  const recent = log.entries(Infinity, RECENT_EVENTS).map(({ event }) => event);
  const nowMs = serverNowMs();
  const between = box && { settings: box, answers: boxed };
  const own = serverCaption(
    readServer({ phase, problem, model, snapshot, recent, nowMs, box: between }),
  );
  const told = scenarioCaptionAt(marks, nowMs);
  // What broke is never talked over.
  if (!told || phase !== 'running' || own.tone === 'bad') return own;
  const text = told[words.language] ?? Object.values(told)[0] ?? '';
  return { ...QUIET, lead: '', effects: [{ text, figured: text }] };
}
