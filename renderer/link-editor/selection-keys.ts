import { useCallback, useRef, type KeyboardEvent } from 'react';
import { select } from './commands';
import type { Draft } from './draft';
import { edit, documentIn, showPart, useEditorStore, type Selection } from './editor-store';
import { moveOutage, resizeOutage } from './outage-edits';
import type { Grain } from './plot-scale';
import { moveStart, setLevel } from './step-edits';

/** With Shift an arrow goes so many times as far. */
const COARSE = 10;

const ARROWS: Readonly<Record<string, { time: number; up: number }>> = {
  ArrowUp: { time: 0, up: 1 },
  ArrowDown: { time: 0, up: -1 },
  ArrowLeft: { time: -1, up: 0 },
  ArrowRight: { time: 1, up: 0 },
};

/** A part moved by one arrow: a step's level and start, an outage's place and length. */
export function nudged(
  draft: Draft,
  { kind, index }: Selection,
  { time, up }: { time: number; up: number },
  grain: Grain,
): Draft {
  if (kind === 'step') {
    const step = draft.steps[index];
    if (!step) return draft;
    return up === 0
      ? moveStart(draft, index, step.fromMs + time * grain.ms)
      : setLevel(draft, index, step.rate + up * grain.rate);
  }
  const outage = draft.outages[index];
  if (!outage) return draft;
  return up === 0
    ? moveOutage(draft, index, outage.fromMs + time * grain.ms)
    : resizeOutage(draft, index, 'toMs', outage.toMs + up * grain.ms);
}

/** The keys of a part that has the focus; one that is held is one step back. */
export function usePartKeys(grain: Grain): (event: KeyboardEvent, part: Selection) => void {
  const editor = useEditorStore();
  const gesture = useRef(Symbol());
  return useCallback(
    (event, part) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const arrow = ARROWS[event.key];
      if (arrow) {
        event.preventDefault();
        if (!event.repeat) gesture.current = Symbol();
        const times = event.shiftKey ? COARSE : 1;
        const far = { ms: grain.ms * times, rate: grain.rate * times };
        edit(editor, (draft) => nudged(draft, part, arrow, far), gesture.current);
        showPart(editor, part);
      } else if (event.key === 'Home' || event.key === 'End') {
        event.preventDefault();
        const last = (documentIn(editor).draft?.steps.length ?? 1) - 1;
        const index = event.key === 'Home' ? 0 : last;
        showPart(editor, { kind: 'step', index });
        select(editor, { kind: 'step', index }, true);
      }
    },
    [editor, grain],
  );
}
