import { isObjectType } from 'graphql';
import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';

type Resolve = GraphQLFieldResolver<unknown, unknown>;

/** How a field is answered; of a subscription, where its events come from as well. */
type Resolver = Resolve | Readonly<{ resolve: Resolve | undefined; subscribe: Resolve }>;

/** By the name of a type and of its field. */
export type Resolvers = Readonly<Record<string, Readonly<Record<string, Resolver>>>>;

/**
 * Gives each field of a schema that was built from classes the method that answers it; the schema
 * itself is changed. The library prints the schema instead, parses what it printed, and builds two
 * more to copy the methods from, at every start.
 * @throws Error where a method answers no field of an object
 */
export function resolvedBy(schema: GraphQLSchema, resolvers: Resolvers): GraphQLSchema {
  for (const [typeName, ofType] of Object.entries(resolvers)) {
    const type = schema.getType(typeName);
    for (const [name, resolver] of Object.entries(ofType)) {
      const field = isObjectType(type) ? type.getFields()[name] : undefined;
      if (!field) throw new Error(`a resolver answers ${typeName}.${name}, which is no field`);
      if (typeof resolver === 'function') field.resolve = resolver;
      else Object.assign(field, resolver);
    }
  }
  return schema;
}
