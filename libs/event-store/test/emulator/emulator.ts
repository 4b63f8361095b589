import { Server, ServerCredentials } from '@grpc/grpc-js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import serverfeatures from '@eventstore/db-client/generated/serverfeatures_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { EventStore } from '../../src/index.js';
import { appendService } from './append.js';
import { endingService } from './endings.js';
import { Faults } from './faults.js';
import { readService } from './read.js';
import { SystemEvents } from './system-events.js';

const { SupportedMethod, SupportedMethods } = serverfeatures;

/**
 * EventStoreDB as its client sees it, over one of the embedded engines: the client's own protocol
 * with the answers of the real server, each behaviour by its line of `docs/eventstoredb.md`, and
 * faults that no container can be asked for.
 */
export class Emulator {
  #server: Server | null = null;
  #port = 0;

  readonly system: SystemEvents;

  constructor(
    private readonly engine: EventStore,
    readonly faults = new Faults(),
  ) {
    this.system = new SystemEvents(engine);
  }

  get connectionString(): string {
    return `esdb://127.0.0.1:${String(this.#port)}?tls=false&keepAliveInterval=-1`;
  }

  /** On a free port, or the one it had. */
  async start(): Promise<this> {
    const server = this.#serving();
    this.#server = server;
    this.#port = await new Promise<number>((resolve, reject) => {
      const address = `127.0.0.1:${String(this.#port)}`;
      server.bindAsync(address, ServerCredentials.createInsecure(), (error, port) => {
        if (error) reject(error);
        else resolve(port);
      });
    });
    return this;
  }

  /** Every call that is open breaks off, as when the server's process ends. */
  stop(): void {
    this.#server?.forceShutdown();
    this.#server = null;
  }

  #serving(): Server {
    const server = new Server();
    const { engine, faults, system } = this;
    server.addService(StreamsService, {
      read: readService({ engine, faults, system, port: () => this.#port }),
      append: appendService({ engine, faults, system, port: () => this.#port }),
      ...endingService(engine, system),
      // Imitates `mute-batch` (2.2, 1): an append that goes there waits for ever.
      batchAppend: () => undefined,
    });
    server.addService(ServerFeaturesService, {
      getSupportedMethods: (_call: unknown, answer: (error: null, value: unknown) => void) => {
        answer(null, features());
      },
    });
    return server;
  }
}

/**
 * Imitates `features` (2.2, 1): the client asks for them first, and takes the batch for every append
 * without credentials of its own where the server has it, as every one of ours does.
 */
function features(): serverfeatures.SupportedMethods {
  const [, service = '', name = ''] = StreamsService.batchAppend.path.split('/');
  const batch = new SupportedMethod();
  batch.setServiceName(service.toLowerCase());
  batch.setMethodName(name.toLowerCase());
  const methods = new SupportedMethods();
  methods.setEventStoreServerVersion('24.10.0');
  methods.addMethods(batch);
  return methods;
}
