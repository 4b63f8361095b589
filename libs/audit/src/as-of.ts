import { GraphQLNonNull, GraphQLObjectType, GraphQLSchema } from 'graphql';

/**
 * Gives `Snapshot`, the type of `asOf`, every field of the query root but `asOf` itself, with
 * the same resolvers: what can be asked of now can be asked of any moment, by construction.
 * The resolvers find the moment on their parent, which is the snapshot.
 */
export function withAsOf(schema: GraphQLSchema): GraphQLSchema {
  const config = schema.toConfig();
  const query = config.query?.toConfig();
  const snapshot = schema.getType('Snapshot');
  if (!query?.fields.asOf || !(snapshot instanceof GraphQLObjectType)) return schema;

  const { asOf, ...others } = query.fields;
  const own = snapshot.toConfig();
  const Snapshot = new GraphQLObjectType({ ...own, fields: { ...own.fields, ...others } });
  const Query = new GraphQLObjectType({
    ...query,
    fields: { ...others, asOf: { ...asOf, type: new GraphQLNonNull(Snapshot) } },
  });
  const types = config.types.filter(({ name }) => name !== 'Query' && name !== 'Snapshot');
  return new GraphQLSchema({ ...config, query: Query, types: [...types, Snapshot] });
}
