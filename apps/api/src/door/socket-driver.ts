import { ApolloDriver } from '@nestjs/apollo';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { Injectable } from '@nestjs/common';
import { limits } from './limits.js';

/** What `@nestjs/graphql` keeps to itself of the WebSockets that it serves. */
type Served = Readonly<{ _subscriptionService?: { wss?: { options: { maxPayload?: number } } } }>;

/**
 * The driver of GraphQL, which takes no message of a WebSocket that is larger than a request may
 * be: the library has no setting for it, and takes 100 MB. @throws Error where it has changed
 */
@Injectable()
export class SocketDriver extends ApolloDriver {
  override async start(options: ApolloDriverConfig): Promise<void> {
    await super.start(options);
    const { _subscriptionService: service } = this as unknown as Served;
    if (!service?.wss) throw new Error('the size of messages of WebSockets cannot be limited');
    service.wss.options.maxPayload = limits.bodyBytes;
  }
}
