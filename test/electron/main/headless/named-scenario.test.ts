import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../../../electron/main/headless/command-line';

describe('a scenario on the command line', () => {
  it.each([
    ['by its flag', ['--scenario', 'story.txt'], 'story.txt'],
    ['by its ending', ['story.yaml'], 'story.yaml'],
    ['by its ending, in capitals', ['Story.YML'], 'Story.YML'],
    ['as media', ['--media', 'story.yaml'], 'story.yaml'],
  ])('is opened in the window: %s', (_how, args, scenario) => {
    const parsed = parseCommandLine(args);
    expect(parsed).toMatchObject({ kind: 'window', scenario, source: { path: null } });
  });

  it('is no other file', () => {
    expect(parseCommandLine(['film.mp4'])).toMatchObject({
      kind: 'window',
      scenario: null,
      source: { path: 'film.mp4' },
    });
  });

  it.each([
    [['--scenario', 'a.yaml', '--link', 'unlimited'], '--link'],
    [['--scenario', 'a.yaml', 'film.mp4'], '--media'],
    [['a.yaml', '--headless', '--seed', '3'], '--seed'],
  ])('says all itself: %j', (args, flag) => {
    const parsed = parseCommandLine(args);
    expect(parsed.kind).toBe('bad');
    if (parsed.kind === 'bad') expect(parsed.message).toContain(`leave out ${flag}`);
  });

  it('still has no flags of a headless run in the window', () => {
    const parsed = parseCommandLine(['--scenario', 'a.yaml', '--out', 'x']);
    expect(parsed).toMatchObject({ kind: 'bad' });
    if (parsed.kind === 'bad') expect(parsed.message).toContain('--headless');
  });
});
