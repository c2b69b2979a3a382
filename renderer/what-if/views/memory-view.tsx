import { MemoryChart } from '../../charts/memory-chart';
import type { ChartSize } from '../../charts/plot';
import { sizeFigure } from '../../../model/figures';
import { Choice } from '../../ui/choice';
import { say } from '../../ui/words';
import { room, useRoomState } from '../state/room-state';
import type { ModelledMemory } from '../worker/messages';

/** Caps on the server's process that can be chosen, bytes. */
const CAPS = [150e6, 300e6, 600e6] as const;

/** The memory of a server that does not wait, beside one that does: the model's, drawn as what is measured is. */
export function MemoryView({ memory, size }: { memory: ModelledMemory; size: ChartSize }) {
  const { lanes, endMs } = memory;
  return (
    <MemoryChart
      {...{ lanes, nowMs: endMs, untilMs: endMs, outages: [] }}
      {...{ width: size.width, height: size.height, scale: size.scale }}
    />
  );
}

/** At which memory a process that does not wait is stopped, what it takes at rest, and how fast it reads. */
export function MemoryNote({ memory }: { memory: ModelledMemory | null }) {
  const settings = useRoomState((s) => s.settings);
  const { memoryCapBytes, readRate } = settings;
  const rest = memory === null ? '' : sizeFigure(memory.restBytes);
  return (
    <>
      <span className="what-if-note">
        {say(`whatIf.memory.${memory?.measured ? 'noteMeasured' : 'note'}`, {
          rate: `${sizeFigure(readRate)}/s`,
          rest,
        })}
      </span>
      <Choice
        label={say('whatIf.memory.cap')}
        value={String(memoryCapBytes)}
        options={CAPS.map((cap) => ({ value: String(cap), label: sizeFigure(cap) }))}
        onChange={(cap) => {
          room.setState({ settings: { ...settings, memoryCapBytes: Number(cap) } });
        }}
      />
    </>
  );
}
