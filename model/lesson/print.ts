/** What of a lesson is printed: to be filled in, as a learner has filled it in, or with what the teacher knows. */
export const PRINT_KINDS = ['blank', 'filled', 'key'] as const;
export type PrintKind = (typeof PRINT_KINDS)[number];

/** The papers there are. */
export const PAPERS = ['A4', 'Letter'] as const;
export type Paper = (typeof PAPERS)[number];
