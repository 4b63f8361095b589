import streams from '@eventstore/db-client/generated/streams_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { handleUnaryCall } from '@grpc/grpc-js';
import type { EventStore } from '../../src/index.js';
import type { SystemEvents } from './system-events.js';
import { expectedIn, nameOf, refusal } from './wire.js';

type Endings = Readonly<{
  delete: handleUnaryCall<streams.DeleteReq, streams.DeleteResp>;
  tombstone: handleUnaryCall<streams.TombstoneReq, streams.TombstoneResp>;
}>;

/** Imitates `deletion` and `tombstone` (2.1, metadata): a stream that is ended, softly or for ever. */
export function endingService(engine: EventStore, system: SystemEvents): Endings {
  return {
    delete: (call, answer) => {
      const options = call.request.getOptions();
      const stream = nameOf(options?.getStreamIdentifier());
      engine.deleteStream(stream, expectedIn(options)).then(
        async () => {
          await system.deleted(stream);
          const response = new streams.DeleteResp();
          response.setNoPosition(new shared.Empty());
          answer(null, response);
        },
        (error: unknown) => answer(refusal(error)),
      );
    },
    tombstone: (call, answer) => {
      const options = call.request.getOptions();
      const stream = nameOf(options?.getStreamIdentifier());
      engine.tombstone(stream, expectedIn(options)).then(
        async () => {
          await system.tombstoned(stream);
          const response = new streams.TombstoneResp();
          response.setNoPosition(new shared.Empty());
          answer(null, response);
        },
        (error: unknown) => answer(refusal(error)),
      );
    },
  };
}
