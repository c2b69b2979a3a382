import { formatLinkSpec } from '../../model/link/spec/spec';
import { say } from '../ui/words';
import { sweepCsv } from './findings/csv';
import { valueWord } from './state/axis-words';
import type { Picture } from './state/use-picture';

/** Asks where to, then saves the sweep as CSV; the path, or null when dismissed. Throws with one sentence. */
export function exportData({ setup, points }: Picture): Promise<string | null> {
  const { source, scenario, range } = setup;
  const media = source.name || say('whatIf.madeUp');
  const text = sweepCsv({
    axis: range.axis,
    points,
    to: range.to,
    media,
    mediaBytes: source.bytes,
    mediaSeconds: source.durationS,
    link: formatLinkSpec(scenario.link),
    settings: heldSettings(setup),
  });
  const stem = media.replace(/\.[^.]*$/, '');
  const name = `${stem}-${say(`whatIf.axisName.${range.axis}`).replaceAll(' ', '-')}.csv`;
  return window.bufferscope.request('file:save-text', { name, text });
}

/** The sizes that were the same at every value. */
function heldSettings({ scenario: { settings }, range }: Picture['setup']): string {
  const sizes = {
    prefetch: settings.prefetchBytes,
    chunk: settings.chunkBytes,
    ahead: settings.maxAheadBytes,
  } as const;
  return (['prefetch', 'chunk', 'ahead'] as const)
    .filter((axis) => axis !== range.axis)
    .map((axis) => `${say(`whatIf.axisName.${axis}`)} ${valueWord(axis, sizes[axis])}`)
    .join(', ');
}
