import { CqrsModule } from '@nestjs/cqrs';
import { AccessModule } from '@tavolo/access';
import { AgreementsModule } from '@tavolo/agreements/module';
import { AuditModule } from '@tavolo/audit';
import { BoardsModule } from '@tavolo/boards/module';
import { GraphqlTypesModule } from '@tavolo/graphql';
import { NetworksModule } from '@tavolo/networks/module';
import { OperationsModule } from '@tavolo/operations';
import { PartnersModule } from '@tavolo/partners/module';
import { PlansModule } from '@tavolo/plans/module';
import { ProcessModule } from '@tavolo/process/module';
import { ProgrammesModule } from '@tavolo/programmes/module';
import { PolicyReading, ReadingBook, ReadingModule } from '@tavolo/reading';
import { WaitingModule } from '@tavolo/waiting/module';
import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { GraphQLModule, GraphQLSchemaHost } from '@nestjs/graphql';
import type { Door } from './door/door.js';
import { SocketDriver } from './door/socket-driver.js';
import type { Rates } from './door/rates.js';
import type { TrustedDocuments } from './door/trusted-documents.js';
import { ErrorFilter } from './door/error.filter.js';
import { AccessibilityContact, ContactResolver } from './graphql/contact.resolver.js';
import { graphqlOptions } from './graphql/options.js';
import { RequestContexts } from './graphql/request-contexts.js';
import { validation } from './graphql/validation.js';
import type { Journal } from './journal/journal.js';
import type { Metrics } from './operations/metrics.js';
import type { Traces } from './operations/traces.js';
import { SessionSockets } from './sign-in/session-sockets.js';
import { StoresModule } from './stores/stores.module.js';
import type { Stores } from './stores/stores.js';

type Injected = [
  ...[RequestContexts, GraphQLSchemaHost, SessionSockets],
  ...[ReadingBook, PolicyReading],
];
type Parts = Readonly<{
  door: Door;
  documents: TrustedDocuments;
  accessibilityContact: string | null;
  journal: Journal;
  rates: Rates | null;
  metrics: Metrics;
  traces: Traces | null;
}>;

@Module({})
export class AppModule {
  static with(stores: Stores, parts: Parts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        CqrsModule.forRoot(),
        StoresModule.with(stores, parts),
        GraphqlTypesModule,
        ReadingModule,
        ProcessModule,
        GraphQLModule.forRootAsync({
          driver: SocketDriver,
          inject: [RequestContexts, GraphQLSchemaHost, SessionSockets, ReadingBook, PolicyReading],
          useFactory: (...[contexts, schemas, sessions, book, reading]: Injected) =>
            graphqlOptions({
              ...{ contexts, schemas, sessions, reading: { book, reading }, ...parts },
              behindMs: () => stores.projections.behindMs(),
            }),
        }),
        AccessModule,
        AuditModule,
        PartnersModule,
        ProgrammesModule,
        PlansModule,
        NetworksModule,
        AgreementsModule,
        BoardsModule,
        WaitingModule,
        OperationsModule,
      ],
      providers: [
        { provide: APP_FILTER, useClass: ErrorFilter },
        { provide: APP_PIPE, useValue: validation },
        { provide: AccessibilityContact, useValue: { address: parts.accessibilityContact } },
        ContactResolver,
      ],
    };
  }
}
