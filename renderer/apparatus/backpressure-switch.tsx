import { Switch } from '@mantine/core';
import { baseMethod, isOff } from '../../model/delivery/rules';
import { HELD_METHODS } from '../../model/delivery/types';
import { say } from '../ui/words';
import { useApparatus } from './apparatus';
import type { LaneView } from './lane-view';

/** In a lane's name: whether its server waits for the link, by which line of code, and the switch itself. */
export function BackpressureSwitch({ view: { method } }: { view: LaneView }) {
  const { actions } = useApparatus();
  const off = isOff(method);
  const held = HELD_METHODS.find((each) => each === baseMethod(method)) ?? null;
  const word = off ? 'off' : 'on';
  const stays = actions === null || actions.nextBackpressureOff === held;
  return (
    <div className="backpressure" data-off={off}>
      <b>{say('backpressure.name')}</b>
      <span>
        {say(`backpressure.${word}`)}
        <Switch
          size="xs"
          aria-label={`${say(`lanes.methods.${method}`)}: ${say('backpressure.name')}`}
          checked={!off}
          readOnly={actions === null}
          disabled={actions === null}
          onChange={() => actions?.switchBackpressure(stays ? null : held)}
        />
      </span>
      <code>{say(`backpressure.code.${word}`)}</code>
      {!stays && <small role="status">{say('backpressure.next')}</small>}
    </div>
  );
}
