import { ApolloDriver } from '@nestjs/apollo';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { Injectable } from '@nestjs/common';
import { lexicographicSortSchema } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { resolvedBy } from '../graphql/resolved-schema.js';
import type { Resolvers } from '../graphql/resolved-schema.js';
import { limits } from './limits.js';

/** What `@nestjs/graphql` keeps to itself of the WebSockets that it serves. */
type Served = Readonly<{ _subscriptionService?: { wss?: { options: { maxPayload?: number } } } }>;

/** And of how it makes a schema of classes and their methods. */
type Made = Readonly<{
  gqlSchemaBuilder: {
    build(file: boolean, options: object, resolvers: readonly object[]): Promise<GraphQLSchema>;
  };
  resolversExplorerService: { explore(): Resolvers; getAllCtors(): readonly object[] };
}>;

/**
 * The driver of GraphQL, which takes no message of a WebSocket that is larger than a request may
 * be: the library has no setting for it, and takes 100 MB. @throws Error where it has changed
 */
@Injectable()
export class SocketDriver extends ApolloDriver {
  override async generateSchema(options: ApolloDriverConfig): Promise<GraphQLSchema> {
    const { gqlSchemaBuilder, resolversExplorerService } = this.graphQlFactory as unknown as Made;
    const resolvers = resolversExplorerService.explore();
    const classes = resolversExplorerService.getAllCtors();
    const schema = resolvedBy(await gqlSchemaBuilder.build(true, options, classes), resolvers);
    const transformed = (await options.transformSchema?.(schema)) ?? schema;
    return lexicographicSortSchema(transformed);
  }

  override async start(options: ApolloDriverConfig): Promise<void> {
    await super.start(options);
    const { _subscriptionService: service } = this as unknown as Served;
    if (!service?.wss) throw new Error('the size of messages of WebSockets cannot be limited');
    service.wss.options.maxPayload = limits.bodyBytes;
  }
}
