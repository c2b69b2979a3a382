import { memo } from 'react';
import { say, useLanguage } from '../../ui/words';
import type { RunView } from '../../../model/run/run-view';
import { CutButton } from './cut-button';
import { LinkProfiles } from './link-profiles';
import { LinkSettings } from './link-settings';
import { LinkSpark } from './link-sparkline';
import { useLinkWaits, choosePreset, useLinkSpec } from './use-link';
import { Choice } from '../../ui/choice';
import { presetOf, PRESETS } from '../../link/link-choice';

interface LinkPanelProps {
  run: RunView | null;
  /** Grows when the curve is to be drawn again. */
  revision: number;
}

/** The link: what it is, how fast it has been, and the hand that cuts it. */
export const LinkPanel = memo(function LinkPanel({ run }: LinkPanelProps) {
  useLanguage();
  return (
    <div className="panel chart link-panel">
      <h3>
        {say('link.title')} <LinkProfiles />
        <LinkNote />
        <LinkSettings />
      </h3>
      <LinkPresets />
      <LinkSpark run={run} />
      <CutButton />
    </div>
  );
});

/** Beside the heading: that a change waits for the next run. */
function LinkNote() {
  return (
    useLinkWaits() && (
      <span className="link-note" role="status">
        <b>{say('link.waits')}</b> <kbd>R</kbd>
      </span>
    )
  );
}

/** The four links that a key chooses. */
function LinkPresets() {
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
