import type { CSSProperties } from 'react';
import type { Caption } from '../captions/caption';
import { bannerSize } from './banner-size';

/** Most messages that the banner holds, a line each or more. */
const LINES = 2;

interface BannerProps {
  caption: Caption;
  /** What a screen reader is told. */
  heard: string;
}

/** What happens now, on two lines, with the cause as a sign beside it. */
export function Banner({ caption, heard }: BannerProps) {
  const { tone, label, lead, effects } = caption;
  // The sign may say it all; any other cause is a line of its own.
  const said = tone === 'down' || lead === `${label}.`;
  const lines = [said ? '' : lead, ...effects.map((effect) => effect.figured)]
    .filter(Boolean)
    .slice(0, LINES);
  return (
    <footer
      className="banner"
      data-tone={tone}
      style={{ '--said': bannerSize(lines) } as CSSProperties}
    >
      <strong aria-hidden="true">{label}</strong>
      <div aria-hidden="true" className="lines">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <p className="unseen" role="status">
        {heard}
      </p>
    </footer>
  );
}
