import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { exportedRun } from '../../../electron/runs/export-run';
import { pngOfSvg } from '../../../electron/runs/png-of-svg';
import { readRunFile } from '../../../electron/runs/run-file';
import { PICTURE_THEMES, RUN_CHARTS, USUAL_PICTURE } from '../../../model/runs/export-formats';
import { linesOfRun } from '../../../model/runs/run-lines';
import { madeLog, madeRun } from '../../model/runs/made-runs';
import { readTrace } from '../../model/runs/trace-reader';
import { freshFolder } from './folder';

const run = madeRun(madeLog('dropouts:1.3MB/s@3-6'), { name: 'A </script><b>$& "tunnel"' });

async function written(format: Parameters<typeof exportedRun>[1]): Promise<string> {
  const path = join(freshFolder(), `run.${format}`);
  writeFileSync(path, await exportedRun(run, format, USUAL_PICTURE));
  return path;
}

describe('an exported run', () => {
  it('is the same when it is imported again, packed or as JSON', async () => {
    expect(await readRunFile(await written('run'))).toEqual(run);
    expect((await readRunFile(await written('json'))).log).toEqual(run.log);
  });

  it('as a trace has the words of the window, and is refused as a run in a sentence', async () => {
    const trace = readTrace(String(await exportedRun(run, 'trace', USUAL_PICTURE)));
    expect([...trace.processes.values()]).toContain('Streaming');
    expect([...trace.threads.values()]).toContain('Client buffer');
    expect(trace.slices.map(({ name }) => name)).toContain('Stalled');
    await expect(readRunFile(await written('trace'))).rejects.toThrow(
      /trace of one for the Perfetto/,
    );
  });

  it('as a page holds the run and loads nothing', async () => {
    const page = String(await exportedRun(run, 'html', USUAL_PICTURE));
    expect(page.length).toBeLessThan(2e6);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[^' ]+'; style-src 'sha256-/);
    expect(policy).not.toContain('unsafe');
    const packed = /<script type="text\/plain" id="run">([\w+/=]*)<\/script>/.exec(page)?.[1] ?? '';
    expect(gunzipSync(Buffer.from(packed, 'base64')).toString()).toBe(linesOfRun(run));
    expect(page).toContain('<title>A &#60;/script&#62;&#60;b&#62;$&#38; "tunnel"</title>');
    // Two scripts, one style, and nothing that would be fetched.
    expect(page.match(/<\/script/g)).toHaveLength(2);
    expect(page).not.toMatch(/<(link|img|iframe|object)\b[^>]*(src|href)=/);
    expect(page).not.toContain('window.bufferscope');
  });
});

describe('a chart of a run', () => {
  const svgOf = async (picture: Partial<typeof USUAL_PICTURE>): Promise<string> =>
    String(await exportedRun(run, 'svg', { ...USUAL_PICTURE, ...picture }));

  it.each(RUN_CHARTS)('%s is an SVG of its size that needs nothing else', async (chart) => {
    const svg = await svgOf({ chart, width: 1000, height: 500 });
    expect(svg).toMatch(/^<svg xmlns="[^"]*" width="1000" height="500" viewBox="0 0 1000 500"/);
    expect(svg).toContain('ocean.mp4, dropouts:1.3MB/s@3-6');
    expect(svg).toContain('Streaming');
    expect(svg).not.toMatch(/var\(|color-mix|class="|<div|aria-hidden="false"|url\((?!#)/);
    // What is no XML, this refuses.
    expect((await pngOfSvg(svg)).length).toBeGreaterThan(10_000);
  });

  it('has the colours of its theme', async () => {
    const [light, dark] = await Promise.all(PICTURE_THEMES.map((theme) => svgOf({ theme })));
    expect(light).toContain('#ffffff');
    expect(light).toContain('#c06e00');
    expect(dark).toContain('#141c20');
    expect(dark).toContain('#f5bd45');
    expect(dark).not.toContain('#c06e00');
  });

  it('says aloud what it shows', async () => {
    expect(await svgOf({})).toMatch(/role="img" aria-label="Client buffer occupancy[^"]+Streaming/);
  });

  it('is a PNG of the size that is asked for, with words and lines in it', async () => {
    const png = Buffer.from(
      await exportedRun(run, 'png', { ...USUAL_PICTURE, width: 640, height: 360 }),
    );
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([640, 360]);
    // A picture without its font, or without its lines, is much smaller.
    expect(png.length).toBeGreaterThan(15_000);
  });
});

describe('files that people take for a run', () => {
  it('an HTTP Archive is refused with what it lacks', async () => {
    const path = join(freshFolder(), 'requests.har');
    writeFileSync(path, JSON.stringify({ log: { version: '1.2', creator: {}, entries: [] } }));
    await expect(readRunFile(path)).rejects.toThrow(
      /^requests\.har is no run: it lists requests \(HAR\).*\.$/,
    );
  });
});
