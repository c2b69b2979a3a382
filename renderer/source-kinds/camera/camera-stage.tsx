import { useId } from 'react';
import { grewWithin } from '../../../model/run/flow';
import { capturedWords } from './camera-notes';
import { say } from '../../ui/words';
import { FlowIndicator, PASSING_MS } from '../../apparatus/flow-indicator';
import type { LaneView } from '../../apparatus/lane-view';
import { PITCH, TilePatterns } from '../../apparatus/tank';
import { ROWS } from '../../apparatus/tile-scale';
import {
  useLaneRenderer,
  AttrWriter,
  partWriter,
  type MakeLaneRenderer,
} from '../../apparatus/use-renderer';
import { size } from '../../apparatus/size-unit';
import './frames.css';

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
        <span data-part="captured" />
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

/** Tiles of the row under a camera: it fills as the camera is recorded, and begins again. */
export const ROW_TILES = 10;

/** The camera: how much of it has been captured so far, and whether anything is coming in now. */
export const cameraRenderer: MakeLaneRenderer = (root, { method, scale, unit }) => {
  const column = new AttrWriter(root);
  const svg = partWriter(root, 'tank');
  const row = partWriter(root, 'row');
  const figure = partWriter(root, 'figure');
  const captured = partWriter(root, 'captured');
  const gate = partWriter(root, 'gate');
  return (frame, { log, texts, labels, shownMs }) => {
    const { readBytes, state } = frame;
    const open = grewWithin(log(method)?.samples ?? [], 'readBytes', shownMs, PASSING_MS);
    row.length('width', rowTiles(readBytes / scale.tileBytes) * PITCH);
    column.set('data-captures', open);
    gate.set('data-is', open ? 'open' : state === 'ended' ? 'done' : 'held');
    if (!texts) return;
    const read = `${size(readBytes, unit)} ${unit.name}`;
    figure.text(read);
    captured.text(capturedWords(frame));
    if (labels) svg.set('aria-label', say('cameraUi.aria.camera', { read }));
  };
};

/** Tiles in the row once so many have been captured in all; a row that has just become full is shown full. */
export function rowTiles(tiles: number): number {
  const rest = tiles % ROW_TILES;
  return rest === 0 && tiles > 0 ? ROW_TILES : rest;
}
