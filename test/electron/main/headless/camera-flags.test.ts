import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../../../electron/main/headless/command-line';
import { DEFAULT_PICTURE } from '../../../../model/camera/picture';
import { DEFAULT_LIVE } from '../../../../model/camera/types';

const TEST = ['--media', 'camera:test'];
const RUN = ['--headless', ...TEST, '--until', '8s'];

const message = (args: string[]): string => {
  const command = parseCommandLine(args);
  if (command.kind !== 'bad') throw new Error(`${args.join(' ')} is taken as ${command.kind}`);
  return command.message;
};

describe('a camera on the command line', () => {
  it('is the source of a run without a person, with the settings of the two flags', () => {
    expect(parseCommandLine(RUN)).toMatchObject({
      kind: 'headless',
      source: { path: null, camera: { kind: 'test' }, live: null },
      request: { settings: { live: DEFAULT_LIVE, untilMs: 8000, speed: 1 } },
    });
    expect(parseCommandLine([...RUN, '--record', '5s', '--reserve', '500ms'])).toMatchObject({
      source: { live: { recordS: 5, reserveS: 0.5 } },
      request: { settings: { live: { recordS: 5, reserveS: 0.5 } } },
    });
    expect(parseCommandLine([...RUN, '--reserve', '4s'])).toMatchObject({
      request: { settings: { live: { ...DEFAULT_LIVE, reserveS: 4 } } },
    });
  });

  it('is the first source of a window, where it needs no end', () => {
    expect(parseCommandLine(TEST)).toMatchObject({
      kind: 'window',
      source: { path: null, camera: { kind: 'test' }, live: null },
    });
    expect(parseCommandLine([...TEST, '--record', '20s'])).toMatchObject({
      source: { live: { ...DEFAULT_LIVE, recordS: 20 } },
    });
    // A camera may still be chosen by hand.
    expect(parseCommandLine(['--reserve', '2s'])).toMatchObject({
      kind: 'window',
      source: { camera: null, live: { reserveS: 2 } },
    });
  });

  it('is named as its maker names it, whatever that is', () => {
    const name = fc
      .string({ minLength: 1 })
      .map((text) => text.trim())
      .filter((text) => text !== '' && text !== 'test');
    fc.assert(
      fc.property(name, (text) => {
        expect(parseCommandLine(['--media', `camera:${text}`])).toMatchObject({
          source: { camera: { kind: 'device', name: text } },
        });
      }),
    );
  });

  it('leaves files alone, and files leave a run without the settings of a camera', () => {
    const command = parseCommandLine(['--headless', './camera:test']);
    expect(command).toMatchObject({ source: { path: './camera:test', camera: null } });
    expect(command).not.toHaveProperty('request.settings.live');
  });

  it.each([
    [[...RUN, '--verify'], '--verify'],
    [[...RUN, '--speed', '2'], '--speed 2'],
    [[...RUN, '--as', 'bytes'], '--as bytes'],
    [[...TEST, '--as', 'bytes'], '--as bytes'],
    [[...RUN, '--sample-seconds', '10'], '--sample-seconds'],
    [['--headless', ...TEST], '--until'],
    [['--media', 'camera:'], 'camera:test'],
    [['--headless', '--record', '5s'], '--record'],
    [['--headless', 'film.mp4', '--reserve', '5s'], '--reserve'],
    [[...RUN, '--record', '500ms'], 'from 1 s to 120 s, not "500ms"'],
    [[...RUN, '--record', '3 hours'], '"3 hours" is not a time'],
    [[...TEST, '--reserve', '61s'], 'from 0.5 s to 60 s, not "61s"'],
    [[...TEST, 'film.mp4'], 'film.mp4'],
  ])('refuses %j in one sentence', (args, names) => {
    const said = message(args);
    expect(said).toContain(names);
    expect(said).toMatch(/^[A-Z-][^\n]*\.$/);
  });

  it('takes every time within the ranges, and none beyond', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000 }), (ms) => {
        const taken = (flag: string) =>
          parseCommandLine([...TEST, flag, `${String(ms)}ms`]).kind === 'window';
        expect(taken('--record')).toBe(ms >= 1000 && ms <= 120_000);
        expect(taken('--reserve')).toBe(ms >= 500 && ms <= 60_000);
      }),
    );
  });
});

describe('the picture of a camera on the command line', () => {
  const picture = (args: string[]): unknown => {
    const command = parseCommandLine([...RUN, ...args]);
    if (command.kind !== 'headless')
      throw new Error(`${args.join(' ')} is taken as ${command.kind}`);
    return command.request.settings.live?.picture;
  };

  it('is what the flags say, the rest as it always is', () => {
    expect(picture([])).toBeUndefined();
    expect(picture(['--record', '3s'])).toBeUndefined();
    expect(picture(['--picture', '1280x720', '--picture-rate', '15', '--turn', '90'])).toEqual({
      width: 1280,
      height: 720,
      perSecond: 15,
      turn: 90,
    });
    expect(picture(['--turn', '180'])).toEqual({ ...DEFAULT_PICTURE, turn: 180 });
  });

  it.each([
    [['--picture', '1920x1080'], 'not "1920x1080"'],
    [['--picture', 'large'], 'not "large"'],
    [['--picture', '640'], 'not "640"'],
    [['--picture-rate', '0'], 'from 1 to 60, not "0"'],
    [['--picture-rate', 'fast'], 'not "fast"'],
    [['--turn', '45'], '0, 90, 180, 270'],
  ])('refuses %j in one sentence', (args, names) => {
    const said = message([...RUN, ...args]);
    expect(said).toContain(names);
    expect(said).toMatch(/^[A-Z-][^\n]*\.$/);
  });

  it('is nothing that a file has', () => {
    expect(message(['--headless', 'film.mp4', '--picture', '640x480'])).toContain('--picture');
  });
});
