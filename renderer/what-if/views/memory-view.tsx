import { MemoryChart } from '../../charts/memory-chart';
import type { ChartSize } from '../../charts/plot';
import { sizeFigure } from '../../../model/figures';
import { Choice } from '../../ui/choice';
import { say } from '../../ui/words';
import { room, useRoomState } from '../state/room-state';
import type { ModelledMemory } from '../worker/messages';

/** Caps on the server's process that can be chosen, bytes. */
const CAPS = [150e6, 300e6, 600e6] as const;

/** Height of what stands over the pictures, px at scale 1. */
const HEAD = 30;

interface MemoryViewProps {
  memory: ModelledMemory;
  size: ChartSize;
}

/** The memory of a server that does not wait, beside one that does: the model's, drawn as what is measured is. */
export function MemoryView({ memory, size }: MemoryViewProps) {
  const { lanes, endMs } = memory;
  const { width, height, scale } = size;
  return (
    <div className="memory-view">
      <Assumed memory={memory} />
      <div className="memory-picture">
        <MemoryChart
          {...{ lanes, nowMs: endMs, untilMs: endMs, outages: [] }}
          {...{ width, height: Math.max(1, height - HEAD * scale), scale }}
        />
      </div>
    </div>
  );
}

/** How fast the server reads, what its process takes at rest, and at which memory it is stopped. */
function Assumed({ memory: { restBytes, measured } }: { memory: ModelledMemory }) {
  const settings = useRoomState((s) => s.settings);
  const { memoryCapBytes, readRate } = settings;
  const gaps = { rate: `${sizeFigure(readRate)}/s`, rest: sizeFigure(restBytes) };
  return (
    <header>
      <p className="small">{say(`whatIf.memory.${measured ? 'noteMeasured' : 'note'}`, gaps)}</p>
      <span className="small">{say('whatIf.memory.cap')}</span>
      <Choice
        label={say('whatIf.memory.cap')}
        value={String(memoryCapBytes)}
        options={CAPS.map((cap) => ({ value: String(cap), label: sizeFigure(cap) }))}
        onChange={(cap) => {
          room.setState({ settings: { ...settings, memoryCapBytes: Number(cap) } });
        }}
      />
    </header>
  );
}
