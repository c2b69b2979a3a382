import type { Draft } from './draft';
import { drawStroke, handGrid, strokeOn, type HandPoint, type Stroke } from './freehand';
import { moveOutage, resizeOutage } from './outage-edits';
import { snap, type Grain } from './plot-scale';
import { moveStart, setLevel } from './step-edits';

const GRIPS = ['level', 'start', 'outage', 'outage-from', 'outage-to'] as const;

/** What the hand has hold of: a step's level or start, an outage or one of its edges. */
export interface DragHandle {
  kind: (typeof GRIPS)[number];
  index: number;
}

/** A grip as an attribute of what can be held, such as "level:3". */
export const handleName = ({ kind, index }: DragHandle): string => `${kind}:${String(index)}`;

/** The grip that an attribute names; null when it names none. */
export function handleOf(name: string | undefined): DragHandle | null {
  const [kind, index] = name?.split(':') ?? [];
  const found = GRIPS.find((each) => each === kind);
  return found ? { kind: found, index: Number(index) } : null;
}

/** The draft that a drag began with, as the hand has it now. */
export function dragged(
  draft: Draft,
  { kind, index }: DragHandle,
  from: HandPoint,
  to: HandPoint,
  grain: Grain,
): Draft {
  const byMs = to.tMs - from.tMs;
  const moved = (ms: number): number => snap(ms + byMs, grain.ms);
  const step = draft.steps[index];
  const outage = draft.outages[index];
  switch (kind) {
    case 'level':
      return step
        ? setLevel(draft, index, snap(step.rate + to.rate - from.rate, grain.rate))
        : draft;
    case 'start':
      return step ? moveStart(draft, index, moved(step.fromMs)) : draft;
    case 'outage':
      return outage ? moveOutage(draft, index, moved(outage.fromMs)) : draft;
    case 'outage-from':
      return outage ? resizeOutage(draft, index, 'fromMs', moved(outage.fromMs)) : draft;
    case 'outage-to':
      return outage ? resizeOutage(draft, index, 'toMs', moved(outage.toMs)) : draft;
  }
}

/** A hand that draws: what it has drawn so far, and the draft with it. */
export class Drawing {
  readonly #draft: Draft;
  readonly #gridMs: number;
  #stroke: Stroke = new Map();
  #last: HandPoint;

  constructor(draft: Draft, from: HandPoint) {
    this.#draft = draft;
    this.#gridMs = handGrid(draft.lengthMs);
    this.#last = from;
  }

  /** The draft as the hand goes on to a point; unchanged when it would have too many parts. */
  to(point: HandPoint, grain: Grain): Draft {
    const next = { ...point, rate: snap(point.rate, grain.rate) };
    this.#stroke = strokeOn(this.#stroke, this.#last, next, this.#gridMs);
    this.#last = next;
    const stroke = new Map([...this.#stroke].map(([cell, rate]) => [cell, snap(rate, grain.rate)]));
    return drawStroke(this.#draft, stroke, this.#gridMs);
  }
}
