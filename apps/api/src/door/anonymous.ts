import { notSignedIn } from '@tavolo/graphql';
import { GraphQLError, OperationTypeNode, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Door } from './door.js';

/**
 * All that who is not signed in may read: what is published, and what this server is. It is one
 * list, so that it can be read as one; nothing leads from these fields to any other. No person
 * stands in it, and no decision before its publication: it can only be come upon by
 * `publishedDecisions`.
 */
export const published: Readonly<Record<string, readonly string[]>> = {
  Query: ['instance', 'publishedDecisions'],
  TavoloInstance: ['accessibilityContact', 'demo', 'id', 'log', 'name', 'zone'],
  DecisionConnection: ['edges', 'pageInfo', 'totalCount'],
  DecisionEdge: ['cursor', 'node'],
  PageInfo: ['endCursor', 'hasNextPage', 'hasPreviousPage', 'startCursor'],
  Decision: [
    ...['board', 'effectiveOn', 'endedFrom', 'enforceableFrom', 'id', 'inEffect', 'legalBasis'],
    ...['number', 'publication', 'status', 'textSha256', 'title', 'titleEn'],
  ],
  Publication: ['document', 'effectiveFrom', 'publishedOn', 'where'],
  Board: ['id', 'level', 'name', 'nameEn'],
};

type Asked = Readonly<{
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
}>;

/** Why who is not signed in may not run an operation, whose document is valid; null where they may. */
export function anonymousRefusal(
  { schema, document, operation }: Asked,
  { isReadByAll }: Pick<Door, 'isReadByAll'>,
): GraphQLError | null {
  if (operation.operation === OperationTypeNode.MUTATION) return signInFirst();
  if (isReadByAll) return null;
  const types = new TypeInfo(schema);
  const closed: string[] = [];
  const look = visitWithTypeInfo(types, {
    Field({ name: { value: field } }) {
      const type = types.getParentType()?.name ?? '';
      if (field !== '__typename' && !isPublished(type, field)) closed.push(`${type}.${field}`);
    },
  });
  // Its fragments too: all of them are used, or the document would not be valid.
  visit(document, look);
  return closed.length === 0 ? null : signInFirst(closed[0]);
}

function isPublished(type: string, field: string): boolean {
  return Object.hasOwn(published, type) && published[type]?.includes(field) === true;
}

function signInFirst(closed?: string): GraphQLError {
  const { message, extensions } = notSignedIn();
  return new GraphQLError(message, {
    extensions: { ...extensions, ...(closed !== undefined && { field: closed }) },
  });
}
