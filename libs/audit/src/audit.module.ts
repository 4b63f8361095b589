import { Module } from '@nestjs/common';
import { AsOfResolver } from './as-of.resolver.js';
import { ChangesResolver } from './changes.resolver.js';
import { DifferenceResolver } from './difference.resolver.js';
import { EventsResolver } from './events.resolver.js';
import { HistoryResolver } from './history.resolver.js';
import { Moments } from './moments.js';
import { ReadableHistory } from './readable-history.js';
import { ReadableLog } from './readable-log.js';

/** Looking into the past: as-of, history, difference; and watching the present. */
@Module({
  providers: [
    AsOfResolver,
    ChangesResolver,
    DifferenceResolver,
    EventsResolver,
    HistoryResolver,
    Moments,
    ReadableHistory,
    ReadableLog,
  ],
  exports: [Moments, ReadableLog],
})
export class AuditModule {}
