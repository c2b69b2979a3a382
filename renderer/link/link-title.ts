import { rateFigure } from '../../model/figures';
import type { LinkSpec } from '../../model/link/types';
import { say } from '../ui/words';
import { profiles } from './profile-list';

/** A link by name, such as "Dropouts, 1.3 MB/s", a profile's title or a trace's file name. */
export function linkTitle(spec: LinkSpec): string {
  switch (spec.kind) {
    case 'constant':
      return say('linkEditor.titles.rated', {
        link: say('link.presets.steady'),
        rate: rateFigure(spec.rate),
      });
    case 'unstable':
    case 'dropouts':
      return say('linkEditor.titles.rated', {
        link: say(`link.presets.${spec.kind}`),
        rate: rateFigure(spec.rate),
      });
    case 'unlimited':
      return say('link.presets.unlimited');
    case 'steps':
      return say('linkEditor.titles.drawn');
    case 'trace':
      return spec.name.split(/[\\/]/).at(-1) ?? spec.name;
    case 'profile':
      return profiles.getState().list.find(({ name }) => name === spec.name)?.title ?? spec.name;
  }
}
