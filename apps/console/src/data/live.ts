import { createClient } from 'graphql-ws';
import type { Client } from 'graphql-ws';
import { tokenOfLanguage } from '../app/language.ts';
import { trusted } from './ask.ts';
import { connectionEnded, connectionHas } from './connection.ts';

let client: Client | null = null;

/** The code with which a connection is ended that nobody listens to any more. */
const ENDED = 1000;

/** One connection for a page, opened by the first that listens, made again for as long as one does. */
function connection(): Client {
  client ??= createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
    connectionParams: () => ({ 'accept-language': tokenOfLanguage() }),
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    lazyCloseTimeout: 2_000,
    on: {
      connected: () => {
        connectionHas('connected');
      },
      closed: (event) => {
        if ((event as CloseEvent).wasClean && (event as CloseEvent).code === ENDED)
          connectionEnded();
        else connectionHas('closed');
      },
    },
  });
  return client;
}

/** Listens to a subscription of ours, and is told the data of each answer, until what it returns is called. */
export function listen(
  document: object,
  variables: Readonly<Record<string, unknown>>,
  heard: (data: unknown) => void,
): () => void {
  const { name, id } = trusted(document);
  const ignored = () => undefined;
  return connection().subscribe(
    {
      ...{ query: '', operationName: name, variables },
      extensions: { persistedQuery: { version: 1, sha256Hash: id } },
    },
    // What ends with an error is asked for again by the page that is opened next.
    { next: ({ data }) => heard(data), error: ignored, complete: ignored },
  );
}
