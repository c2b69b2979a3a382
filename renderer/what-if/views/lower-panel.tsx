import { useMemo, type ReactNode } from 'react';
import { Choice } from '../../ui/choice';
import { say } from '../../ui/words';
import { useSession } from '../../session/session';
import { useChartSize } from '../../charts/chart-panel';
import type { ChartSize } from '../../charts/plot';
import { measuredCosts, ruleCosts } from '../findings/viewer-scaling';
import { room, useRoomState, VIEWS, type View } from '../state/room-state';
import type { Picture } from '../state/use-picture';
import type { Detail } from '../worker/messages';
import { Curves } from './curves';
import { MemoryView } from './memory-view';
import { MethodsPlane } from './methods-plane';
import { ViewerScaling } from './viewer-scaling';
import { Strips } from './playback-timelines';

interface LowerPanelProps {
  picture: Picture;
  onRunOnce: () => void;
}

/** The lower panel: five ways to look at the chosen value. */
export function LowerPanel({ picture, onRunOnce }: LowerPanelProps) {
  const view = useRoomState((s) => s.view);
  const [ref, size] = useChartSize();
  const { setup, detail, at } = picture;
  const broken = at?.problem ?? null;
  return (
    <section className="panel what-if-lower" aria-label={say(`whatIf.views.${view}`)}>
      <header>
        <Choice
          label={say('whatIf.views.label')}
          value={view}
          options={VIEWS.map((value) => ({ value, label: say(`whatIf.views.${value}`) }))}
          onChange={(next: View) => room.setState({ view: next })}
        />
        <Note view={view} count={setup.seeds.length} />
      </header>
      <div className="what-if-view" ref={ref} data-view={view} data-waits={!picture.complete}>
        {broken ? (
          <p className="what-if-blank">{say(`whatIf.gapReason.${broken}`)}</p>
        ) : (
          size && detail && <Shown {...{ view, detail, picture, size, onRunOnce }} />
        )}
        {!broken && !detail && picture.phase === 'cancelled' && (
          <p className="what-if-blank">{say('whatIf.nothingYet')}</p>
        )}
      </div>
    </section>
  );
}

function Note({ view, count }: { view: View; count: number }): ReactNode {
  const startMs = useRoomState((s) => s.startMs);
  if (view === 'curves' && startMs !== null) {
    return (
      <button className="btn bare" onClick={() => room.setState({ startMs: null })}>
        {say('whatIf.curves.back')}
      </button>
    );
  }
  // What it assumes stands over the picture, with what can be set of it.
  if (view === 'memory') return null;
  return (
    <span className="what-if-note">
      {view === 'strips' && count > 1 && (
        <span className="what-if-of">{say('whatIf.strips.of', { count })} </span>
      )}
      {say(`whatIf.${view}.note`, { count })}
    </span>
  );
}

interface ShownProps {
  view: View;
  detail: Detail;
  picture: Picture;
  size: ChartSize;
  onRunOnce: () => void;
}

function Shown({ view, detail, picture, size, onRunOnce }: ShownProps) {
  const { axis } = picture.setup.range;
  switch (view) {
    case 'strips':
      return <Strips detail={detail} axis={axis} size={size} />;
    case 'curves':
      return <Curves curves={detail.curves} size={size} />;
    case 'methods':
      return (
        <MethodsPlane
          methods={detail.methods}
          points={picture.points}
          trail={say('whatIf.methods.trail', { axis: say(`whatIf.axisName.${axis}`) })}
          size={size}
        />
      );
    case 'memory':
      return <MemoryView memory={detail.memory} size={size} />;
    case 'paper':
      return <MeasuredPaper detail={detail} onRunOnce={onRunOnce} />;
  }
}

function MeasuredPaper({ detail, onRunOnce }: { detail: Detail; onRunOnce: () => void }) {
  const run = useSession((s) => s.run);
  const lastLog = useSession((s) => s.lastLog);
  // A run stands while this room is shown: its log is put together once.
  const log = useMemo(() => (run && run.nowMs() > 0 ? run.log() : lastLog), [run, lastLog]);
  const costs = measuredCosts(log) ?? ruleCosts(detail.methods);
  return <ViewerScaling costs={costs} onRunOnce={onRunOnce} />;
}
