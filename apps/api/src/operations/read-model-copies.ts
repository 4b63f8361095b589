import { createHash, timingSafeEqual } from 'node:crypto';
import { createReadStream, rmSync, statSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { Projections } from '@tavolo/projection';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { localeOf } from '../graphql/request-contexts.js';
import type { Journal } from '../journal/journal.js';

/** The header in which a replica shows that it is one. */
export const KEY_HEADER = 'tavolo-replica-key';
export const COPY_PATH = '/operations/read-model';

type Copying = Readonly<{
  projections: Pick<Projections, 'copy' | 'differenceFrom' | 'status'>;
  /** Of all replicas; null where this one gives nothing out. */
  key: string | null;
  journal: Journal;
}>;

/**
 * Gives another replica a copy of the read model, so that it need not read the whole log. The
 * copy holds every row, the confidential ones too, and no name, text or document: it is for who
 * has the key of the replicas, by which way ever they come; being on the machine is not enough.
 */
export function serveReadModelCopies(http: FastifyInstance, copying: Copying): void {
  const { key } = copying;
  if (key === null) return;
  const onlyReplicas = (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    if (isKey(request.headers[KEY_HEADER], key)) done();
    else void refuse(request, reply, REFUSALS.noReplica);
  };
  const copies = new Copies(copying);
  http.post(COPY_PATH, { onRequest: onlyReplicas }, async (request, reply) => {
    return await copies.give(request, reply);
  });
}

/** One at a time, for each takes as much room as the read model until it is sent. */
class Copies {
  #isBusy = false;

  constructor(private readonly copying: Copying) {}

  async give(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { projections, journal } = this.copying;
    const { layout } = (request.body ?? {}) as { layout?: unknown };
    const difference = await projections.differenceFrom(typeof layout === 'string' ? layout : '');
    if (difference !== null) return refuse(request, reply, { ...REFUSALS.other, why: difference });
    if (projections.status().state !== 'live') return refuse(request, reply, REFUSALS.notRead);
    if (this.#isBusy) return refuse(request, reply, REFUSALS.busy);
    this.#isBusy = true;
    const { path, bytes } = await this.#copied().catch((error: unknown) => {
      this.#isBusy = false;
      throw error;
    });
    const stream = createReadStream(path);
    void finished(stream)
      .catch(() => undefined) // Who asked has gone.
      .then(() => {
        rmSync(path, { force: true });
        this.#isBusy = false;
      });
    journal.note('readModel.given', { bytes, address: request.ip });
    return reply.type('application/vnd.sqlite3').header('content-length', bytes).send(stream);
  }

  async #copied(): Promise<Readonly<{ path: string; bytes: number }>> {
    const path = await this.copying.projections.copy();
    return { path, bytes: statSync(path).size };
  }
}

type Refused = Readonly<{ status: number; code: string; it: string; en: string; why?: string }>;

const REFUSALS = {
  noReplica: {
    ...{ status: 401, code: 'UNAUTHENTICATED' },
    it: 'Una copia si dà solo a chi mostra la chiave delle repliche.',
    en: 'A copy is given to who shows the key of the replicas only.',
  },
  other: {
    ...{ status: 409, code: 'OTHER_PROJECTIONS' },
    it: 'Il modello di lettura è di un’altra versione del programma',
    en: 'The read model is of another version of the program',
  },
  notRead: {
    ...{ status: 503, code: 'NOT_YET' },
    it: 'Questa replica non ha ancora letto il registro fino in fondo.',
    en: 'This replica has not read the log to its end yet.',
  },
  busy: {
    ...{ status: 503, code: 'BUSY' },
    it: 'Un’altra copia è in corso.',
    en: 'Another copy is being made.',
  },
} as const satisfies Readonly<Record<string, Refused>>;

function refuse(request: FastifyRequest, reply: FastifyReply, refused: Refused): FastifyReply {
  const { status, code, why, ...said } = refused;
  const sentence = said[localeOf(request.headers)];
  const message = why === undefined ? sentence : `${sentence}: ${why}.`;
  if (status === 503) void reply.header('retry-after', 5);
  return reply.code(status).send({ code, message });
}

/** Compared by their hashes, in the same time wherever they differ. */
function isKey(shown: string | string[] | undefined, key: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return typeof shown === 'string' && timingSafeEqual(hash(shown), hash(key));
}
