import { FEED_SOURCES } from '../../../electron/ipc/server-port';
import { usePickedCamera } from '../../session/picked-camera';
import { useSession } from '../../session/session';
import { Choice } from '../../ui/choice';
import { say } from '../../ui/words';
import { feedPlan, type FeedPlan } from '../feed/feed-source';
import { room, useServerRoom } from '../state/room';
import { FeedPicture } from './feed-picture';
import { rooms } from '../../window/rooms';
import { cameraPicker } from '../../source/camera/camera-picker';
/** Asked for by the window itself; the query tells its request from all others. */
const FEED = '/feed?by=window';

/** What `/feed` shows, a switch for it, and the picture itself while the window looks at it. */
export function FeedTile() {
  const on = useServerRoom((s) => s.feedOn);
  const running = useServerRoom((s) => s.phase === 'running');
  const { show } = room.getState();
  return (
    <section className="tile feed-tile" aria-label={say('server.watch.feed')}>
      <h3>
        <span className="mono">{say('server.watch.feed')}</span>
        <button
          className="btn"
          disabled={!running}
          aria-pressed={on}
          onClick={() => show({ feedOn: !on })}
        >
          {say(on ? 'server.watch.feedHide' : 'server.watch.feedShow')}
        </button>
      </h3>
      <FeedSwitch />
      <div className="screen">
        <Screen />
      </div>
      <FeedFigures />
    </section>
  );
}

function FeedSwitch() {
  const { source, film } = useFeedPlan();
  return (
    <Choice
      label={say('server.watch.source')}
      value={source}
      options={FEED_SOURCES.map((value) => ({
        value,
        label: say(`server.watch.sources.${value}`),
        disabled: value === 'media' && !film,
      }))}
      onChange={(value) => room.getState().setFeed(value)}
    />
  );
}

function Screen() {
  const origin = useServerRoom((s) => s.origin);
  const on = useServerRoom((s) => s.feedOn);
  const { source } = useFeedPlan();
  const camera = usePickedCamera();
  const problem = useServerRoom((s) => s.cameraProblem);
  if (source === 'camera' && (!camera || problem !== null)) {
    return <FeedProblem problem={problem} />;
  }
  if (!on || origin === null) return <p className="note">{say('server.watch.feedOff')}</p>;
  return <FeedPicture key={origin} url={origin + FEED} target={FEED} source={source} />;
}

function FeedFigures() {
  const viewers = useServerRoom((s) => s.snapshot?.feed.viewers ?? 0);
  const fps = useServerRoom((s) => s.snapshot?.feed.fps ?? 0);
  const { source } = useFeedPlan();
  const camera = usePickedCamera();
  const problem = useServerRoom((s) => s.cameraProblem);
  const figures = viewers > 0 && say('server.watch.feedOn', { count: viewers, fps });
  const isShown = source === 'camera' && problem === null;
  const of = isShown && camera && say('server.watch.cameraOf', { name: camera.name });
  return <p className="small">{[of, figures].filter(Boolean).join(', ')}</p>;
}

/** In place of the picture: why there is none of the camera, and the ways on. */
function FeedProblem({ problem }: { problem: string | null }) {
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

/** What `/feed` shows; without a server, what it would show of one that is started now. */
function useFeedPlan(): FeedPlan {
  const running = useServerRoom((s) => s.feed);
  const chosen = useServerRoom((s) => s.feedChosen);
  const media = useSession((s) => s.media);
  return running ?? feedPlan(chosen, media);
}
