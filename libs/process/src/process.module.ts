import { Global, Module } from '@nestjs/common';
import { ClaimHandler } from './claim.handler.js';
import { Claims, StreamClaims } from './claims.js';
import { ProcessMattersResolver } from './process-matters.resolver.js';
import { Processes } from './processes.js';

/** Claims and the list of process managers, for every context. Wants `Transactions` to be provided. */
@Global()
@Module({
  providers: [
    ClaimHandler,
    Processes,
    ProcessMattersResolver,
    { provide: Claims, useClass: StreamClaims },
  ],
  exports: [Claims, Processes],
})
export class ProcessModule {}
