import { Clock } from '@tavolo/command';
import { readingOf } from '@tavolo/reading';
import { Logger, Module } from '@nestjs/common';
import { Jobs } from './jobs.js';
import { operationsReading } from './operations.reading.js';
import { OperationsResolver } from './operations.resolver.js';

const logger = new Logger('jobs');

function jobsOf(clock: Clock): Jobs {
  return new Jobs(clock, (error) => {
    logger.error(error);
  });
}

/** Operations over GraphQL. Wants a `Machine` from whoever runs the server. */
@Module({
  providers: [
    OperationsResolver,
    { provide: Jobs, inject: [Clock], useFactory: jobsOf },
    readingOf(operationsReading),
  ],
  exports: [Jobs],
})
export class OperationsModule {}
