import { assurances, cookie, cookieOf, CrossSite, isOfOwnPage } from '@tavolo/access';
import { LOGIN_COOKIE, noCookie, SESSION_COOKIE } from '@tavolo/access';
import type { Assurance, SignIn } from '@tavolo/access';
import type { KeptSession } from '@tavolo/private-store';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { currentRequest } from '../door/request-ids.js';
import { invitationProblem, serveInvitations } from './invitation-routes.js';
import type { InvitationPlace } from './invitation-routes.js';
import { loginProblem } from '../graphql/errors.js';
import { localeOf } from '../graphql/request-contexts.js';
import type { Journal } from '../journal/journal.js';
import { sentencePage } from './sentence-page.js';
import { askedFirst, sessionPage, signedOutPage, takeForms, wantsPage } from './session-pages.js';

/** What the routes of a session work with. */
export type SessionPlace = Readonly<{
  signIn: SignIn;
  /** The address at which browsers know this server. */
  publicUrl: () => URL | null;
  journal: Journal;
}> &
  InvitationPlace;

const CALLBACK = '/session/callback';
const RETURN_TO_MAX = 1_000;
/** The id of a persona. */
const HINT = /^person-[0-9a-f-]{36}$/u;

const NO_ISSUER = {
  it: 'Questo server non fa accedere con il browser: impostare TAVOLO_CLIENT_ID e TAVOLO_URL, o mandare un token.',
  en: 'This server signs nobody in with a browser: set TAVOLO_CLIENT_ID and TAVOLO_URL, or send a token.',
};
const BAD_STEP_UP = {
  it: 'stepUp è il livello richiesto: low, substantial o high.',
  en: 'stepUp is the level that is asked for: low, substantial or high.',
};

/**
 * Sessions of browsers: `GET /session/ways` says with whom one signs in, or which settings that
 * lacks; `GET /session/login` goes to the issuer, `GET /session/callback` comes back from it,
 * `GET /session` says who is signed in and for how long, `POST /session/extend` uses it, so that it
 * lasts, `POST /session/logout` ends it here, and says where it is ended at the issuer too;
 * `/session/invitation/…` is where people come first.
 */
export async function serveSessions(http: FastifyInstance, place: SessionPlace): Promise<void> {
  const { journal, signIn } = place;
  signIn.parts.sessions.onEnd(({ person, ids }) => {
    if (ids.length > 0) journal.note('session.ended', { ...currentRequest(), person, ids });
  });
  await http.register(
    (scope, _options, ready) => {
      scope.addHook('onRequest', (_request, reply, done) => {
        void reply.header('cache-control', 'no-store');
        done();
      });
      takeForms(scope);
      scope.setErrorHandler((error: Error, request, reply) =>
        answerError(error, { request, reply, journal }),
      );
      scope.get('/', (request, reply) => whoAmI(request, reply, place));
      scope.get('/ways', (_request, reply) => ways(reply, place));
      scope.get('/login', (request, reply) => login(request, reply, place));
      scope.get('/callback', (request, reply) => callback(request, reply, place));
      scope.post('/extend', (request, reply) => extend(request, reply, place));
      scope.post('/logout', (request, reply) => logout(request, reply, place));
      serveInvitations(scope, place);
      ready();
    },
    { prefix: '/session' },
  );
}

async function whoAmI(
  request: FastifyRequest,
  reply: FastifyReply,
  place: SessionPlace,
): Promise<FastifyReply> {
  const { sessions } = place.signIn.parts;
  const token = cookieOf(request.headers.cookie, SESSION_COOKIE);
  const session = token === null ? null : await sessions.look(token);
  if (!wantsPage(request)) return reply.send(await told(session, place));
  if (!session) return sessionPage(reply, null);
  const { person, createdAt: since } = session;
  const name = (await place.privateStore.names([person])).get(person) ?? null;
  return sessionPage(reply, { name, since, until: sessions.endOf(session) });
}

/** Who is signed in, and how long from now: the clock of a browser may be wrong. */
async function told(
  session: KeptSession | null,
  { signIn, privateStore }: SessionPlace,
): Promise<object> {
  if (!session) return { signedIn: false };
  const { sessions } = signIn.parts;
  const { person, issuer, assurance, authenticatedAt, createdAt } = session;
  const name = (await privateStore.names([person])).get(person) ?? null;
  const { ms: leftMs, atMostMs } = sessions.leftOf(session);
  return {
    ...{ signedIn: true, person: { id: person, name }, issuer, assurance, authenticatedAt },
    ...{ since: createdAt, until: sessions.endOf(session) },
    ...{ leftMs, atMostMs, idleMs: sessions.limits.idleMs },
  };
}

/** Somebody is still there: the session lasts as if they had asked something. */
async function extend(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  place: SessionPlace,
): Promise<FastifyReply> {
  const token = cookieOf(headers.cookie, SESSION_COOKIE);
  if (token === null) return reply.send(await told(null, place));
  onlyOfOwnPage(headers, place.publicUrl());
  return reply.send(await told(await place.signIn.parts.sessions.use(token), place));
}

/** @throws CrossSite */
function onlyOfOwnPage(headers: FastifyRequest['headers'], base: URL | null): void {
  if (!isOfOwnPage(headers, base)) throw new CrossSite('the request is of no page of this server');
}

/** With whom people sign in here, by its host; where nobody can, the settings that are not set. */
function ways(reply: FastifyReply, { signIn, publicUrl }: SessionPlace): FastifyReply {
  const { issuer } = signIn.parts.party;
  const missing = [
    ...(issuer === null ? ['TAVOLO_CLIENT_ID'] : []),
    ...(publicUrl() === null ? ['TAVOLO_URL'] : []),
  ];
  const ready = issuer !== null && missing.length === 0;
  return reply.send({ ways: ready ? [{ name: new URL(issuer).host }] : [], missing });
}

async function login(
  request: FastifyRequest,
  reply: FastifyReply,
  { signIn, publicUrl }: SessionPlace,
): Promise<FastifyReply> {
  const base = publicUrl();
  if (!signIn.parts.party.isReady || !base)
    return say(request, reply, { ...NO_ISSUER, status: 404 });
  // Another name of this server has cookies of its own: the login would not come back to it.
  if (request.headers.host !== base.host) {
    return reply.redirect(`${base.origin}${request.url}`, 303);
  }
  const asked = askedFirst(request, reply);
  if (asked) return asked;
  const {
    returnTo,
    stepUp = null,
    invitation,
    hint,
  } = request.query as Readonly<Record<string, unknown>>;
  if (stepUp !== null && !isLevel(stepUp))
    return say(request, reply, { ...BAD_STEP_UP, status: 400 });
  const { url, sealed } = await signIn.begin({
    ...{ redirectUri: `${base.origin}${CALLBACK}`, returnTo: ownPath(returnTo), stepUp },
    invitation: typeof invitation === 'string' ? invitation : null,
    hint: personaIn(hint),
  });
  return reply
    .header('set-cookie', cookie(LOGIN_COOKIE, sealed, signIn.parts.attempts.seconds))
    .redirect(url.href, 303);
}

async function callback(
  { headers, url }: FastifyRequest,
  reply: FastifyReply,
  { signIn, invitations, journal }: SessionPlace,
): Promise<FastifyReply> {
  void reply.header('set-cookie', noCookie(LOGIN_COOKIE)); // Once, however it ends.
  const back = {
    search: url.includes('?') ? url.slice(url.indexOf('?')) : '',
    sealed: cookieOf(headers.cookie, LOGIN_COOKIE),
    formerToken: cookieOf(headers.cookie, SESSION_COOKIE),
  };
  const { token, session, returnTo } = await signIn.finish(back, (invitation, credential) =>
    invitations.accept(invitation, credential),
  );
  const { id, person, issuer, assurance } = session;
  const about = { ...currentRequest(), by: 'session', session: id, person, issuer, assurance };
  journal.note('login.accepted', about);
  return reply.header('set-cookie', cookie(SESSION_COOKIE, token)).redirect(returnTo, 303);
}

async function logout(
  request: FastifyRequest,
  reply: FastifyReply,
  { signIn, publicUrl }: SessionPlace,
): Promise<FastifyReply> {
  const { headers } = request;
  const token = cookieOf(headers.cookie, SESSION_COOKIE);
  const base = publicUrl();
  if (token !== null) {
    onlyOfOwnPage(headers, base);
    await signIn.end(token);
  }
  const issuer = base ? await signIn.parts.party.endUrl(`${base.origin}/`) : null;
  // What its pages keep in the browser goes too: the next person at it finds nothing.
  void reply.header('clear-site-data', '"cache", "storage"');
  void reply.header('set-cookie', noCookie(SESSION_COOKIE));
  return wantsPage(request)
    ? signedOutPage(reply, issuer)
    : reply.send({ signedIn: false, issuer });
}

/** The persona that an address names; null for anything else. */
function personaIn(hint: unknown): string | null {
  return typeof hint === 'string' && HINT.test(hint) ? hint : null;
}

/** A path of this server and of no other, wherever a link wants to lead. */
function ownPath(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > RETURN_TO_MAX) return '/';
  return /^\/(?![/\\])[\x21-\x7e]*$/u.test(asked) && !asked.includes('\\') ? asked : '/';
}

function isLevel(value: unknown): value is Assurance {
  return assurances.some((level) => level === value && level !== 'none');
}

type Answering = Readonly<{ request: FastifyRequest; reply: FastifyReply; journal: Journal }>;

/** What is refused at the callback is a login; elsewhere it is written down with its answer. */
function answerError(error: Error, { request, reply, journal }: Answering): FastifyReply {
  const problem = loginProblem(error) ?? invitationProblem(error);
  if (!problem) throw error;
  const reason = invitationProblem(error)?.code ?? error.constructor.name;
  journal.note('login.refused', { ...currentRequest(), by: 'session', reason });
  return say(request, reply, problem);
}

type Said = Readonly<{ it: string; en: string; status: number; code?: string }>;

/** A page for whoever looks at it, JSON for a program. */
function say(request: FastifyRequest, reply: FastifyReply, said: Said): FastifyReply {
  const { status, code = 'BAD_REQUEST' } = said;
  const message = said[localeOf(request.headers)];
  if (!wantsPage(request)) {
    return reply.code(status).send({ code, message });
  }
  return reply.code(status).type('text/html; charset=utf-8').send(sentencePage(said));
}
