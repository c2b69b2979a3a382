import { useEffect } from 'react';
import { useCaption } from '../captions/use-caption';
import { useStage } from '../apparatus/use-stage';
import { SessionApparatus } from '../session/session-apparatus';
import { useWaitingCaption } from '../session/waiting-caption';
import { useKeyBindings } from '../ui/key-bindings';
import { presenterBindings } from '../ui/presenter-keys';
import { COMMANDS } from './commands';
import { highlightOf } from './look';
import { NotesFeed } from './notes-feed';
import { present, usePresenting } from './presenting';
import { PresenterStage } from './stage';
import { StageFront } from './stage-front';

const KEYS = presenterBindings((command) => COMMANDS[command]());

/** The session's run on the stage, with the keys of whoever presents; the window shows nothing else. */
export function Presenter() {
  useKeyBindings('picture', KEYS);
  useEffect(present, []);
  useEffect(() => window.bufferscope.on('presenter:command', (command) => COMMANDS[command]()), []);
  return (
    <SessionApparatus controls={false}>
      <PresentedStage />
      <NotesFeed />
    </SessionApparatus>
  );
}

function PresentedStage() {
  const { highlight: marked, zoom } = useStage();
  const hand = usePresenting((s) => s.hand);
  const blank = usePresenting((s) => s.blank);
  const { caption, heard } = useCaption(useWaitingCaption());
  return (
    <>
      <PresenterStage
        stage={{ highlight: highlightOf(marked, hand), zoom }}
        caption={caption}
        heard={heard}
      />
      <StageFront blank={blank} />
    </>
  );
}
