/** Between two stages: an arrow when bytes pass, a bar when they are held, nothing when the stage is done. */
export function FlowIndicator() {
  return (
    <svg className="gate" data-part="gate" data-is="held" viewBox="0 0 12 16" aria-hidden="true">
      <path data-part="arrow" d="M1 1l9 7-9 7z" />
      <path data-part="bar" d="M6 0v16" />
    </svg>
  );
}

/** The arrow stands this long after bytes have passed, ms of wall time. */
export const PASSING_MS = 300;
