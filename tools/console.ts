import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { buildSchema, introspectionFromSchema } from 'graphql';

// The console: its types of the schema (`--types`, all that a type check needs), and its pages in
// dist/apps/console, with what they may ask in dist/trusted-documents.json. It is built anew only
// when something of it has changed. Part of `npm run build`; node strips the types.

const SCHEMA = 'schema.graphql';
const TYPES = 'apps/console/src/data/schema.generated.d.ts';
const INPUTS = ['apps/console/**/*.*', SCHEMA, 'package-lock.json', 'tools/console.ts'];
const KEPT = 'node_modules/.cache/tavolo-console';
const OUT = 'dist/apps/console';
const DOCUMENTS = 'trusted-documents.json';

/** Of gql.tada, whose command would want the API of the compiler. */
type Tada = Readonly<{
  minifyIntrospection: (introspection: unknown) => unknown;
  outputIntrospectionFile: (introspection: unknown, options: object) => string;
}>;

/** Writes the types of the schema, unless they are those already. */
function writeTypes(): void {
  const text = readFileSync(SCHEMA, 'utf8');
  const mark = `// ${createHash('sha256').update(text).digest('hex')}\n`;
  if (existsSync(TYPES) && readFileSync(TYPES, 'utf8').startsWith(mark)) return;
  const require = createRequire(createRequire(import.meta.url).resolve('gql.tada'));
  const tada = require('@gql.tada/internal') as Tada;
  const introspection = introspectionFromSchema(buildSchema(text), { descriptions: false });
  const options = { fileType: '.d.ts', shouldPreprocess: true };
  writeFileSync(
    TYPES,
    mark + tada.outputIntrospectionFile(tada.minifyIntrospection(introspection), options),
  );
}

/** Of everything that the pages are built from. */
function inputHash(): string {
  const hash = createHash('sha256');
  const files = INPUTS.flatMap((pattern) => globSync(pattern, { withFileTypes: false })).sort();
  for (const file of files.filter((one) => one !== TYPES)) {
    hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function buildPages(): void {
  const mark = `${KEPT}/inputs.sha256`;
  const inputs = inputHash();
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== inputs) {
    rmSync(KEPT, { recursive: true, force: true });
    mkdirSync(KEPT, { recursive: true });
    const vite = 'node_modules/vite/bin/vite.js';
    const { status } = spawnSync(
      process.execPath,
      [vite, 'build', '--config', 'apps/console/vite.config.ts', '--logLevel', 'warn'],
      {
        stdio: 'inherit',
        env: { ...process.env, TAVOLO_CONSOLE_OUT: `${process.cwd()}/${KEPT}/pages` },
      },
    );
    if (status !== 0) process.exit(status ?? 1);
    writeFileSync(mark, inputs);
  }
  cpSync(`${KEPT}/pages`, OUT, { recursive: true });
  rmSync(`${OUT}/${DOCUMENTS}`);
  cpSync(`${KEPT}/pages/${DOCUMENTS}`, `dist/${DOCUMENTS}`);
}

writeTypes();
if (!process.argv.includes('--types')) buildPages();
