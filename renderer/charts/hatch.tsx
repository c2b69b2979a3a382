/** Ids of the two hatches, unique to one chart: lines for scheduled outages, a lattice for those cut by hand. */
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
      <Hatch id={ids.scheduled} opacity={0.38} />
      <Hatch id={ids.byHand} opacity={0.5} lattice />
    </defs>
  );
}

interface HatchProps {
  id: string;
  opacity: number;
  lattice?: boolean;
}

/** Distance of the lines of a hatch and their width, px. */
const PITCH = 7;
const LINE = 1.4;

function Hatch({ id, opacity, lattice = false }: HatchProps) {
  return (
    <pattern
      id={id}
      width={PITCH}
      height={PITCH}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect width={PITCH} height={PITCH} fill="var(--outage-wash)" opacity={0.6} />
      <rect width={LINE} height={PITCH} fill="var(--outage)" opacity={opacity} />
      {lattice && <rect width={PITCH} height={LINE} fill="var(--outage)" opacity={opacity} />}
    </pattern>
  );
}
