import { resolve } from 'node:path';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import { scenarioJsonSchema } from '../../../model/scenario/json-schema';

const FILE = resolve(import.meta.dirname, '../../../assets/scenario.schema.json');

test('assets/scenario.schema.json is what the zod schema says', async () => {
  const text = await format(JSON.stringify(scenarioJsonSchema()), {
    parser: 'json',
    printWidth: 100,
  });
  await expect(
    text,
    'Scenarios changed; write their JSON Schema anew: npx vitest run test/model/scenario/json-schema.test.ts -u',
  ).toMatchFileSnapshot(FILE);
});

test('it refuses unknown keys and names what a file needs', () => {
  const schema = scenarioJsonSchema();
  expect(schema.additionalProperties).toBe(false);
  expect(schema.required).toEqual(['title', 'steps']);
});
