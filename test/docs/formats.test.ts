import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MAX_RESULT_BYTES, RESULT_ENDING, resultSchema } from '../../model/lesson/result/schema';

describe('docs/formats.md', () => {
  const formats = readFileSync('docs/formats.md', 'utf8');

  it('names every part of a run log', () => {
    const { properties } = JSON.parse(readFileSync('assets/run.schema.json', 'utf8')) as {
      properties: Record<string, unknown>;
    };
    const [, section = ''] = /## Run log[^]*?\n(\|[^]*?)\n\n/.exec(formats) ?? [];
    for (const key of Object.keys(properties)) expect(section).toContain(`| \`${key}\``);
  });

  it('names every key of a result, and no other', () => {
    const [, section = ''] = /## Result of a lesson[^]*?\n(\|[^]*?)\n\n/.exec(formats) ?? [];
    const named = [...section.matchAll(/^\| `(\w+)`/gm)].map(([, key = '']) => key);
    expect(named.sort()).toEqual(Object.keys(resultSchema.shape).sort());
    expect(formats).toContain(`\`${RESULT_ENDING}\``);
    expect(formats).toContain(`less than ${String(MAX_RESULT_BYTES / 1000)} kB`);
  });

  it('names no file that is not there', () => {
    const paths = [...formats.matchAll(/`((?:model|electron|assets|docs)\/[^`\n]+)`/g)];
    expect(paths.length).toBeGreaterThan(6);
    for (const [, path = ''] of paths) expect([path, existsSync(path)]).toEqual([path, true]);
  });
});
