import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  diagnosticsText,
  type DiagnosticsFacts,
} from '../../../../electron/main/diagnostics/diagnostics-text';
import { DEFAULT_PREFERENCES } from '../../../../electron/main/preferences/preferences-file';

const NOW_MS = Date.parse('2026-12-01T09:00:00.000Z');

function facts(name: string): DiagnosticsFacts {
  const path = `/home/someone/${name}.mp4`;
  const line = (at: string, level: 'warn' | 'error', what: string) => ({
    at,
    level,
    from: 'ffmpeg',
    what,
    words: `cannot read ${path} or ${name}`,
  });
  return {
    app: {
      version: '0.1.0',
      electron: '45.4.1',
      chrome: '150.0',
      node: '24.1.0',
      platform: 'linux x64',
      build: { commit: 'abc1234', day: '2026-11-30' },
      releaseElectron: '45.4.1',
    },
    computer: { system: 'linux 6.1', cores: 2, memoryBytes: 16e9 },
    preferences: { ...DEFAULT_PREFERENCES, recent: [path], scenarios: [`/tmp/${name}.yaml`] },
    lines: [
      {
        line: 'disk',
        state: 'broken',
        found: 'failed',
        values: { reason: `EACCES, open '${path}'` },
        tookMs: 3,
      },
      {
        line: 'ffmpeg',
        state: 'right',
        found: 'works',
        values: { version: '6.0', source: '@ffmpeg-installer/ffmpeg' },
        tookMs: 100,
      },
    ],
    log: [
      line('2026-11-20T09:00:00.000Z', 'error', 'failed: long ago'),
      line('2026-11-30T09:00:00.000Z', 'warn', 'failed: yesterday'),
      line('2026-12-01T08:59:00.000Z', 'error', 'failed: disk-full'),
    ],
    dumps: [{ path: `/home/${name}/x.dmp`, name: 'x.dmp', bytes: 300_000, atMs: NOW_MS }],
    nowMs: NOW_MS,
  };
}

describe('diagnostics', () => {
  it('hold versions, what was checked, settings, the errors of a week, and how many dumps', () => {
    const text = diagnosticsText(facts('film'), false);
    expect(text).toContain('Bufferscope 0.1.0, Electron 45.4.1, Chromium 150.0, Node 24.1.0');
    expect(text).toContain('built of commit abc1234 on 2026-11-30\nthe runtime of releases');
    expect(text).toContain('16 GB');
    expect(text).toContain('@ffmpeg-installer/ffmpeg');
    expect(text).toContain('theme=system');
    expect(text).toContain('recent=1 scenarios=1');
    expect(text).toContain('last 7 days: 1 errors, 1 warnings');
    expect(text).toContain('2026-12-01T08:59:00.000Z  error  ffmpeg: failed: disk-full');
    expect(text).not.toContain('long ago');
    expect(text).toContain('dumps of crashes: 1\n2026-12-01T09:00:00.000Z  0.3 MB');
  });

  it('hold no name of a file, whatever it is called, unless they are to', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[^/\\\n\r]{1,40}$/), (raw) => {
        const name = `q7${raw}q7`;
        expect(diagnosticsText(facts(name), false)).not.toContain(name);
        expect(diagnosticsText(facts(name), true)).toContain(`/home/someone/${name}.mp4`);
      }),
    );
  });
});
