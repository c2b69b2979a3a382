/** Ids of the two hatches, unique to one chart: scheduled outages lean right, those cut by hand lean left. */
export interface HatchIds {
  scheduled: string;
  byHand: string;
}

interface HatchDefsProps {
  ids: HatchIds;
}

/** The two hatch patterns of an SVG. */
export function HatchDefs({ ids }: HatchDefsProps) {
  return (
    <defs>
      <Hatch id={ids.scheduled} angle={45} pitch={7} line={1.4} opacity={0.38} />
      <Hatch id={ids.byHand} angle={-45} pitch={4.5} line={1.8} opacity={0.55} />
    </defs>
  );
}

interface HatchProps {
  id: string;
  angle: number;
  pitch: number;
  line: number;
  opacity: number;
}

function Hatch({ id, angle, pitch, line, opacity }: HatchProps) {
  return (
    <pattern
      id={id}
      width={pitch}
      height={pitch}
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${String(angle)})`}
    >
      <rect width={pitch} height={pitch} fill="var(--outage-wash)" opacity={0.6} />
      <rect width={line} height={pitch} fill="var(--outage)" opacity={opacity} />
    </pattern>
  );
}
