import { rateFigure, secondsFigure } from '../../model/figures';
import { formatEvent } from '../../model/scenario/events';
import type { ScenarioStep } from '../../model/scenario/types';
import { say, textOf } from '../ui/words';

/** When a step begins: its time, the time at which it came, or what it waits for. */
export function stepTime({ begins }: ScenarioStep, cameMs: number | null): string {
  if ('atMs' in begins) return secondsFigure(begins.atMs);
  if (cameMs !== null) return secondsFigure(cameMs);
  return say('scenario.panel.event');
}

/** What a step does, in words: the first stands out, the rest is beside it. */
export function stepWords(step: ScenarioStep): { head: string; detail: string } {
  const { begins, chapter, caption, cutMs, restore, rate, room, clients, pause, stage, end } = step;
  const does: string[] = [];
  const word = (key: string, gaps: Record<string, string> = {}): void => {
    does.push(say(`scenario.panel.does.${key}`, gaps));
  };
  if (chapter) does.push(textOf(chapter));
  if (cutMs === Infinity) word('cut');
  else if (cutMs !== undefined) word('cutFor', { seconds: secondsFigure(cutMs) });
  if (restore) word('restore');
  if (rate !== undefined) word('rate', { rate: rateFigure(rate) });
  if (clients && 'add' in clients) {
    word('clients', { count: String(clients.add), path: clients.ask });
  } else if (clients) word('clientsLeave');
  if (room) word('room', { room: say(`rooms.${room}`) });
  if (pause) word('pause');
  if (stage?.highlight) word('highlight');
  if (stage?.highlight === null) word('highlightNone');
  if (stage?.zoom) word('zoom', { station: say(`presenter.stations.${stage.zoom}`) });
  if (stage?.zoom === null) word('zoomNone');
  if (stage?.prediction !== undefined) word(stage.prediction ? 'show' : 'hide');
  if (end) word('end');
  if (caption === null) word('captionNone');
  if (does.length === 0) word(caption ? 'caption' : 'note');
  const [head = '', ...rest] = does;
  const event =
    'when' in begins ? say('scenario.panel.at', { event: formatEvent(begins.when) }) : '';
  const said = caption ? textOf(caption) : '';
  return {
    head,
    detail: [event, ...rest.map((each) => `${each}.`), said].filter(Boolean).join(' '),
  };
}
