import type { MediaInfo } from '../../model/media/types';
import { fitTo, refitted, refittedLink, SAMPLE_FIT } from '../../model/run/fit';
import { kindOf } from '../../model/source/kinds';
import type { SessionState } from './types';

type Fitted = Pick<SessionState, 'settings' | 'link' | 'fit'>;
type Before = Pick<SessionState, 'settings' | 'link' | 'fit' | 'fitting'>;

/** What a source that has just been opened is run with: what a person has set stays, a camera changes nothing. */
export function fittedAtOpening(before: Before, media: MediaInfo): Partial<Fitted> {
  const { settings, link, fit, fitting } = before;
  if (!fitting || !kindOf(media).fits) return {};
  const next = media.sample === true && !fitting.sample ? SAMPLE_FIT : fitTo(media);
  const about = { sourceBytes: media.deliveredBytes, given: fitting.given };
  const run = refitted({ settings, link }, fit, next, about);
  return { settings: run.settings, link: run.link, fit: next };
}

/** All sizes as they suit the source, or exactly those of the sample; a link that is no preset stays. */
export function fittedByHand(
  { settings, link, fit, media }: Before & Pick<SessionState, 'media'>,
  on: boolean,
): Fitted {
  const next = on && media && kindOf(media).fits ? fitTo(media) : SAMPLE_FIT;
  return {
    settings: { ...settings, ...next.sizes },
    link: refittedLink(link, fit, next),
    fit: next,
  };
}
