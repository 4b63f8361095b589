import { getNamedType, getNullableType, GraphQLError, isLeafType, isListType } from 'graphql';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { getComplexity } from 'graphql-query-complexity';
import type { ComplexityEstimator } from 'graphql-query-complexity';
import { limits } from './limits.js';

/** A list that is no page has about so many objects: seats of a board, parties of an agreement. */
const PLAIN_LIST = 10;

/**
 * Beside an object that is read: the schema lies in memory. All of it, as a playground asks for it,
 * comes to 8,212, whatever it holds.
 */
const OF_THE_SCHEMA = 0.5;

/** An operation whose document is valid. */
export type Asked = Readonly<{
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables?: Readonly<Record<string, unknown>> | null | undefined;
}>;

/**
 * Why an operation asks for too much: a page that is too large, or more objects than one request
 * may come to, reckoned from its page sizes before anything is read; null where it does not.
 */
export function costRefusal({
  schema,
  document,
  operation,
  variables,
}: Asked): GraphQLError | null {
  const given = { ...variables };
  try {
    const cost = getComplexity({
      ...{ schema, query: document, variables: given, estimators: [estimator] },
      ...(operation.name && { operationName: operation.name.value }),
      maxQueryNodes: limits.costNodes,
    });
    return cost > limits.cost ? tooDear(cost) : null;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    // Variables that cannot be read are not run with either: that error says more than one of ours.
    if (error.message.startsWith('Variable "$')) return null;
    return error.extensions.code === undefined ? refusal(error.message, error.message) : error;
  }
}

/** One for each object; a page of them as many times as it is long. Values cost nothing. */
const estimator: ComplexityEstimator = ({ field, args, childComplexity }) => {
  const { name } = getNamedType(field.type);
  if (isLeafType(getNamedType(field.type)) || name === 'PageInfo') return 0;
  if (name.endsWith('Connection')) return 1 + pageOf(args) * childComplexity;
  if (name.endsWith('Edge')) return childComplexity; // As many as the page, which is counted above.
  const own = name.startsWith('__') ? OF_THE_SCHEMA : 1;
  return lengthOf(field.type, args) * (own + childComplexity);
};

function lengthOf(type: Parameters<typeof getNullableType>[0], { ids }: Arguments): number {
  if (!isListType(getNullableType(type))) return 1;
  return Array.isArray(ids) ? ids.length : PLAIN_LIST;
}

type Arguments = Readonly<Record<string, unknown>>;

/** @throws GraphQLError where the page is larger than any that is given */
function pageOf(args: Arguments): number {
  for (const name of ['first', 'last']) {
    const size = args[name];
    if (typeof size !== 'number') continue;
    if (size > limits.page) throw tooLarge(name);
    return Math.max(0, size);
  }
  return limits.page;
}

function tooLarge(path: string): GraphQLError {
  const en = `${path} must not be greater than ${String(limits.page)}`;
  const it = `${path} è al più ${String(limits.page)}`;
  return refusal(en, it, { code: 'BAD_USER_INPUT', fields: [{ path, en, it }] });
}

function tooDear(cost: number): GraphQLError {
  const [asked, most] = [String(Math.ceil(cost)), String(limits.cost)];
  return refusal(
    `This may come to ${asked} objects, the most is ${most}: ask for shorter pages, or in several requests.`,
    `Può arrivare a ${asked} oggetti, il massimo è ${most}: chiedere pagine più corte, o in più volte.`,
  );
}

function refusal(en: string, it: string, more: object = {}): GraphQLError {
  const extensions = { code: 'GRAPHQL_VALIDATION_FAILED', it, http: { status: 400 }, ...more };
  return new GraphQLError(en, { extensions });
}
