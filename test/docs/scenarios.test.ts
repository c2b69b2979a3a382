import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readScenario } from '../../model/scenario/read';
import { curveOf } from '../model/scenario/bundled';
import { scenarioFileSchema, stepSchema } from '../../model/scenario/schema';

const text = readFileSync('docs/scenarios.md', 'utf8');
const examples = [...text.matchAll(/```yaml\n([^]*?)```/g)].map(([, yaml = '']) => yaml);

describe('docs/scenarios.md', () => {
  it.each(examples.map((yaml) => [/title: (.*)/.exec(yaml)?.[1], yaml]))(
    'has an example that is read: %s',
    (_title, yaml = '') => {
      expect(readScenario(yaml, curveOf)).toMatchObject({ ok: true });
    },
  );

  it('has an example of every key', () => {
    const settings = scenarioFileSchema.shape.settings.unwrap().shape;
    const keys = [scenarioFileSchema.shape, settings, stepSchema.shape].flatMap(Object.keys);
    const known = examples.join('\n');
    const missing = keys.filter((key) => !new RegExp(`(^|[\\s{,])${key}:`).test(known));
    expect(missing).toEqual(['languages', 'fit']);
    for (const key of missing) expect(text).toContain(`\`${key}`);
  });
});
