import { useMemo, type MouseEvent, type PointerEvent } from 'react';
import { useStore } from 'zustand';
import { secondsFigure } from '../../model/figures';
import {
  CHUNK_STAGES,
  chunkStory,
  type ChunkNumbers,
  type ChunkStory,
} from '../../model/run/chunk-story';
import type { LaneLog } from '../../model/run/schema';
import { useKeyBindings, type KeyBinding } from '../ui/key-bindings';
import { LANE_KEY } from '../ui/lane-style';
import { say } from '../ui/words';
import { useApparatus, useShownChunk } from './apparatus';
import {
  chunksAt,
  columnsOf,
  indexAt,
  indexOnLink,
  stretchAt,
  TILE_STAGES,
  type TileStage,
} from './chunk-places';
import type { LaneView } from './lane-view';
import { EMPTY_FRAME } from './scene';
import { PITCH } from './tank';
import { ROWS } from './tile-scale';
import { partWriter, useLaneRenderer, type MakeLaneRenderer } from './use-renderer';

/** When a chunk was read, sent, received and played in one lane, in the place of its figures. */
export function ChunkTimes({ view }: { view: LaneView }) {
  const ref = useLaneRenderer(timesRenderer, view);
  return (
    <div className="story c-figs" ref={ref}>
      <p data-part="together" />
      <dl>
        {CHUNK_STAGES.map((stage) => (
          <div key={stage}>
            <dt>{say(`lanes.story.stages.${stage}`)}</dt>
            <dd className="wait" data-part={`wait-${stage}`} />
            <dd data-part={stage} />
          </div>
        ))}
      </dl>
    </div>
  );
}

/** The times of a chunk, those that lie ahead of the shown moment paler, and the wait before each. */
const timesRenderer: MakeLaneRenderer = (root, view) => {
  const together = partWriter(root, 'together');
  const rows = CHUNK_STAGES.map((stage) => ({
    stage,
    time: partWriter(root, stage),
    wait: partWriter(root, `wait-${stage}`),
  }));
  return (_frame, { log: logOf, texts, chunk, shownMs }) => {
    if (!texts || chunk === null) return;
    const story = storyOf(logOf(view.method), view, chunk);
    together.text(story.together ? say('lanes.story.together', names(story.together)) : '');
    let beforeMs: number | null = null;
    for (const { stage, time, wait } of rows) {
      const ms = story.times[stage];
      time.text(ms === null ? say('lanes.story.unknown') : secondsFigure(ms));
      time.set('data-ahead', ms === null || ms > shownMs);
      const known = ms !== null && beforeMs !== null;
      wait.text(known ? say('lanes.story.wait', { wait: waitFigure(ms, beforeMs) }) : '');
      beforeMs = ms;
    }
  };
};

/** The time between two that are shown, such that they add up. */
const waitFigure = (ms: number, beforeMs: number | null): string =>
  secondsFigure(Math.max(0, Math.round(ms / 100) - Math.round((beforeMs ?? 0) / 100)) * 100);

const NO_STORY: ChunkStory = {
  times: { read: null, sent: null, received: null, played: null },
  together: null,
};

const storyOf = (log: LaneLog | undefined, view: LaneView, chunk: number): ChunkStory =>
  log ? chunkStory(log, stretchAt(view, chunk)) : NO_STORY;

/** "Chunk 34", "Chunks 33 to 40". */
const titleOf = (chunks: ChunkNumbers): string =>
  say(`lanes.story.${chunks.first === chunks.last ? 'one' : 'several'}`, names(chunks));

const names = ({ first, last }: ChunkNumbers) => ({ first: String(first), last: String(last) });

/** What stands over the last column: which chunk is told of, or that there are figures. */
export function FiguresTitle() {
  const { views } = useApparatus();
  const chunk = useShownChunk();
  const [view] = views;
  if (chunk === null || !view) return say('lanes.columns.figures');
  return (
    <b className="chunk-title">
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <rect className="chunk-frame" x="1" y="1" width="14" height="14" />
        <rect x="3.5" y="3.5" width="9" height="9" />
      </svg>
      {titleOf(chunksAt(view, chunk))}
    </b>
  );
}

/** The story of a chunk that is kept, in all lanes, for those who hear it. */
export function ChunkSaid() {
  const { run, views, pointer } = useApparatus();
  const kept = useStore(pointer.store, (s) => s.kept);
  const [view] = views;
  const lanes = views.map((each) => {
    const log = run?.lanes.find(({ method }) => method === each.method)?.log;
    if (kept === null) return '';
    const { times, together } = storyOf(log, each, kept);
    const told = CHUNK_STAGES.map((stage) => {
      const ms = times[stage];
      const seconds = ms === null ? say('lanes.figures.notYet') : secondsFigure(ms);
      return [stage, seconds] as const;
    });
    const method = say(`lanes.methods.${each.method}`);
    const name = together ? `${method}, ${say('lanes.story.together', names(together))}` : method;
    return say('lanes.story.said', { ...Object.fromEntries(told), method: name });
  });
  return (
    <p className="unseen" role="status">
      {kept !== null && view && [`${titleOf(chunksAt(view, kept))}.`, ...lanes].join(' ')}
    </p>
  );
}

const STAGE_OF: Record<TileStage, string> = { file: '.c-file', memory: '.c-mem', buffer: '.c-buf' };

/** A mouse over a tile tells its chunk's story; a click keeps it. */
export function usePointing() {
  const { run, views, pointer } = useApparatus();
  return useMemo(() => {
    const at = ({ target, clientX, clientY }: MouseEvent): number | null => {
      if (!(target instanceof Element)) return null;
      const key = target.closest<HTMLElement>('.lane')?.dataset['lane'];
      const view = views.find(({ method }) => LANE_KEY[method] === key);
      if (!view) return null;
      const lane = run?.lanes.find(({ method }) => method === view.method);
      const frame = lane?.frameAt(run?.shownMs() ?? 0) ?? EMPTY_FRAME;
      if (target.closest('.c-link')) return indexOnLink(view, frame);
      const stage = TILE_STAGES.find((each) => target.closest(STAGE_OF[each]));
      const tank = stage && target.closest(STAGE_OF[stage])?.querySelector<SVGSVGElement>('.tank');
      if (!stage || !tank) return null;
      const tile = tileAt(tank, { stage, cols: columnsOf(stage, view), clientX, clientY });
      return tile === null ? null : indexAt(stage, view, frame, tile);
    };
    return {
      onPointerMove: (event: PointerEvent) => pointer.point(at(event)),
      onPointerLeave: () => pointer.point(null),
      onClick: (event: MouseEvent) => {
        const control = event.target instanceof Element && event.target.closest('button');
        if (!control) pointer.click(at(event));
      },
    };
  }, [run, views, pointer]);
}

interface TankPoint {
  stage: TileStage;
  cols: number;
  clientX: number;
  clientY: number;
}

/** The tile of a tank at a point of the window, in the order in which it fills; null beside its tiles. */
function tileAt(tank: SVGSVGElement, { stage, cols, clientX, clientY }: TankPoint): number | null {
  const toWindow = tank.getScreenCTM();
  if (!toWindow) return null;
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(toWindow.inverse());
  const [col, row] = [Math.floor(x / PITCH), Math.floor(y / PITCH)];
  if (col < 0 || col >= cols || row < 0 || row >= ROWS) return null;
  return (stage === 'file' ? row : ROWS - 1 - row) * cols + col;
}

/** The keys of a picture whose chunks can be told of, while it is shown; one picture of a page has them. */
export function ChunkKeys(): null {
  const { run, views, pointer } = useApparatus();
  const bindings = useMemo((): readonly KeyBinding[] => {
    const byKeys = (): boolean => pointer.store.getState().byKeys;
    const arrow = (key: string, act: () => void): KeyBinding => ({
      ...{ key, act, help: 'chunk', repeats: true, when: byKeys },
    });
    return [
      { key: 't', help: 'chunk', act: () => pointer.enter(firstChunk()) },
      arrow('ArrowLeft', () => pointer.move(-1)),
      arrow('ArrowRight', () => pointer.move(1)),
      arrow('ArrowUp', () => pointer.moveRow(-1)),
      arrow('ArrowDown', () => pointer.moveRow(1)),
      {
        key: 'Escape',
        help: 'chunk',
        when: () => pointer.store.getState().kept !== null,
        act: () => pointer.leave(),
      },
    ];

    /** The chunk that is on the link, in the first lane in which one is. */
    function firstChunk(): number {
      for (const view of views) {
        const lane = run?.lanes.find(({ method }) => method === view.method);
        const index = lane ? indexOnLink(view, lane.frameAt(run?.shownMs() ?? 0)) : null;
        if (index !== null) return index;
      }
      return 0;
    }
  }, [run, views, pointer]);
  useKeyBindings('picture', bindings);
  return null;
}
