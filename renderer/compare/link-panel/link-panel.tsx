import { memo } from 'react';
import { say } from '../../ui/words';
import type { LiveRun } from '../../live/types';
import { CutButton } from './cut-button';
import { LinkNote } from './link-note';
import { LinkPresets } from './link-presets';
import { LinkProfiles } from './link-profiles';
import { LinkSettings } from './link-settings';
import { LinkSpark } from './link-sparkline';

interface LinkPanelProps {
  run: LiveRun | null;
  /** Grows when the curve is to be drawn again. */
  revision: number;
}

/** The link: what it is, how fast it has been, and the hand that cuts it. */
export const LinkPanel = memo(function LinkPanel({ run }: LinkPanelProps) {
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
