import type { z } from 'zod';
import {
  clientSchema,
  drawSchema,
  lessonHeadSchema,
  questionSchema,
  runSchema,
  serverRunSchema,
  STEP_SCHEMAS,
  deliverySchema,
  type StepKind,
} from './schema';
import { settingsFileSchema } from '../scenario/schema';

const keys = ({ shape }: { shape: Record<string, z.ZodType> }): string[] => Object.keys(shape);

/** The keys that a map of a lesson's head may have, by where it stands. */
export function keysOfHead(path: readonly PropertyKey[]): string[] {
  if (path.length === 0) return keys(lessonHeadSchema);
  return keysOfMap(path[0] === 'scenario' ? deliverySchema : serverRunSchema, path.slice(1));
}

/** The same for the map of a step of this kind. */
export function keysOfStep(kind: unknown, path: readonly PropertyKey[]): string[] {
  const schema = Object.hasOwn(STEP_SCHEMAS, String(kind)) && STEP_SCHEMAS[kind as StepKind];
  if (path.length === 0) return schema ? keys(schema) : ['step'];
  const [section, which, ...rest] = path;
  if (section === 'questions') {
    if (rest[0] === 'draw') return keys(drawSchema);
    return rest[0] === 'number' ? ['measure', 'max'] : keys(questionSchema);
  }
  return keysOfMap(runSchema, section === 'runs' ? rest : [which, ...rest].filter(isKey));
}

const isKey = (part: PropertyKey | undefined): part is PropertyKey => part !== undefined;

/** Of a run, what it delivers, or what it asks the server. */
function keysOfMap(
  own: { shape: Record<string, z.ZodType> },
  path: readonly PropertyKey[],
): string[] {
  if (path.includes('clients')) return keys(clientSchema);
  const last = path.at(-1);
  if (last === 'settings') return keys(settingsFileSchema);
  if (last === 'server') return keys(serverRunSchema);
  return last === 'box' ? ['gather', 'gzip', 'header'] : keys(own);
}
