import { expect, it } from 'vitest';
import { FLAGS } from '../../../../electron/main/headless/flags';
import { say } from '../../../../electron/words';

it('the help has every flag at the head of a line, and no other', () => {
  const help = say('cli.help', { version: '1' });
  const told = [...help.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, flag]) => flag);
  expect([...new Set(told)].sort()).toEqual(
    // Every command has the language, which is taken before the others are read.
    ['language', ...Object.keys(FLAGS)].filter((flag) => flag !== 'headless').sort(),
  );
  expect(help).toContain('--headless');
});
