import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../../../electron/main/headless/command-line';
import { LinkCache } from '../../../../electron/main/links/link-cache';
import { folder } from '../links/folder';

const { curveOf } = new LinkCache(null);
const parse = (link: string) => parseCommandLine(['--headless', '--link', link], curveOf);

describe('--link of a headless run', () => {
  it('may be a trace or a profile; the request keeps the text', () => {
    const path = join(folder(), 'a b.log');
    writeFileSync(path, '0 8\n1 9\n');
    for (const link of [`trace:${path};jitter=5ms`, 'profile:train-4g', 'steps:0=1MB/s,5=0']) {
      expect(parse(link)).toMatchObject({ kind: 'headless', request: { link } });
    }
  });

  it('is a bad argument in one sentence when there is no such file, profile or form', () => {
    expect(parse('trace:/no/such.log')).toEqual({
      kind: 'bad',
      exitCode: 2,
      message: '--link: There is no file /no/such.log; check the path of the trace.',
    });
    expect(parse('profile:moon')).toMatchObject({
      kind: 'bad',
      message: expect.stringContaining('--link: There is no profile "moon"') as string,
    });
    expect(parse('steps:5=1MB/s')).toMatchObject({
      message: '--link: Step "5=1MB/s": expected the first step to begin at 0.',
    });
  });
});
