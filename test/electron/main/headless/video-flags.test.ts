import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../../../electron/main/headless/command-line';

const parse = (line: string) => parseCommandLine(line.split(' '));

describe('--video', () => {
  it('draws the run of a log, or of a file that is named as a kept run', () => {
    const command = parse(
      '--headless --log out/report.json --video demo.mp4 --size 1280x720 --fps 60 --theme dark ' +
        '--captions beside --sound streaming --from 2s --to 12s --force',
    );
    expect(command).toEqual({
      kind: 'video',
      runLog: 'out/report.json',
      quiet: false,
      video: {
        file: resolve('demo.mp4'),
        force: true,
        options: {
          ...{ format: 'mp4', size: '1280x720', fps: 60, theme: 'dark', captions: 'beside' },
          ...{ sound: 'streaming', fromMs: 2000, toMs: 12_000 },
        },
      },
    });
    expect(parse('--headless a.bufferrun --video a.webm')).toMatchObject({
      kind: 'video',
      runLog: 'a.bufferrun',
      video: { options: { format: 'webm', sound: null } },
    });
  });

  it('is made of a run that is run first', () => {
    expect(parse('--headless --media film.mp4 --video a.gif')).toMatchObject({
      kind: 'headless',
      video: { options: { format: 'gif' } },
    });
    expect(parse('--headless --media film.mp4')).toMatchObject({ kind: 'headless', video: null });
  });

  it.each([
    ['--headless --video a.avi', '.mp4, .webm, .webp or .gif'],
    ['--video a.mp4', '--headless only'],
    ['--headless --fps 60', 'name its file with --video'],
    ['--headless --log a.json --video a.mp4 --link unlimited', 'leave out --link'],
    ['--headless --log a.json --video a.mp4 --from 5s --to 5s', 'later than --from'],
    ['--headless --log a.json --video a.mp4 --fps 25', 'takes 30, 60'],
  ])('%s is a sentence', (line, words) => {
    const command = parse(line);
    expect(command.kind).toBe('bad');
    expect(command.kind === 'bad' && command.message).toContain(words);
  });
});
