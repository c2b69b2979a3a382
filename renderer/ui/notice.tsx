import type { ReactNode } from 'react';
import './notice.css';

interface NoticeProps {
  /** How it is read out; without one it is a region of its name. */
  role?: 'alert' | 'status' | 'group';
  label?: string;
  /** It tells of something that was refused. */
  fault?: boolean;
  /** What there is to say, one sentence. */
  title: ReactNode;
  children?: ReactNode;
  /** Buttons, the nearest way on first. */
  ways: ReactNode;
}

/** Something to be told beside the rooms: what, more about it, and the ways on. */
export function Notice({ role, label, fault, title, children, ways }: NoticeProps) {
  return (
    <section
      className={fault ? 'notice panel notice-fault' : 'notice panel'}
      role={role}
      aria-label={label}
    >
      <p>
        <b>{title}</b>
      </p>
      {children}
      <div className="notice-ways">{ways}</div>
    </section>
  );
}

/** Over the room's upper right corner: notices stand below one another, so that none covers another. */
export function NoticeStack({ children }: { children: ReactNode }) {
  return <div className="notices">{children}</div>;
}
