import { execa } from 'execa';
import { expect, it } from 'vitest';

it('npm run bench is built, loads every row, and names them where one is not there', async () => {
  const { exitCode, stderr } = await execa('node', ['scripts/bench.mjs', 'no-such-row'], {
    reject: false,
  });
  expect(stderr).toMatch(/^There is no row "no-such-row"; the rows are: throughput, .+, video/m);
  expect(exitCode).toBe(2);
});
