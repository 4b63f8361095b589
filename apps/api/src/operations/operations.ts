import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Position } from '@tavolo/event-store';
import { isEqual } from '@tavolo/operations';
import type { Jobs } from '@tavolo/operations';
import { NotYet, NoWayBack, RebuildCancelled, RebuildRunning } from '@tavolo/projection';
import type {
  Comparison,
  PassedOver,
  RebuildProgress,
  Rebuilt,
  RunnerState,
} from '@tavolo/projection';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { localeOf } from '../graphql/request-contexts.js';
import type { Stores } from '../stores/stores.js';
import { inTime } from './in-time.js';
import type { Metrics } from './metrics.js';
import { stateOfWork } from './state-of-work.js';

/** What of the stores an operator asks about. */
export type Operated = Pick<Stores, 'clock' | 'projections' | 'store'> & Readonly<{ jobs: Jobs }>;

const READY_WITHIN_MS = 2_000;

/** One line of a rebuild, as JSON. */
type Line =
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'finished'; readonly result: Rebuilt }
  | ({ readonly kind: 'progress' } & RebuildProgress);

/** What an operator asks of a running server: on its own machine, and through no proxy. */
export function serveOperations(http: FastifyInstance, stores: Operated, metrics: Metrics): void {
  http.get('/health/live', (_request, reply) => reply.send({ status: 'live' }));
  http.get('/health/ready', async (request, reply) => {
    const readiness = await readinessOf(stores);
    // Why it is not, and how long the log is, is the operator's business.
    const told = isForwarded(request) ? { ready: readiness.ready } : readiness;
    return reply.code(readiness.ready ? 200 : 503).send(told);
  });
  const onlyHere = (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
    if (!isForwarded(request)) {
      done();
      return;
    }
    const message = NOT_FROM_AFAR[localeOf(request.headers)];
    void reply.code(403).send({ code: 'FORBIDDEN', message });
  };
  http.get('/metrics', { onRequest: onlyHere }, async (_request, reply) => {
    const work = stateOfWork({ ...stores, processes: metrics.processes });
    const text = await metrics.text(await inTime(work, READY_WITHIN_MS));
    return reply.type(metrics.contentType).send(text);
  });
  // Newline-delimited JSON, so that a client can draw a progress bar; it goes away: cancelled.
  http.post('/operations/rebuild', { onRequest: onlyHere }, (request, reply) => {
    const cancelled = new AbortController();
    request.raw.on('close', () => {
      if (request.raw.destroyed) cancelled.abort();
    });
    const { although } = request.query as { although?: string };
    const accept = although === 'different' ? () => true : isEqual;
    const lines = rebuild(stores, { signal: cancelled.signal, accept });
    return reply.type('application/x-ndjson').send(lines);
  });
  http.post('/operations/roll-back', { onRequest: onlyHere }, async (request, reply) => {
    try {
      const { position } = await stores.projections.rollBack();
      return await reply.send({ position });
    } catch (error) {
      const sentences = noWayBack(error);
      if (!sentences) throw error;
      return reply
        .code(409)
        .send({ code: 'CONFLICT', message: sentences[localeOf(request.headers)] });
    }
  });
}

const NOT_FROM_AFAR = {
  it: 'Si chiede solo dalla macchina su cui gira il server, e non attraverso un proxy.',
  en: 'This is asked on the machine of the server only, and through no proxy.',
};

/** A reverse proxy says for whom it asks; whoever it is, they are not at this machine. */
function isForwarded({ headers }: FastifyRequest): boolean {
  return ['forwarded', 'via', 'x-forwarded-for'].some((name) => headers[name] !== undefined);
}

type Readiness = Readonly<{
  ready: boolean;
  projections: RunnerState;
  log: 'answers' | 'silent';
  position: Position;
  failure: string | null;
  /** What a newer version of the program wrote, from where on. */
  passedOver: readonly PassedOver[];
}>;

/** The log answers, and what was in it when it was asked can be read here, both in short time. */
async function readinessOf({ store, projections }: Operated): Promise<Readiness> {
  const head = await inTime(store.head(), READY_WITHIN_MS);
  const { state, moment, failure, passedOver } = projections.status();
  const told = { projections: state, failure: failure?.message ?? null, passedOver };
  if (head === null) {
    return { ready: false, ...told, log: 'silent', position: moment.position };
  }
  try {
    const { position } = await projections.readModel.reach(head, READY_WITHIN_MS);
    return { ready: state !== 'failed', ...told, log: 'answers', position };
  } catch (error) {
    if (!(error instanceof NotYet)) throw error;
    return { ready: false, ...told, log: 'answers', position: error.reached.position };
  }
}

type Rebuilding = Readonly<{
  signal: AbortSignal;
  accept: (comparison: Comparison) => boolean;
}>;

/** It is a job as one begun from a page, and goes away with who follows it here. */
function rebuild({ jobs, projections }: Operated, { signal, accept }: Rebuilding): Readable {
  const lines = new Readable({ read: () => undefined });
  const tell = (line: Line) => lines.push(`${JSON.stringify(line)}\n`);
  const id = randomUUID();
  const begun = jobs.begin({ id, kind: 'rebuild', startedBy: null }, (how) =>
    projections.rebuild({
      ...{ accept, signal: AbortSignal.any([signal, how.signal]) },
      onProgress: (progress) => {
        how.onProgress(progress);
        tell({ kind: 'progress', ...progress });
      },
    }),
  );
  const outcome = 'rule' in begun ? Promise.reject(new RebuildRunning(begun.en)) : jobs.outcome(id);
  outcome
    .then(
      (result) => tell({ kind: 'finished', result }),
      (error: unknown) => tell({ kind: 'failed', message: sentenceOf(error) }),
    )
    .finally(() => lines.push(null));
  return lines;
}

/** Why nobody goes back to the read model that was in use before; null for a defect. */
function noWayBack(error: unknown): Readonly<{ it: string; en: string }> | null {
  if (error instanceof RebuildRunning) {
    return {
      it: 'È in corso una ricostruzione: attenderne la fine.',
      en: 'A rebuild goes on: wait for it to end.',
    };
  }
  if (!(error instanceof NoWayBack)) return null;
  return {
    it: `Non c’è un modello di lettura precedente a cui tornare: ${error.message}.`,
    en: `There is no earlier read model to go back to: ${error.message}.`,
  };
}

function sentenceOf(error: unknown): string {
  if (error instanceof RebuildRunning) return 'Another rebuild goes on: wait for it to end.';
  if (error instanceof RebuildCancelled) return 'The rebuild was cancelled; nothing has changed.';
  return 'The rebuild failed; the read model in use is the one it was. See the log of the server.';
}
