import { ClosedLogins } from '@tavolo/access';
import type { EventStore } from '@tavolo/event-store';
import type { ReadModel } from '@tavolo/projection';
import { PolicyReading } from '@tavolo/reading';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { BadConfig } from '../config/bad-config.js';
import type { Config } from '../config/config.js';
import { RequestContexts } from '../graphql/request-contexts.js';

type Served = Readonly<{ store: EventStore; readModel: ReadModel }>;

/** The feed, from when the server is ready until it is closed; nothing without a port for it. */
export async function serveFeed(
  app: NestFastifyApplication,
  { feedPort, door }: Pick<Config, 'door' | 'feedPort'>,
  served: Served,
): Promise<void> {
  if (feedPort === null) return;
  // Loaded where it is wanted: who has no feed needs no gRPC.
  const { Feed } = await import('./feed.js');
  const feed = new Feed({
    ...served,
    contexts: app.get(RequestContexts),
    reading: app.get(PolicyReading),
    closed: app.get(ClosedLogins),
    isReadByAll: door.isReadByAll,
  });
  const http = app.getHttpAdapter().getInstance();
  http.addHook('onReady', async () => {
    await feed.listen(feedPort).catch((error: unknown) => {
      throw new BadConfig(
        `Port ${String(feedPort)} of 127.0.0.1 cannot be used for the feed: write another number in TAVOLO_FEED_PORT.`,
        { cause: error },
      );
    });
  });
  http.addHook('onClose', (_instance, done) => {
    feed.close();
    done();
  });
}
