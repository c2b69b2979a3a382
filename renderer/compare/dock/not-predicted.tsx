import { Tooltip } from '@mantine/core';
import { say } from '../../ui/words';
import './prediction.css';

/** In the place of the switch: that a camera is not predicted, and why, for whoever points at it or comes by with Tab. */
export function NotPredicted() {
  const why = say('cameraUi.dock.whyNoPrediction');
  return (
    <Tooltip label={why} multiline w={260} events={{ hover: true, focus: true, touch: true }}>
      <button className="predicted-switch not-predicted" aria-disabled="true">
        {say('cameraUi.dock.noPrediction')}
        <i className="unseen">{why}</i>
      </button>
    </Tooltip>
  );
}
