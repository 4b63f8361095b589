import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { Kind, OperationTypeNode, parse, print, validate } from 'graphql';
import type { DocumentNode, FieldNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Trusted } from '../src/data/trusted.ts';

// What the console may ask is written down as it is built: its pages send hashes, and hold no
// GraphQL. A query is written down twice, the second time for a moment in the past.

/** Texts by their SHA-256. */
export type Manifest = Map<string, string>;

const MOMENT = 'moment';
/** Of the past: which moment an answer shows. */
const SHOWN = 'eventId position provisional recordedAt';

/**
 * The module that takes the place of one of documents: each export that has an operation becomes
 * its name and hashes, each fragment nothing. What it stands for is added to the manifest.
 * @throws Error naming the file and the document that the schema does not know
 */
export async function replaced(
  file: string,
  { schema, manifest }: Readonly<{ schema: GraphQLSchema; manifest: Manifest }>,
): Promise<string> {
  const module = (await import(pathToFileURL(file).href)) as Readonly<Record<string, DocumentNode>>;
  const lines = Object.entries(module).map(([name, document]) => {
    const trusted = trustedOf(document, { file, schema, manifest });
    return `export const ${name} = ${JSON.stringify(trusted)};`;
  });
  return lines.join('\n');
}

type Place = Readonly<{ file: string; schema: GraphQLSchema; manifest: Manifest }>;

function trustedOf(document: DocumentNode, { file, schema, manifest }: Place): Trusted | null {
  const operation = operationOf(document);
  if (!operation) return null;
  const name = operation.name?.value;
  if (name === undefined) throw new Error(`${file}: an operation without a name`);
  const keep = (text: string): string => {
    const error = validate(schema, parse(text)).at(0);
    if (error) throw new Error(`${file}: ${name}: ${error.message}`);
    const id = createHash('sha256').update(text).digest('hex');
    manifest.set(id, text);
    return id;
  };
  const isPastAsked =
    operation.operation === OperationTypeNode.QUERY && !fieldNames(operation).has('asOf');
  return {
    ...{ name, id: keep(print(document)) },
    past: isPastAsked ? keep(print(inThePast(document))) : null,
  };
}

function operationOf({ definitions }: DocumentNode): OperationDefinitionNode | undefined {
  return definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
}

function fieldNames({ selectionSet }: OperationDefinitionNode): ReadonlySet<string> {
  const fields = selectionSet.selections.filter((one) => one.kind === Kind.FIELD);
  return new Set(fields.map(({ name }) => name.value));
}

/** The same question below `asOf`, whose type has every field of the root. */
function inThePast(document: DocumentNode): DocumentNode {
  const asked = parse(
    `query ($${MOMENT}: MomentInput!) { asOf(${MOMENT}: $${MOMENT}) { ${SHOWN} } }`,
  );
  const wrapper = operationOf(asked);
  const field = wrapper?.selectionSet.selections[0] as FieldNode;
  return {
    ...document,
    definitions: document.definitions.map((one) => {
      if (one.kind !== Kind.OPERATION_DEFINITION) return one;
      const { selections } = one.selectionSet;
      const below = [...(field.selectionSet?.selections ?? []), ...selections];
      const asOf = { ...field, selectionSet: { kind: Kind.SELECTION_SET, selections: below } };
      return {
        ...one,
        variableDefinitions: [
          ...(wrapper?.variableDefinitions ?? []),
          ...(one.variableDefinitions ?? []),
        ],
        selectionSet: { kind: Kind.SELECTION_SET, selections: [asOf] },
      } as OperationDefinitionNode;
    }),
  };
}
