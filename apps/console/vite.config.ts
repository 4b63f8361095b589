import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema } from 'graphql';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import { replaced } from './build/trusted-documents.ts';
import type { Manifest } from './build/trusted-documents.ts';

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const OUT = process.env.TAVOLO_CONSOLE_OUT ?? root('dist/apps/console');

const QUIET = new Set(['MODULE_LEVEL_DIRECTIVE', 'PLUGIN_TIMINGS']);

/** Puts hashes in the place of documents, and writes down what they stand for. */
function trustedDocuments(): Plugin {
  const schema = buildSchema(readFileSync(root('schema.graphql'), 'utf8'));
  const manifest: Manifest = new Map();
  return {
    name: 'trusted-documents',
    enforce: 'pre',
    load: (id) => (id.endsWith('.documents.ts') ? replaced(id, { schema, manifest }) : null),
    writeBundle() {
      const sorted = Object.fromEntries([...manifest].sort());
      writeFileSync(`${OUT}/trusted-documents.json`, `${JSON.stringify(sorted, null, 2)}\n`);
    },
  };
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [trustedDocuments()],
  css: {
    preprocessorOptions: {
      // bootstrap-italia 2 is written for the Sass of its time.
      scss: {
        quietDeps: true,
        silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'],
      },
    },
  },
  build: {
    outDir: OUT,
    emptyOutDir: true,
    assetsInlineLimit: 0, // The policy of the page allows no data: URL.
    manifest: true,
    sourcemap: false,
    target: 'es2023',
    rolldownOptions: {
      // Libraries say «use client» of their files, which means nothing here.
      onLog: (level, log, write) => {
        if (!QUIET.has(log.code ?? '')) write(level, log);
      },
    },
  },
});
