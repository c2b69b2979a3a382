import { z } from 'zod';
import { RUN_SCHEMA, runLogSchema } from './schema';

/** The JSON Schema of report.json, written from the zod schema; `assets/run.schema.json` is its text. */
export function runJsonSchema(): z.core.JSONSchema.JSONSchema {
  const schema = z.toJSONSchema(runLogSchema);
  return { ...schema, title: `Bufferscope run (${RUN_SCHEMA}): times in ms, sizes in bytes` };
}
