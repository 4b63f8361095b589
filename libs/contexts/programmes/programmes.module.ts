import { CommandGateway } from '@tavolo/command';
import { Nodes } from '@tavolo/graphql';
import { Global, Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { CallMutations } from './adapters/graphql/call.mutations.js';
import { CallResolver } from './adapters/graphql/call.resolver.js';
import { ProgrammeResolver } from './adapters/graphql/programme.resolver.js';
import { CallHandler, CallRequest, calls } from './application/call.handler.js';
import { StreamedCalls } from './application/calls.js';
import { ProgrammeHandler, ProgrammeRequest, programmes } from './application/programme.handler.js';
import { Calls } from './contract/index.js';
import { callTable } from './read-model/call.projection.js';
import { programmeTable } from './read-model/programme.projection.js';

@Global()
@Module({
  providers: [
    { provide: Calls, useClass: StreamedCalls },
    CallHandler,
    CallMutations,
    CallResolver,
    ProgrammeHandler,
    ProgrammeResolver,
  ],
  exports: [Calls],
})
export class ProgrammesModule implements OnModuleInit {
  constructor(
    private readonly gateway: CommandGateway,
    private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.gateway.register(programmes, ProgrammeRequest);
    this.gateway.register(calls, CallRequest);
    this.nodes.register('programme', 'Programme', { table: programmeTable });
    this.nodes.register('call', 'Call', { table: callTable });
  }
}
