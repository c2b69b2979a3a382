import { say } from '../../ui/words';
import { Choice } from '../../ui/choice';
import { presetOf, PRESETS } from '../../link/link-choice';
import { choosePreset, useLinkSpec } from './use-link';

/** The four links that a key chooses. */
export function LinkPresets() {
  const spec = useLinkSpec();
  return (
    <Choice
      label={say('link.preset')}
      value={presetOf(spec)}
      options={PRESETS.map((value) => ({ value, label: say(`link.presets.${value}`) }))}
      onChange={choosePreset}
    />
  );
}
