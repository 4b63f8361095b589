import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { buildSchema, Kind, parse, print, validate } from 'graphql';
import type { GraphQLSchema } from 'graphql';

// Writes dist/trusted-documents.json: what browsers may ask, as the console was built to ask it.
// Part of `npm run build`; node strips the types, so nothing here imports another file.

const DOCUMENTS = 'apps/console/documents/*.graphql';
const MANIFEST = 'dist/trusted-documents.json';

/** A document of the console, by the path of its file. */
export type File = Readonly<{ path: string; text: string }>;

/**
 * Texts by their SHA-256; a document is written the one way that the printer of GraphQL writes it,
 * which its client sends the hash of. @throws Error naming the file that the schema does not know
 */
export function manifestOf(files: readonly File[], schema: GraphQLSchema): Record<string, string> {
  return Object.fromEntries(files.map((file) => entryOf(file, schema)));
}

function entryOf({ path, text }: File, schema: GraphQLSchema): readonly [string, string] {
  const document = parse(text);
  const [error] = validate(schema, document);
  if (error) throw new Error(`${path}: ${error.message}`);
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operations.length !== 1) throw new Error(`${path} must hold one operation, of one name`);
  const printed = print(document);
  return [createHash('sha256').update(printed).digest('hex'), printed];
}

if (import.meta.main) {
  const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
  const paths = globSync(DOCUMENTS).sort();
  const files = paths.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  writeFileSync(MANIFEST, `${JSON.stringify(manifestOf(files, schema), null, 2)}\n`);
}
