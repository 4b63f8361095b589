import { Global, Module } from '@nestjs/common';
import { Mutations } from './mutations.js';
import { NodeResolver } from './node.resolver.js';
import { Nodes } from './nodes.js';
import { PersonResolver } from './person.type.js';

/** What every context's GraphQL adapter builds on. Wants the read model and the gateway. */
@Global()
@Module({
  providers: [Mutations, NodeResolver, Nodes, PersonResolver],
  exports: [Mutations, Nodes],
})
export class GraphqlTypesModule {}
