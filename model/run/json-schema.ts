import { z } from 'zod';
import { runLogSchema } from './schema';

/** The JSON Schema of report.json, written from the zod schema; `assets/run.schema.json` is its text. */
export function runJsonSchema(): z.core.JSONSchema.JSONSchema {
  const schema = z.toJSONSchema(runLogSchema);
  return { ...schema, title: 'Bufferscope run (bufferscope.run/1): times in ms, sizes in bytes' };
}
