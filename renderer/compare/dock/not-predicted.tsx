import { Tooltip } from '@mantine/core';
import { useApparatus } from '../../apparatus/apparatus';
import { KIND_WORDS } from '../../source/kind-words';
import { say } from '../../ui/words';
import './prediction.css';

/** In the place of the switch: that such a source is not predicted, and why, for whoever points at it or comes by with Tab. */
export function NotPredicted() {
  const { plan } = useApparatus();
  const why = KIND_WORDS.of(plan.media).whyNotPredicted();
  return (
    <Tooltip label={why} multiline w={260} events={{ hover: true, focus: true, touch: true }}>
      <button className="predicted-switch not-predicted" aria-disabled="true">
        {say('cameraUi.dock.noPrediction')}
        <i className="unseen">{why}</i>
      </button>
    </Tooltip>
  );
}
