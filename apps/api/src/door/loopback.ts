import type { IncomingMessage, ServerOptions } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { localeOf } from '../graphql/request-contexts.js';

const NAMES = String.raw`127\.0\.0\.1|localhost|\[::1\]`;
const HOST = new RegExp(`^(?:${NAMES})(?::\\d{1,5})?$`, 'i');
const ORIGIN = new RegExp(`^http://(?:${NAMES})(?::(\\d{1,5}))?$`, 'i');
const HTTP_PORT = '80';

const SENTENCE = {
  it: 'Questo server risponde solo alla macchina su cui gira: chiamarlo con 127.0.0.1 o localhost, e da nessun altro sito.',
  en: 'This server answers only the machine it runs on: call it by 127.0.0.1 or localhost, and from no other site.',
};

/** The address at which browsers know this server, where a proxy stands before it. */
type PublicUrl = Readonly<{ origin: string }> | null;

/**
 * Until people sign in, the loopback address is the only guard. A browser on this machine would
 * carry any page past it: by a name of the page's own that leads here (Host), or by a request
 * to us from the page (Origin). Programs that are no browser send no Origin; a page that came
 * through the proxy has the origin under which browsers know this server.
 */
export function isFromThisMachine(
  {
    headers: { host = '', origin },
    socket: { localPort },
  }: Pick<IncomingMessage, 'headers' | 'socket'>,
  publicUrl: PublicUrl,
): boolean {
  if (!HOST.test(host)) return false;
  if (origin === undefined || origin === publicUrl?.origin) return true;
  const own = ORIGIN.exec(origin);
  return own !== null && (own[1] ?? HTTP_PORT) === String(localPort);
}

/**
 * Of the HTTP server: what is kept out is not upgraded to a WebSocket but answered as any other
 * request, by the guard.
 */
export function upgradesFor(publicUrl: PublicUrl): Pick<ServerOptions, 'shouldUpgradeCallback'> {
  return {
    shouldUpgradeCallback: (request) =>
      isFromThisMachine(request, publicUrl) && request.url?.startsWith('/graphql') === true,
  };
}

/** Refuses, before anything else looks at it, every request that is not of this machine. */
export function guardLoopback(http: FastifyInstance, publicUrl: PublicUrl): void {
  http.addHook('onRequest', (request, reply, done) => {
    if (isFromThisMachine(request.raw, publicUrl)) {
      done();
      return;
    }
    const message = SENTENCE[localeOf(request.headers)];
    void reply.code(403).send({ code: 'FORBIDDEN', message });
  });
}
