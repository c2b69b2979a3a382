import type { DeliverySettings } from '../../../model/delivery/types';
import { formatBytes } from '../../../model/units';
import { session, useSession } from '../../session/session';
import { SizeField } from '../../ui/size-field';
import { say } from '../../ui/words';
import { nextStep, sizeView, whyNot, type SizeSetting } from './settings-rules';

interface SizeSettingFieldProps {
  field: SizeSetting;
  /** Why the field has nothing to set; null when it has. */
  idle: string | null;
}

/** One size of the next run. */
export function SizeSettingField({ field, idle }: SizeSettingFieldProps) {
  const settings = useSession((s) => s.settings);
  const fit = useSession((s) => s.fit);
  const sourceBytes = useSession((s) => s.media?.deliveredBytes);
  const { value, standard, isStandard } = sizeView(settings, field, fit);
  const set = (bytes: number | null): string | null => {
    const follows = field === 'resumeBytes' || field === 'streamingAheadBytes';
    const change: Partial<DeliverySettings> = { [field]: bytes ?? (follows ? null : standard) };
    const problem = whyNot(settings, change, sourceBytes);
    if (problem) return say(`settings.problems.${problem.code}`, problem.params);
    session.getState().setSettings(change);
    return null;
  };
  return (
    <SizeField
      label={say(`settings.${field}`)}
      about={say(`settings.about.${field}`)}
      idle={idle}
      value={value}
      standard={{
        word: say(`settings.default.${field}`, { size: formatBytes(standard) }),
        isSet: isStandard,
      }}
      next={(direction) => nextStep(field, value, direction)}
      onChange={set}
    />
  );
}
