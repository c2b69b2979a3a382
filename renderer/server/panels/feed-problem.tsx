import { rooms } from '../../window/rooms';
import { cameraPicker } from '../../source/camera/camera-picker';
import { say } from '../../ui/words';
import { room, useServerRoom } from '../state/room';

/** In place of the picture: why there is none of the camera, and the ways on. */
export function FeedProblem({ problem }: { problem: string | null }) {
  const running = useServerRoom((s) => s.phase === 'running');
  const choose = (): void => {
    rooms.getState().go('compare');
    void cameraPicker.open();
  };
  return (
    <div className="note" role="alert">
      <p>{problem ?? say('server.watch.noCamera')}</p>
      {problem !== null && running && (
        <button className="btn" onClick={() => room.getState().askFeedAgain()}>
          {say('server.watch.again')}
        </button>
      )}
      <button className="btn" onClick={choose}>
        {say('server.watch.choose')}
      </button>
    </div>
  );
}
