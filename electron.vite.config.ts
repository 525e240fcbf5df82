import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { firstChunk } from './build/first-chunk.mjs';
import { firstChunkBudget } from './build/first-chunk-budget.mjs';
import { withoutJsonSchema } from './build/without-json-schema.mjs';
import { woff2Only } from './build/woff2-only.mjs';

const at = (path: string): string => resolve(import.meta.dirname, path);

/** Oldest runtime the code must run on: Electron 33. */
const node = 'node20.18';
const chrome = 'chrome130';

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: node,
      minify: 'oxc',
      externalizeDeps: false,
      rollupOptions: {
        input: {
          main: at('electron/main.ts'),
          // Run in processes of their own.
          'sheet-reader': at('electron/sheets/reader-process.ts'),
          'package-reader': at('electron/transfer/reader-process.ts'),
        },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: node,
      minify: 'oxc',
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: at('electron/preload.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [
      react(),
      woff2Only(),
      withoutJsonSchema(),
      firstChunkBudget({ entry: 'index.html', kilobytes: 500 }),
    ],
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      target: chrome,
      minify: 'oxc',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rollupOptions: {
        input: { index: at('renderer/index.html'), print: at('renderer/print.html') },
        output: {
          // What the first page needs comes in two files.
          codeSplitting: {
            groups: [{ name: firstChunk(at('renderer/app/main.tsx')) }],
          },
        },
      },
    },
  },
});
