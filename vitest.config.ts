import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { cutFontsPlugin } from './scripts/setup/cut-fonts.mjs';
import { packedParts } from './scripts/setup/packed-parts.mjs';
import { everyFfmpeg, ffmpegCandidates } from './scripts/ffmpeg-candidates.mjs';

/** What ffmpeg has a part in: run once more with each other ffmpeg that is there. */
const WITH_FFMPEG = [
  'test/electron/media/{hostile,ffmpeg,sample}/**/*.test.ts',
  'test/electron/media/*.test.ts',
  'test/electron/server/feed/**/*.test.ts',
];

/** The first is the one that the app takes by itself. */
const [, ...otherFfmpegs] = await everyFfmpeg(
  ffmpegCandidates({ modules: join(import.meta.dirname, 'node_modules') }),
);

export default defineConfig({
  plugins: [cutFontsPlugin(import.meta.dirname), packedParts(import.meta.dirname)],
  test: {
    exclude: ['test/e2e/**', 'test/bench/**'],
    // Charts that are drawn without a window read their colours from it.
    css: { include: /tokens\.css/ },
    testTimeout: 60_000,
    // What a test sets up first may take as long as the test: a build, a film.
    hookTimeout: 60_000,
    // Lists of a project are added to those above, so what is included is said by each alone.
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.ts'] } },
      ...otherFfmpegs.map(({ path, version }) => ({
        extends: true as const,
        test: { name: `ffmpeg ${version}`, include: WITH_FFMPEG, env: { FFMPEG_BIN: path } },
      })),
    ],
  },
});
