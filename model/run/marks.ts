import { z } from 'zod';
import { LANES } from '../delivery/types';

const ms = z.number().nonnegative();

export const MARK_KINDS = ['caption', 'note', 'breakpoint', 'chapter', 'step'] as const;

/** Who set a mark: the rules of captions, a person, a scenario or a lesson. */
export const MARK_SOURCES = ['rule', 'person', 'scenario', 'lesson'] as const;

/** The stations of a lane, in the order in which bytes pass them, and what is read off it. */
export const STAGE_STATIONS = ['file', 'memory', 'link', 'buffer', 'player', 'figures'] as const;
export type StageStation = (typeof STAGE_STATIONS)[number];

/** What a mark changes of the picture from its moment on; null takes it back, what is absent stays as it was. */
export const stageChangeSchema = z.object({
  /** All but this station, this lane, or this station of this lane is dimmed. */
  highlight: z
    .object({ station: z.enum(STAGE_STATIONS).optional(), lane: z.enum(LANES).optional() })
    .nullable()
    .optional(),
  /** This station of every lane takes the room of all others. */
  zoom: z.enum(STAGE_STATIONS).nullable().optional(),
  /** What the model predicts is shown behind what is measured. */
  prediction: z.boolean().optional(),
});
export type StageChange = z.infer<typeof stageChangeSchema>;

/** A named moment or stretch of a run: a caption as it was said, a note, a breakpoint, a chapter, a lesson's step. */
export const markSchema = z.object({
  tMs: ms,
  /** Where it ends; absent for a moment, and for what still held when the log was taken. */
  toMs: ms.optional(),
  kind: z.enum(MARK_KINDS),
  /** One text a language, by its BCP 47 tag. */
  text: z.record(z.string(), z.string()),
  from: z.enum(MARK_SOURCES),
  /** The chapter that begins with it. */
  chapter: z.string().optional(),
  /** The run is to pause here. */
  pause: z.boolean().optional(),
  /** What the picture shows from here on. */
  stage: stageChangeSchema.optional(),
  /** For whoever speaks while it is shown, one text a language. */
  note: z.record(z.string(), z.string()).optional(),
});
export type Mark = z.infer<typeof markSchema>;

/** What tells one mark from another: a person has one note at a moment, a rule may say two things at once. */
export function markKey({ kind, from, tMs, text }: Mark): string {
  return `${kind} ${from} ${tMs} ${from === 'person' ? '' : JSON.stringify(text)}`;
}
