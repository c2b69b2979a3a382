import type { ReactNode } from 'react';

interface IconProps {
  children: ReactNode;
  /** Side of the square that the drawing fills, in its own units. */
  size?: number;
}

function Icon({ children, size = 22 }: IconProps) {
  return (
    <svg viewBox={`0 0 ${String(size)} ${String(size)}`} aria-hidden="true">
      {children}
    </svg>
  );
}

/** Three sliders: comparing. */
export const CompareIcon = () => (
  <Icon>
    <path d="M3 5h16M3 11h16M3 17h16" />
    <path d="M14 3v4M8 9v4M16 15v4" />
  </Icon>
);
/** Two machines: the server. */
export const ServerIcon = () => (
  <Icon>
    <path d="M3 3h16v6H3zM3 13h16v6H3z" />
    <path d="M6 6h2M6 16h2" />
  </Icon>
);
/** A falling curve with a point on it: what if. */
export const WhatIfIcon = () => (
  <Icon>
    <path d="M3 3v16h16" />
    <path d="M5 6c2 7 6 9.5 13 10" />
    <circle cx="9.5" cy="13" r="2" />
  </Icon>
);
/** Two sheets, one over the other: a copy. */
export const CopyIcon = () => (
  <Icon>
    <path d="M8 8h12v12H8zM10 10v8h8v-8z" />
    <path d="M2 2h12v4h-2V4H4v8h2v2H2z" />
  </Icon>
);
/** A curve that has been run through, and its end. */
export const RunsIcon = () => (
  <Icon>
    <path d="M3 19V3M3 16l5-7 4 4 7-9" />
    <path d="M19 19H3" />
  </Icon>
);
/** An open book. */
export const LessonsIcon = () => (
  <Icon>
    <path d="M11 5.5C9 4 6.5 3.5 3 3.5v14c3.5 0 6 .5 8 2 2-1.5 4.5-2 8-2v-14c-3.5 0-6 .5-8 2z" />
    <path d="M11 5.5v14" />
  </Icon>
);
/** A strip of film: videos. */
export const VideoIcon = () => (
  <Icon>
    <path d="M3 4h16v14H3z" />
    <path d="M7 4v14M15 4v14M3 8.700h4M3 13.300h4M15 8.700h4M15 13.300h4" />
  </Icon>
);
/** A tick in a disc: done. */
export const DoneIcon = () => (
  <Icon size={18}>
    <circle cx="9" cy="9" r="9" fill="var(--ink)" />
    <path
      d="M5 9.300l2.700 2.700 5.300-5.700"
      fill="none"
      stroke="var(--surface)"
      strokeWidth="2"
    />
  </Icon>
);
/** A question mark in a circle. */
export const HelpIcon = () => (
  <Icon>
    <circle cx="11" cy="11" r="8" />
    <path d="M8.5 8.8a2.6 2.6 0 1 1 3.7 2.4c-.8.4-1.2.9-1.2 1.8M11 15.5v.6" />
  </Icon>
);
/** Half a disc: light and dark. */
export const ThemeIcon = () => (
  <Icon>
    <circle cx="11" cy="11" r="8" />
    <path d="M11 3a8 8 0 0 1 0 16z" fill="currentColor" />
  </Icon>
);
/** A globe: languages. */
export const LanguageIcon = () => (
  <Icon>
    <circle cx="11" cy="11" r="8" />
    <path d="M3 11h16M11 3c-4.6 4.6-4.6 11.4 0 16M11 3c4.6 4.6 4.6 11.4 0 16" />
  </Icon>
);
/** A loudspeaker, crossed out when silent. */
export const SoundIcon = ({ on }: { on: boolean }) => (
  <Icon>
    <path d="M3 8.5h3.5L11.5 4v14l-5-4.5H3z" />
    <path
      d={on ? 'M14.5 8a4.2 4.2 0 0 1 0 6M17 5.5a7.8 7.8 0 0 1 0 11' : 'M14.5 8.5l5 5M19.5 8.5l-5 5'}
    />
  </Icon>
);
/** A triangle that points down: something opens. */
export const CaretIcon = () => (
  <Icon size={12}>
    <path d="M2 4h8l-4 5z" />
  </Icon>
);
/** A triangle: run. */
export const RunIcon = () => (
  <Icon size={12}>
    <path d="M1.5 .5v11l10-5.5z" />
  </Icon>
);
/** Two bars: pause. */
export const PauseIcon = () => (
  <Icon size={12}>
    <path d="M1 .5h3.6v11H1zM7.4 .5H11v11H7.400z" />
  </Icon>
);
/** A cross: an error. */
export const CrossIcon = () => (
  <Icon size={12}>
    <path d="M1 2.8L2.8 1 6 4.2 9.2 1 11 2.8 7.8 6 11 9.2 9.2 11 6 7.8 2.8 11 1 9.2 4.2 6z" />
  </Icon>
);
/** The product's mark: a buffer with a tile of each lane in it. */
export const Mark = () => (
  <svg className="mark" viewBox="0 0 26 26" aria-hidden="true">
    <path d="M4 3v20h18V3" stroke="var(--ink)" strokeWidth="2.5" />
    <rect x="7.5" y="14" width="5" height="5.5" fill="var(--full)" />
    <rect x="13.5" y="14" width="5" height="5.5" fill="var(--buffer)" />
    <rect x="7.5" y="7.5" width="5" height="5.5" fill="var(--stream)" />
  </svg>
);
/** A lens: search. */
export const SearchIcon = () => (
  <Icon size={16}>
    <circle cx="6.5" cy="6.5" r="5" fill="none" stroke="currentColor" strokeWidth="1.75" />
    <path d="M10.5 10.5L15 15" stroke="currentColor" strokeWidth="1.75" />
  </Icon>
);
/** A triangle that points left: back. */
export const BackIcon = () => (
  <Icon size={12}>
    <path d="M10.5 .5v11l-10-5.5z" />
  </Icon>
);
/** A ring with a point: something stops here. */
export const RingIcon = () => (
  <Icon size={12}>
    <circle cx="6" cy="6" r="5" fill="none" stroke="currentColor" strokeWidth="1.75" />
    <circle cx="6" cy="6" r="2" />
  </Icon>
);
