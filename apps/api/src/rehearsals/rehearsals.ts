import { Readable } from 'node:stream';
import type { ApolloDriver } from '@nestjs/apollo';
import { GraphQLModule } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Instance, Rehearsal } from '@tavolo/command';
import type { RequestContext } from '@tavolo/graphql';
import type { DocumentInfo } from '@tavolo/private-store';
import { CommandSender, Processes, RehearsedProcesses } from '@tavolo/process';
import { Logger } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { loginRefusal } from '../documents/document-refusals.js';
import { localeOf, RequestContexts } from '../graphql/request-contexts.js';
import { suppose } from './rehearsing-private-store.js';
import type { Stores } from '../stores/stores.js';

/** What may be rehearsed, and the object that each shows: the commands that imports give. */
const rehearsable: Readonly<Record<string, string>> = {
  recordExistingAgreement: 'Agreement',
  recordIdentifier: 'Partner',
  registerPartner: 'Partner',
};
const MAX_LINE = 1_000_000;
const logger = new Logger('rehearsals');

/** One line of the request. */
type Line =
  | { readonly document: DocumentInfo }
  | { readonly mutation: string; readonly input: Readonly<Record<string, unknown>> };

/** One line of the answer, for each mutation in their order. */
type Verdict =
  | { readonly accepted: object }
  | { readonly refused: object }
  | { readonly malformed: readonly { readonly path: string; readonly message: string }[] }
  | { readonly failed: string };

/**
 * `POST /rehearsals`: one mutation a line, as JSON; for each the answer that it would get after
 * those above it, their processes included. Nothing is written, and everything is forgotten when
 * the request ends. A line `{"document": {…}}` supposes that the document will be uploaded.
 */
export async function serveRehearsals(
  app: NestFastifyApplication,
  { authenticator }: Pick<Stores, 'authenticator'>,
): Promise<void> {
  await app
    .getHttpAdapter()
    .getInstance()
    .register(
      (scope, _options, ready) => {
        scope.addHook('onRequest', async (request, reply) => {
          const refused = await loginRefusal(request, authenticator);
          if (!refused) return undefined;
          const { status, code, sentence: said } = refused;
          return reply.code(status).send({ code, message: said[localeOf(request.headers)] });
        });
        scope.removeAllContentTypeParsers();
        scope.addContentTypeParser('*', (_request, body, done) => done(null, body));
        scope.post('/', (request, reply) =>
          reply.type('application/x-ndjson').send(Readable.from(rehearsed(app, request))),
        );
        ready();
      },
      { prefix: '/rehearsals' },
    );
}

async function* rehearsed(
  app: NestFastifyApplication,
  request: FastifyRequest,
): AsyncGenerator<string> {
  const rehearsal = new Rehearsal();
  const parts = { sender: app.get(CommandSender), instance: app.get(Instance) };
  const processes = new RehearsedProcesses(app.get(Processes).all, parts);
  const body = request.body instanceof Readable ? request.body : Readable.from([]);
  try {
    for await (const line of linesOf(body)) {
      if ('document' in line) suppose(rehearsal, line.document);
      else {
        const play = async () => {
          const verdict = await verdictOn(app, request, line);
          await processes.settle(rehearsal);
          return verdict;
        };
        yield `${JSON.stringify(await rehearsal.run(play))}\n`;
      }
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) logger.error({ requestId: request.id, error });
    yield `${JSON.stringify({ failed: sentence[localeOf(request.headers)] })}\n`;
  }
}

const sentence = {
  it: 'La prova si è interrotta: il server non ha potuto leggere una riga o ha avuto un guasto.',
  en: 'The rehearsal broke off: the server could not read a line, or had a fault.',
};

async function verdictOn(
  app: NestFastifyApplication,
  request: FastifyRequest,
  { mutation, input }: Extract<Line, { mutation: string }>,
): Promise<Verdict> {
  const shown = rehearsable[mutation];
  if (shown === undefined) return { failed: `${mutation} cannot be rehearsed` };
  const graphql = app.get<{ graphQlAdapter: ApolloDriver }>(GraphQLModule);
  const { body } = await graphql.graphQlAdapter.instance.executeOperation<RequestContext>(
    { query: documentOf(mutation, shown), variables: { input } },
    { contextValue: await app.get(RequestContexts).of(request) },
  );
  if (body.kind !== 'single') return { failed: mutation };
  const { data, errors = [] } = body.singleResult;
  const found = (data as Record<string, unknown> | null | undefined)?.[mutation] as
    | { rule?: string; receipt?: object }
    | undefined;
  if (found?.receipt) return { accepted: found.receipt };
  if (found?.rule !== undefined) return { refused: found };
  return { malformed: errors.flatMap(fieldsOf) };
}

function documentOf(mutation: string, shown: string): string {
  const type = `${mutation[0]?.toUpperCase() ?? ''}${mutation.slice(1)}Input`;
  return `mutation ($input: ${type}!) { ${mutation}(input: $input) {
    ... on Refusal { rule code message details { name value } }
    ... on ${shown}Payload { receipt { stream repeated } }
  } }`;
}

interface BadField {
  readonly path: string;
  readonly problem: string;
}

function fieldsOf({ message, extensions = {} }: GraphQLFormattedError) {
  const { fields } = extensions as { readonly fields?: readonly BadField[] };
  const found = fields ?? [{ path: '', problem: message }];
  return found.map(({ path, problem }) => ({ path, message: problem }));
}

/** @throws Error for a line that is no JSON object, or is too long */
async function* linesOf(body: Readable): AsyncGenerator<Line> {
  let rest = '';
  for await (const text of body.setEncoding('utf8') as AsyncIterable<string>) {
    const parts = `${rest}${text}`.split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) if (part !== '') yield JSON.parse(part) as Line;
    if (rest.length > MAX_LINE) throw new Error('a line of the rehearsal is too long');
  }
  if (rest !== '') yield JSON.parse(rest) as Line;
}
