import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Rolldown } from 'vite';
import { cutFontsPlugin } from './scripts/setup/cut-fonts.mjs';
import { worksPlugin } from './scripts/setup/works-plugin.mjs';
import { packedParts } from './scripts/setup/packed-parts.mjs';

const ENTRY = join(import.meta.dirname, 'renderer/main.tsx');
const STAGE_ENTRY = join(import.meta.dirname, 'renderer/video-stage/main.tsx');

/**
 * One file for all that the window needs at its start, and one for what the stage of a video needs of it. Left to itself
 * the bundler makes one of every part that a later room shares, 44 in all, and each is asked of the main process, which
 * is busy starting.
 */
function startChunks(): (id: string, context: Rolldown.ChunkingContext) => string | null {
  let needed: Set<string> | null = null;
  let drawn: Set<string> | null = null;
  return (id, context) => {
    needed ??= neededAtStart(context, ENTRY);
    drawn ??= neededAtStart(context, STAGE_ENTRY);
    if (!needed.has(id)) return null;
    return drawn.has(id) ? 'drawn' : 'start';
  };
}

/**
 * Every module that a page's entry imports, and what those import, without what is loaded later. The entry itself is
 * left out: it waits for parts that are loaded later, and these would wait for its file.
 */
function neededAtStart(context: Rolldown.ChunkingContext, entry: string): Set<string> {
  const needed = new Set<string>();
  const add = (id: string): void => {
    if (needed.has(id)) return;
    needed.add(id);
    context.getModuleInfo(id)?.importedIds.forEach(add);
  };
  add(entry);
  needed.delete(entry);
  return needed;
}

/** Targets are set by hand: the installed electron package names 45, the development runtime may be 33. */
export default defineConfig({
  main: {
    plugins: [cutFontsPlugin(import.meta.dirname), packedParts(import.meta.dirname)],
    build: {
      target: 'node20',
      outDir: 'out-build/main',
      minify: true,
      // Left outside they are read from hundreds of small files each time a process starts; zustand would bring
      // a second React to the one that draws charts.
      externalizeDeps: {
        exclude: ['execa', 'fastest-levenshtein', 'mediabunny', 'yaml', 'zod', 'zustand'],
      },
      rollupOptions: { input: 'electron/main/index.ts', output: { format: 'es' } },
    },
  },
  preload: {
    build: {
      target: 'node20',
      outDir: 'out-build/preload',
      minify: true,
      rollupOptions: {
        input: 'electron/preload/index.ts',
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [cutFontsPlugin(import.meta.dirname), worksPlugin(import.meta.dirname), react()],
    build: {
      target: 'chrome130',
      outDir: 'out-build/renderer',
      minify: true,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: {
          index: 'renderer/index.html',
          stage: 'renderer/stage.html',
          print: 'renderer/print.html',
        },
        output: { codeSplitting: { groups: [{ name: startChunks() }] } },
      },
    },
  },
});
