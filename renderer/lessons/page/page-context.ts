import { createContext, useContext } from 'react';
import type { LessonRecord } from '../../../model/lesson/record';
import type { Lesson, LessonStep } from '../../../model/lesson/types';

/** What every part of a lesson's page is about. */
export interface PageValue {
  id: string;
  lesson: Lesson;
  record: LessonRecord;
  /** From 0. */
  step: number;
  count: number;
  forward: () => void;
  back: () => void;
  leave: () => void;
}

const Context = createContext<PageValue | null>(null);
export const PageProvider = Context.Provider;

/** The lesson's page that a component is part of; throws outside of one. */
export function usePage(): PageValue {
  const value = useContext(Context);
  if (!value) throw new Error('A part of a lesson stands outside of its page.');
  return value;
}

/** A step of one kind, as the component of that kind takes it. */
export type StepOf<K extends LessonStep['kind']> = Extract<LessonStep, { kind: K }>;
