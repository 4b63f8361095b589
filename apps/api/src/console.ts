import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Built by `npm run build` beside this server. */
const BUILT = fileURLToPath(new URL('../../console/', import.meta.url));
const ASSETS = 'assets/';
const A_YEAR = '1y';
/** Where all of the server finds the page: what answers an unknown address lies outside every scope. */
const PAGE = 'consolePage';

/** The one page of the console, which any of its addresses is answered with. */
export type ConsolePage = Readonly<{ html: string }>;

function builtConsole(): ConsolePage | null {
  const file = `${BUILT}index.html`;
  // The sources have a page too, and nothing that was built.
  return existsSync(`${BUILT}${ASSETS}`) ? { html: readFileSync(file, 'utf8') } : null;
}

/** Finds the page that was built, for all of the server; null where there is none. */
export function findConsole(http: FastifyInstance): ConsolePage | null {
  const page = builtConsole();
  http.decorate(PAGE, page);
  return page;
}

/**
 * Serves the console: its page at the root and at every address that is nobody else's, its files
 * by names that hold their hash, so that a browser asks once for each.
 */
export async function serveConsole(http: FastifyInstance, page: ConsolePage): Promise<void> {
  await http.register(fastifyStatic, {
    ...{ root: `${BUILT}${ASSETS}`, prefix: `/${ASSETS}`, index: false, decorateReply: false },
    ...{ immutable: true, maxAge: A_YEAR, wildcard: false },
  });
  const icon = readFileSync(`${BUILT}favicon.svg`);
  http.get('/favicon.svg', (_request, reply) => reply.type('image/svg+xml').send(icon));
  http.get('/', (_request, reply) => sendPage(reply, page));
}

/**
 * Answers a browser that opens an address of no route with the console, which knows whether it
 * leads anywhere. False for a program, and where no console was built.
 */
export function isAnsweredByConsole(request: FastifyRequest, reply: FastifyReply): boolean {
  const { method, headers, server } = request;
  const isOpened = method === 'GET' && headers.accept?.includes('text/html') === true;
  const page = isOpened ? server.getDecorator<ConsolePage | null>(PAGE) : null;
  if (page) sendPage(reply, page);
  return page !== null;
}

/** Asked for again at each visit: it names the files of the newest build. */
function sendPage(reply: FastifyReply, { html }: ConsolePage): FastifyReply {
  return reply
    .code(200)
    .header('cache-control', 'no-cache')
    .type('text/html; charset=utf-8')
    .send(html);
}
