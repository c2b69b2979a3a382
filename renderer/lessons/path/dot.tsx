/** A step on the path: done, here, or ahead; a ring that is filled, one with a point, an empty one. */
export function Dot({ is }: { is: 'done' | 'here' | 'ahead' }) {
  return (
    <svg className="lesson-dot" viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
      {is === 'done' && (
        <>
          <circle cx="9" cy="9" r="9" fill="var(--ink)" />
          <path d="M5 9.3l2.7 2.7 5.3-5.7" fill="none" stroke="var(--surface)" strokeWidth="2" />
        </>
      )}
      {is === 'here' && (
        <>
          <circle cx="9" cy="9" r="7.5" fill="var(--surface)" stroke="var(--ink)" strokeWidth="3" />
          <circle cx="9" cy="9" r="3" fill="var(--ink)" />
        </>
      )}
      {is === 'ahead' && (
        <circle
          cx="9"
          cy="9"
          r="8"
          fill="var(--surface)"
          stroke="var(--line-strong)"
          strokeWidth="1.5"
        />
      )}
    </svg>
  );
}
