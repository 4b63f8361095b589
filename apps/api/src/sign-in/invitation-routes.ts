import { BadToken, InvitationRefused } from '@tavolo/access';
import type { Invitations, TokenVerifier } from '@tavolo/access';
import type { PersonRef } from '@tavolo/kernel';
import { sentencesOf } from '@tavolo/kernel';
import type { PrivateStore } from '@tavolo/private-store';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { localeOf } from '../graphql/request-contexts.js';
import { sentencePage } from './sentence-page.js';

/** What the routes of an invitation work with. */
export type InvitationPlace = Readonly<{
  invitations: Invitations;
  privateStore: Pick<PrivateStore, 'names'>;
  tokens: TokenVerifier;
}>;

const REFUSED = 403;

/**
 * The link of an invitation: `GET /session/invitation/<token>` says for whom it is and leads on to
 * the issuer, and uses nothing up, for links are looked at by programs too; `POST` of the same
 * with a bearer token binds the login of that token.
 */
export function serveInvitations(scope: FastifyInstance, place: InvitationPlace): void {
  scope.get('/invitation/:token', (request, reply) => welcome(request, reply, place));
  scope.post('/invitation/:token', (request, reply) => bind(request, reply, place));
}

async function welcome(
  { params, headers }: FastifyRequest,
  reply: FastifyReply,
  { invitations, privateStore }: InvitationPlace,
): Promise<FastifyReply> {
  const { token } = params as { token: string };
  const person = await invitations.look(token);
  const name = (await privateStore.names([person])).get(person) ?? '—';
  const said = {
    it: `Questo invito è per ${name}. Chi è ${name} acceda con il proprio accesso, che da allora sarà il suo qui; chiunque altro chiuda questa pagina.`,
    en: `This invitation is for ${name}. Who is ${name} signs in with a login of their own, which is theirs here from then on; anybody else closes this page.`,
  };
  if (headers.accept?.includes('text/html') !== true) {
    return reply.send({ person: { id: person, name }, message: said[localeOf(headers)] });
  }
  const login = `/session/login?invitation=${encodeURIComponent(token)}`;
  return reply.type('text/html; charset=utf-8').send(sentencePage(said, login));
}

/** For a program, which has a token of its own and no browser. */
async function bind(
  { params, headers }: FastifyRequest,
  reply: FastifyReply,
  { invitations, tokens }: InvitationPlace,
): Promise<FastifyReply> {
  const [, bearer] = /^bearer ([\w.~+/=-]+)$/iu.exec(headers.authorization ?? '') ?? [];
  if (bearer === undefined) throw new BadToken('the header is not of the form Bearer <token>');
  const { token } = params as { token: string };
  const person: PersonRef = await invitations.accept(token, await tokens.verify(bearer));
  return reply.send({ person: { id: person } });
}

/** Why an invitation leads nowhere, as every refusal is worded; null for any other error. */
export function invitationProblem(error: unknown) {
  if (!(error instanceof InvitationRefused)) return null;
  const { rule, code } = error.refusal;
  return { ...sentencesOf(error.refusal), status: REFUSED, code, rule };
}
