import { z } from 'zod';
import { scenarioFileSchema } from './schema';

/** The JSON Schema of a scenario file for editors; `assets/scenario.schema.json` is its text. */
export function scenarioJsonSchema(): z.core.JSONSchema.JSONSchema {
  const schema = z.toJSONSchema(scenarioFileSchema, { io: 'input' });
  return { ...schema, title: 'Bufferscope scenario' };
}
