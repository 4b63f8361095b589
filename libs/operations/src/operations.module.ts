import { Clock } from '@tavolo/command';
import { AuditModule } from '@tavolo/audit';
import { readingOf } from '@tavolo/reading';
import { Logger, Module } from '@nestjs/common';
import { Jobs } from './jobs.js';
import { operationsReading } from './operations.reading.js';
import { OperationsResolver } from './operations.resolver.js';
import { SteppedRows } from './stepped-rows.js';
import { SteppingResolver } from './stepping.resolver.js';
import { Steps } from './steps.js';

const logger = new Logger('jobs');

function jobsOf(clock: Clock): Jobs {
  return new Jobs(clock, (error) => {
    logger.error(error);
  });
}

/** Operations over GraphQL. Wants a `Machine` from whoever runs the server. */
@Module({
  imports: [AuditModule],
  providers: [
    OperationsResolver,
    SteppedRows,
    SteppingResolver,
    Steps,
    { provide: Jobs, inject: [Clock], useFactory: jobsOf },
    readingOf(operationsReading),
  ],
  exports: [Jobs],
})
export class OperationsModule {}
