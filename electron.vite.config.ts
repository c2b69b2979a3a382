import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { runPagePlugin } from './scripts/setup/run-page.mjs';

/** Targets are set by hand: the installed electron package names 45, the development runtime may be 33. */
export default defineConfig({
  main: {
    plugins: [runPagePlugin(import.meta.dirname)],
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
    plugins: [react()],
    build: {
      target: 'chrome130',
      outDir: 'out-build/renderer',
      minify: true,
      rollupOptions: { input: 'renderer/index.html' },
    },
  },
});
