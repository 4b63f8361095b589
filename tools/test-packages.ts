import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules, isBuiltin } from 'node:module';

// The packages that the server is made of, each as few files, for Jest alone (ADR 45): Jest finds,
// reads and links every module of a package anew in every file of tests, two thousand of them
// where a test holds a server. Written once for one lockfile; node strips the types.

const CACHE = `${process.cwd()}/node_modules/.cache/test-packages`;

/** As our modules import them. What is not named here Jest loads as it lies in node_modules. */
const PACKAGES = [
  '@apollo/server',
  '@escape.tech/graphql-armor-max-aliases',
  '@escape.tech/graphql-armor-max-depth',
  '@escape.tech/graphql-armor-max-directives',
  '@fastify/helmet',
  '@fastify/static',
  '@nestjs/apollo',
  '@nestjs/common',
  '@nestjs/core',
  '@nestjs/cqrs',
  '@nestjs/graphql',
  '@nestjs/platform-fastify',
  'class-transformer',
  'class-validator',
  'csv-parse',
  'dataloader',
  'fastify',
  'file-type',
  'graphql',
  'graphql-query-complexity',
  'graphql-ws',
  'ical-generator',
  'jose',
  'openid-client',
  'prom-client',
  'rate-limiter-flexible',
  'reflect-metadata',
  'temporal-polyfill',
  'uuid',
];

/** Left to node_modules: optional packages of those above, and what looks for files beside it. */
const LEFT = [
  ...(JSON.parse(readFileSync('tools/optional-packages.json', 'utf8')) as readonly string[]),
  'pino',
];

const isOneOf = (packages: readonly string[], id: string) =>
  packages.some((name) => id === name || id.startsWith(`${name}/`));

/** A module that gives what a package gives, by name: a CommonJS module in a bundle has no names. */
async function facadeOf(name: string): Promise<string> {
  const given = (await import(name)) as Record<string, unknown>;
  const names = Object.keys(given).filter((key) => key !== 'default' && key !== 'module.exports');
  const exports = names.map(
    (key, at) => `const _${String(at)} = all[${JSON.stringify(key)}];
export { _${String(at)} as ${key} };`,
  );
  const ours = 'default' in given ? 'export default all.default;' : '';
  return [`import * as all from ${JSON.stringify(name)};`, ...exports, ours].join('\n');
}

const FACADE = 'facade:';

async function write(folder: string): Promise<void> {
  const { rolldown } = await import('rolldown');
  const build = await rolldown({
    input: Object.fromEntries(PACKAGES.map((name) => [name, `${FACADE}${name}`])),
    platform: 'node',
    external: (id) => isBuiltin(id) || isOneOf([...LEFT, ...builtinModules], id),
    resolve: { mainFields: ['main'] },
    checks: { eval: false },
    onLog: (level, { message }) => {
      if (level === 'warn') throw new Error(message);
    },
    plugins: [
      {
        name: 'facades',
        resolveId: async function (id, importer) {
          if (id.startsWith(FACADE)) return id;
          if (!importer?.startsWith(FACADE)) return null;
          return await this.resolve(id, `${process.cwd()}/tools/test-packages.ts`);
        },
        load: (id) => (id.startsWith(FACADE) ? facadeOf(id.slice(FACADE.length)) : null),
      },
    ],
  });
  await build.write({
    dir: folder,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    keepNames: true,
  });
  writeFileSync(`${folder}/package.json`, '{ "type": "module" }');
}

function folderOfAll(): string {
  const made = ['package-lock.json', 'tools/optional-packages.json', 'tools/test-packages.ts'].map(
    (file) => readFileSync(file),
  );
  return `${CACHE}/${createHash('sha256').update(Buffer.concat(made)).digest('hex')}`;
}

/** Writes the packages where that is not done yet; of two runs at once one is too late. */
export async function writeTestPackages(): Promise<void> {
  const folder = folderOfAll();
  if (existsSync(folder)) return;
  const begun = `${folder}.${String(process.pid)}`;
  await write(begun);
  try {
    renameSync(begun, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(begun, { recursive: true });
  }
}

/** Where each package lies for Jest, by the name that our modules import it by. */
export function testPackages(): ReadonlyMap<string, string> {
  const folder = folderOfAll();
  return new Map(PACKAGES.map((name) => [name, `${folder}/${name}.js`]));
}
