import { Authorizer, Policies, Realm } from '@tavolo/access';
import { Clock, CommandGateway, Instance, Mandates } from '@tavolo/command';
import { EventStore } from '@tavolo/event-store';
import { Reading } from '@tavolo/graphql';
import { PrivateStore } from '@tavolo/private-store';
import { ReadModel } from '@tavolo/projection';
import { Global, Module } from '@nestjs/common';
import type { OnModuleInit, Provider } from '@nestjs/common';
import { commonReading } from './common.reading.js';
import type { ReadingOf } from './declaration.js';
import { PastReading } from './past-reading.js';
import { PolicyReading } from './policy-reading.js';
import { ReadingBook } from './reading-book.js';
import { ReadingVisibility } from './reading-visibility.js';
import { Openness, Readers } from './readers.js';
import { Standings } from './standings.js';
import { Traces } from './traces.js';
import { TracesResolver } from './traces.resolver.js';

/**
 * What a context declares about reading, as a provider of its module: it is there before the schema
 * is made.
 */
export function readingOf(declared: ReadingOf): Provider {
  const useFactory = (book: ReadingBook) => {
    book.declares(declared);
    return declared;
  };
  return { provide: Symbol('reading'), inject: [ReadingBook], useFactory };
}

type Held = [ReadModel, ReadingBook, Mandates, Realm, Clock, Instance];
type Asked = [ReadModel, ReadingBook, Standings, Authorizer, Openness];
type Past = [ReadModel, ReadingBook, Readers, Standings, Policies, Instance];
type Seen = [ReadModel, ReadingBook, Readers, EventStore];
type Read = [ReadModel, ReadingBook, Readers, EventStore, Traces];

/** Who may read what: asked for everything that is read. Wants the stores and the policies. */
@Global()
@Module({
  providers: [
    ReadingBook,
    TracesResolver,
    {
      provide: Standings,
      inject: [ReadModel, ReadingBook, Mandates, Realm, Clock, Instance],
      useFactory: (...[readModel, book, mandates, realm, clock, instance]: Held) =>
        new Standings({ readModel, book, mandates, realm, clock, instance }),
    },
    {
      provide: Readers,
      inject: [ReadModel, ReadingBook, Standings, Authorizer, Openness],
      useFactory: (...[readModel, book, standings, authorizer, openness]: Asked) =>
        new Readers({ readModel, book, standings, authorizer, openness }),
    },
    {
      provide: Traces,
      inject: [PrivateStore, Clock],
      useFactory: (privateStore: PrivateStore, clock: Clock) => new Traces({ privateStore, clock }),
    },
    {
      provide: PolicyReading,
      inject: [ReadModel, ReadingBook, Readers, EventStore, Traces],
      useFactory: (...[readModel, book, readers, store, traces]: Read) =>
        new PolicyReading({ readModel, book, readers, store, traces }),
    },
    {
      provide: PastReading,
      inject: [ReadModel, ReadingBook, Readers, Standings, Policies, Instance],
      useFactory: (...[readModel, book, readers, standings, policies, instance]: Past) =>
        new PastReading({ readModel, book, readers, standings, policies, instance }),
    },
    {
      provide: ReadingVisibility,
      inject: [ReadModel, ReadingBook, Readers, EventStore],
      useFactory: (...[readModel, book, readers, store]: Seen) =>
        new ReadingVisibility({ readModel, book, readers, store }),
    },
    readingOf(commonReading),
    { provide: Reading, useExisting: PolicyReading },
  ],
  exports: [PastReading, PolicyReading, Readers, Reading, ReadingBook],
})
export class ReadingModule implements OnModuleInit {
  constructor(
    private readonly gateway: CommandGateway,
    private readonly visibility: ReadingVisibility,
  ) {}

  onModuleInit(): void {
    this.gateway.hides(this.visibility);
  }
}
