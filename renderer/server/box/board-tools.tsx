import { Popover, Switch } from '@mantine/core';
import { BOX_SETTINGS } from '../../../electron/ipc/box-port';
import { Choice } from '../../ui/choice';
import { CrossIcon } from '../../ui/icons';
import { say } from '../../ui/words';
import { room, useServerRoom } from '../state/room';

/** When the watchdog of a sync worker kills: never, soon enough for a lesson, or as gunicorn does. */
const WATCHDOGS = ['off', '5000', '30000'] as const;
const WAYS = ['none', 'pass', 'gather', 'gzip'] as const;
const SIZES = ['8000', '32000', '128000'] as const;

/** Over the bench: how long a worker may take, and what stands between server and clients. */
export function BoardTools() {
  return (
    <div className="board-tools">
      <WatchdogTool />
      <span className="grow" />
      <OffMark />
      <BoxTool />
    </div>
  );
}

function WatchdogTool() {
  const model = useServerRoom((s) => s.model);
  const watchdogMs = useServerRoom((s) => s.watchdogMs);
  const off = model !== 'sync';
  const value = off || watchdogMs === null ? 'off' : String(watchdogMs);
  return (
    <>
      <b>{say('box.watchdog')}</b>
      <Choice
        label={say('box.watchdog')}
        disabled={off}
        value={WATCHDOGS.find((each) => each === value) ?? 'off'}
        options={WATCHDOGS.map((each) => ({ value: each, label: say(`box.watchdogs.${each}`) }))}
        onChange={(each) =>
          room.getState().setWorkers({ watchdogMs: each === 'off' ? null : Number(each) })
        }
      />
      <Popover position="bottom-start" width={380} returnFocus withRoles>
        <Popover.Target>
          <button className="btn bare" aria-label={say('box.whyAbout')}>
            {say('box.why')}
          </button>
        </Popover.Target>
        <Popover.Dropdown className="popup" aria-label={say('box.watchdog')}>
          <p className="small">{say(`box.watchdogAbout.${model}`)}</p>
        </Popover.Dropdown>
      </Popover>
    </>
  );
}

/** Loud while any new clients would be answered without backpressure; pressed, all have it again. */
function OffMark() {
  const unheld = useServerRoom((s) => s.asking.unheld);
  if (unheld.length === 0) return null;
  const kinds = unheld.map((kind) => say(`server.add.kinds.${kind}`)).join(', ');
  return (
    <button
      className="btn off-mark"
      title={say('box.off.on')}
      onClick={() => room.getState().setAsking({ unheld: [] })}
    >
      {say('box.off.mark', { kinds })}
      <CrossIcon />
    </button>
  );
}

function BoxTool() {
  const box = useServerRoom((s) => s.box);
  const { setBox } = room.getState();
  const settings = box ?? BOX_SETTINGS;
  return (
    <>
      <b>{say('box.title')}</b>
      <Choice
        label={say('box.title')}
        value={box?.way ?? 'none'}
        options={WAYS.map((value) => ({
          value,
          label: say(`box.ways.${value}`),
        }))}
        onChange={(way) => setBox(way === 'none' ? null : { ...settings, way })}
      />
      {box?.way === 'gather' && (
        <Choice
          label={say('box.size')}
          value={String(box.gatherBytes)}
          options={SIZES.map((value) => ({ value, label: say(`box.sizes.${value}`) }))}
          onChange={(value) => setBox({ ...box, gatherBytes: Number(value) })}
        />
      )}
      {box && box.way !== 'pass' && (
        <Switch
          label={say('box.honours')}
          checked={box.honours}
          onChange={(event) => setBox({ ...box, honours: event.currentTarget.checked })}
        />
      )}
    </>
  );
}
