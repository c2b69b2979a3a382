import type { RunPhase } from '../../../model/run/run-view';
import { say } from '../../ui/words';
import { useWindowVideo } from '../../video-export/window-video';
import { factsOf } from '../../video-export/window-video-notice';
import { toggleRecording } from './record-room';

/** While a video of the window is made, how far it is. */
export function RecordFacts() {
  const on = useWindowVideo((s) => s.state === 'on' || s.state === 'ending');
  const facts = useWindowVideo(factsOf);
  return on && <span className="small record-facts">{facts}</span>;
}

/** Begins a video of the window, or ends it. */
export function RecordButton() {
  const state = useWindowVideo((s) => s.state);
  const file = useWindowVideo((s) => s.file) ?? '';
  const on = state === 'on' || state === 'ending';
  return (
    <button
      className="btn record"
      aria-pressed={on}
      disabled={state === 'asking' || state === 'ending'}
      title={on ? say('windowVideo.hintStop', { file }) : say('windowVideo.hint')}
      onClick={toggleRecording}
    >
      {say(`windowVideo.${WORDS[state]}`)} <kbd>V</kbd>
    </button>
  );
}

const WORDS = { off: 'record', asking: 'asking', on: 'stop', ending: 'ending' } as const;

/** Beside a story that stands ready: tells it and makes a video of it, from its beginning to its end. */
export function RecordStory({ phase }: { phase: RunPhase }) {
  const state = useWindowVideo((s) => s.state);
  if (phase !== 'ready') return null;
  return (
    <button
      className="btn"
      disabled={state !== 'off'}
      title={say('windowVideo.storyHint')}
      onClick={toggleRecording}
    >
      {say('windowVideo.record')} <kbd>V</kbd>
    </button>
  );
}
