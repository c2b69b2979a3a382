import { describe, expect, it } from 'vitest';
import { readServeRequest, serveHelp } from '../../../electron/cli/serve/flags';
import { readRequest, simulateHelp } from '../../../electron/cli/simulate/flags';
import { DEFAULT_SETTINGS } from '../../../model/delivery/settings';

/** A command, the arguments that it needs, and flags of which a help says what they are when they are left out. */
const COMMANDS = [
  {
    name: 'serve',
    help: serveHelp,
    read: readServeRequest,
    needed: [],
    standards: ['model', 'port', 'queue', 'seats'],
  },
  {
    name: 'simulate',
    help: simulateHelp,
    read: readRequest,
    needed: ['--media', 'film.mp4', '--link', 'unlimited'],
    standards: [
      'as',
      'chunk',
      'consume-rate',
      'max-ahead',
      'methods',
      'prefetch',
      'read-ahead',
      'seeds',
    ],
  },
] as const;

describe.each(COMMANDS)('the help of $name', ({ help, read, needed, standards }) => {
  const told = [...help().matchAll(/^ {2}--([a-z-]+)( \S+)? +(\S.*)$/gm)].map(
    ([, flag = '', value, about = '']) => ({ flag, value, about }),
  );

  it('has words for every flag, each in a column of its own', () => {
    expect(told.map(({ flag }) => flag)).toContain('help');
    for (const { about } of told) expect(about).not.toMatch(/\.flags\./);
    const columns = help()
      .split('\n')
      .flatMap((line) => /^ {2}--[a-z-]+(?: \S+)? +/.exec(line)?.[0].length ?? []);
    expect(new Set(columns).size).toBe(1);
  });

  it('says what holds without a flag, as it would be typed', () => {
    const standing = told.flatMap(({ flag, about }) => {
      const standard = /\((\S+)\)$/.exec(about)?.[1];
      return (standards as readonly string[]).includes(flag) && standard
        ? [{ flag, standard }]
        : [];
    });
    expect(standing.map(({ flag }) => flag).sort()).toEqual(standards);
    const without = read([...needed]);
    for (const { flag, standard } of standing) {
      expect(JSON.stringify(read([...needed, `--${flag}`, standard]))).toBe(
        JSON.stringify(without),
      );
    }
  });
});

it('simulate without a flag runs with the settings of the app', () => {
  const { settings } = readRequest(['--media', 'film.mp4', '--link', 'unlimited']) ?? {};
  expect(settings).toMatchObject(DEFAULT_SETTINGS);
});
