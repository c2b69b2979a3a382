import { useEffect, useState, type ComponentType } from 'react';
import { messageOf } from '../../model/message-of';
import { say } from '../ui/words';

/** Loads of rooms that the window does not begin with: what is not looked at costs no start-up time. */
const LOADERS = {
  about: () => import('../about/about-room').then(({ AboutRoom }) => AboutRoom),
  check: () => import('../check/check-room').then(({ CheckRoom }) => CheckRoom),
  lessons: () => import('../lessons/lessons-room').then(({ LessonsRoom }) => LessonsRoom),
  server: () => import('../server/server-room').then(({ ServerRoom }) => ServerRoom),
  runs: () => import('../runs/runs-room').then(({ RunsRoom }) => RunsRoom),
  video: () => import('../video-export/video-page').then(({ VideoPage }) => VideoPage),
  'what-if': () => import('../what-if/what-if-room').then(({ WhatIfRoom }) => WhatIfRoom),
};

/** A room that is loaded when it is first entered; why it could not be is said in its place. */
export function LateRoom({ room }: { room: keyof typeof LOADERS }) {
  const [Shown, setShown] = useState<ComponentType | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    LOADERS[room]().then(
      (loaded) => {
        if (wanted) setShown(() => loaded);
      },
      (error: unknown) => {
        if (wanted) setProblem(messageOf(error));
      },
    );
    return () => {
      wanted = false;
    };
  }, [room]);
  if (Shown) return <Shown />;
  return (
    <main className="page" aria-label={say('rooms.opening')}>
      {problem !== null && (
        <p className="caption" role="alert">
          {say('rooms.failed', { message: problem })}
        </p>
      )}
    </main>
  );
}
