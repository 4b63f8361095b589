import type { ReadAction } from '@tavolo/access';
import type { RequestContext } from '@tavolo/graphql';
import type { Moment } from '@tavolo/projection';
import { defaultFieldResolver, isListType, isNonNullType, isObjectType } from 'graphql';
import type { GraphQLField, GraphQLFieldResolver, GraphQLOutputType, GraphQLSchema } from 'graphql';
import type { QueryRule, TypeRule } from './declaration.js';
import type { PolicyReading } from './policy-reading.js';
import type { ReadingBook } from './reading-book.js';

/** What a field of a type can be kept by. */
const actions: readonly ReadAction[] = ['readPublished', 'readRegister', 'read', 'readSecret'];
/** What a snapshot says of itself. */
const ofSnapshot = ['eventId', 'position', 'provisional', 'recordedAt'];
/** Queries that look back although they name no moment. */
const lookingBack = ['difference', 'event', 'events', 'history', 'projectionStep'];
/** The types from which every query starts. */
const roots = ['Query', 'Snapshot', 'Subscription'];

/** What the policies are asked for a field; null where it is shown with its object. */
export function actionOf(rule: TypeRule, field: string): ReadAction | null {
  const named = actions.find((action) => rule[action]?.includes(field));
  if (named) return named;
  return rule.withObject?.includes(field) === true ? null : (rule.every ?? null);
}

/** What is given in the place of what may not be read: nothing, as of what is not there. */
export function emptyOf(type: GraphQLOutputType): null | readonly never[] {
  if (!isNonNullType(type)) return null;
  if (isListType(type.ofType)) return [];
  throw new RangeError(`a field of type ${String(type)} cannot be kept from anybody`);
}

type Fields = GraphQLField<unknown, RequestContext, Arguments>[];
type Guard = Readonly<{
  empty: unknown;
  isOpen: (parent: unknown, args: Arguments, context: RequestContext) => Promise<boolean>;
}>;
type Arguments = Readonly<Record<string, unknown>>;

/**
 * Puts the rule for reading before every field for which one is declared, and before every query
 * about one object. The rows themselves are kept by `Nodes`.
 */
export function withReading(
  schema: GraphQLSchema,
  { book, reading }: Readonly<{ book: ReadingBook; reading: PolicyReading }>,
): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    const rule = book.types.get(type.name);
    book.hasFields(type.name, Object.keys(type.getFields()));
    for (const field of Object.values(type.getFields()) as Fields) {
      const guard = roots.includes(type.name)
        ? queryGuard(field, book.queries.get(field.name), reading)
        : rule && fieldGuard(field, rule, reading);
      if (guard) field.resolve = guarded(field.resolve ?? defaultFieldResolver, guard);
      if (isLookingBack(type.name, field.name)) field.resolve = traced(field, reading);
    }
  }
  return schema;
}

function fieldGuard(
  { name, type }: GraphQLField<unknown, RequestContext, Arguments>,
  rule: TypeRule,
  reading: PolicyReading,
): Guard | null {
  const action = actionOf(rule, name);
  if (!action) return null;
  const { at = ['id'] } = rule;
  return {
    empty: emptyOf(type),
    isOpen: (parent, _args, context) => {
      const fields = parent as Readonly<Record<string, unknown>>;
      return reading.may(
        action,
        at.map((field) => fields[field]),
        context,
      );
    },
  };
}

function queryGuard(
  { type }: GraphQLField<unknown, RequestContext, Arguments>,
  rule: QueryRule | undefined,
  reading: PolicyReading,
): Guard | null {
  if (typeof rule !== 'object') return null;
  return {
    empty: emptyOf(type),
    isOpen: (_parent, args, context) => reading.isOpen(String(args[rule.object]), context),
  };
}

function isLookingBack(type: string, field: string): boolean {
  return type === 'Snapshot'
    ? !ofSnapshot.includes(field)
    : type === 'Query' && lookingBack.includes(field);
}

/** An auditor who looks at something as it was leaves a trace before anything is shown. */
function traced(
  { name, resolve = defaultFieldResolver }: GraphQLField<unknown, RequestContext, Arguments>,
  reading: PolicyReading,
): GraphQLFieldResolver<unknown, RequestContext, Arguments> {
  // eslint-disable-next-line max-params -- the signature is that of graphql-js
  return async (parent, args, context, info) => {
    const { moment = context.moment } = (parent ?? {}) as { readonly moment?: Moment };
    const { id, of, object, decision, plan, route } = args;
    const named = [id, of, object, decision, plan, route].find((one) => typeof one === 'string');
    await reading.looksBack(typeof named === 'string' ? named : name, moment, context);
    return await resolve(parent, args, context, info);
  };
}

function guarded(
  inner: GraphQLFieldResolver<unknown, RequestContext, Arguments>,
  { empty, isOpen }: Guard,
): GraphQLFieldResolver<unknown, RequestContext, Arguments> {
  // eslint-disable-next-line max-params -- the signature is that of graphql-js
  return async (parent, args, context, info) =>
    (await isOpen(parent, args, context)) ? await inner(parent, args, context, info) : empty;
}
