import { useId } from 'react';
import { say } from '../ui/words';
import { FlowIndicator } from './flow-indicator';
import type { LaneView } from './lane-view';
import { cameraRenderer, ROW_TILES } from './paint-camera';
import { PITCH, TilePatterns } from './tank';
import { ROWS } from './tile-scale';
import { useLaneRenderer } from './use-renderer';

const SIDE = ROWS * PITCH;
const FOOT = SIDE - PITCH;

/** The camera in the place of the file: it has no end, so what has been captured so far is counted and not measured out. */
export function CameraStage({ view }: { view: LaneView }) {
  const ref = useLaneRenderer(cameraRenderer, view);
  return (
    <div className="c-file camera-stage" ref={ref}>
      <CameraPicture />
      <div className="cap">
        <b data-part="figure" />
        <span>{say('cameraUi.captured')}</span>
      </div>
      <FlowIndicator />
    </div>
  );
}

function CameraPicture() {
  const id = useId();
  return (
    <svg
      className="tank"
      data-part="tank"
      role="img"
      viewBox={`-2 -2 ${String(SIDE + 4)} ${String(SIDE + 4)}`}
    >
      <TilePatterns id={id} unread />
      <path className="camera-body" d="M12 30V18H40V30M-1 30H121V98H-1Z" />
      <circle className="camera-ring" cx="60" cy="64" r="26" />
      <circle className="camera-lens" cx="60" cy="64" r="15" />
      <rect y={FOOT} width={ROW_TILES * PITCH} height={PITCH} fill={`url(#${id}e)`} />
      <rect data-part="row" y={FOOT} width="0" height={PITCH} fill={`url(#${id}f)`} />
    </svg>
  );
}
