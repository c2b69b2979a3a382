import { resolve } from 'node:path';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import { runJsonSchema } from '../../../model/run/json-schema';

const FILE = resolve(import.meta.dirname, '../../../assets/run.schema.json');

test('assets/run.schema.json is what the zod schema says', async () => {
  const text = await format(JSON.stringify(runJsonSchema()), { parser: 'json', printWidth: 100 });
  await expect(
    text,
    'The run log changed; write its JSON Schema anew: npx vitest run test/model/run/json-schema.test.ts -u',
  ).toMatchFileSnapshot(FILE);
});

test('the schema names every part of the log and can be read as JSON Schema 2020-12', () => {
  const schema = runJsonSchema();
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(schema.required).toEqual([
    'schema',
    'app',
    'lengthMs',
    'ended',
    'settings',
    'media',
    'link',
    'marks',
    'lanes',
  ]);
});
