import { NativeSelect, NumberInput, Popover, Switch } from '@mantine/core';
import { CLIENT_KINDS, MAX_CLIENTS } from '../../../electron/ipc/clients-port';
import { Choice } from '../../ui/choice';
import { CaretIcon } from '../../ui/icons';
import { say } from '../../ui/words';
import { MIX, pathsOf } from '../state/paths';
import { room, useServerRoom } from '../state/room';

/** Adds the clients that were chosen; the arrow beside it opens the choice. */
export function AddClients() {
  const running = useServerRoom((s) => s.phase === 'running');
  const word = useServerRoom(({ toAdd: { kind, count } }) =>
    say(`server.add.${kind === 'slow' || kind === 'stalled' ? kind : 'button'}`, { count }),
  );
  return (
    <span className="split">
      <button className="btn" disabled={!running} onClick={() => room.getState().addClients()}>
        {word} <kbd>A</kbd>
      </button>
      <Popover position="bottom-end" width={400} trapFocus returnFocus withRoles>
        <Popover.Target>
          <button className="btn" aria-label={say('server.add.menu')}>
            <CaretIcon />
          </button>
        </Popover.Target>
        <Popover.Dropdown className="popup" aria-label={say('server.add.title')}>
          <ClientFields />
          <button
            className="btn primary"
            disabled={!running}
            onClick={() => room.getState().addClients()}
          >
            {word}
          </button>
        </Popover.Dropdown>
      </Popover>
    </span>
  );
}

function ClientFields() {
  const { count, kind, path } = useServerRoom((s) => s.toAdd);
  const served = useServerRoom((s) => s.served);
  const unheld = useServerRoom((s) => s.asking.unheld);
  const off = unheld.includes(kind);
  const { setToAdd } = room.getState();
  return (
    <>
      <NumberInput
        label={say('server.add.count')}
        value={count}
        onChange={(value) => typeof value === 'number' && value >= 1 && setToAdd({ count: value })}
        min={1}
        max={MAX_CLIENTS}
        allowDecimal={false}
        clampBehavior="strict"
      />
      <div className="field">
        <span aria-hidden="true">{say('server.add.kind')}</span>
        <Choice
          label={say('server.add.kind')}
          value={kind}
          options={CLIENT_KINDS.map((value) => ({
            value,
            label: say(`server.add.kinds.${value}`),
          }))}
          onChange={(value) => setToAdd({ kind: value })}
        />
        <p className="small">{say(`server.add.kindNotes.${kind}`)}</p>
      </div>
      <NativeSelect
        label={say('server.add.path')}
        value={path}
        onChange={(event) => setToAdd({ path: event.currentTarget.value })}
        data={pathsOf(served).map((value) => ({
          value,
          label: value === MIX ? say('server.add.mix') : value,
        }))}
      />
      <Switch
        label={say(`box.add.${off ? 'off' : 'on'}`, { kind: say(`server.add.kinds.${kind}`) })}
        aria-label={say('backpressure.name')}
        description={say('box.add.unheldNote')}
        checked={!off}
        onChange={() => {
          const others = unheld.filter((each) => each !== kind);
          room.getState().setAsking({ unheld: off ? others : [...others, kind] });
        }}
      />
      <p className="small">{say('server.add.note')}</p>
    </>
  );
}
