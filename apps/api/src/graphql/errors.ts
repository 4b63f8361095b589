import { HeaderMap } from '@apollo/server';
import { BadToken, CrossSite, IdentityUnavailable, LoginFailed } from '@tavolo/access';
import { LoginsClosedHere, LoginTooLow, NobodyHere } from '@tavolo/access';
import { Busy, OutcomeUnknown, TooManyCommands, UpgradePending } from '@tavolo/command';
import { StoreUnavailable } from '@tavolo/event-store';
import { PrivateStoreUnavailable } from '@tavolo/private-store';
import { BadCursor, NotYet } from '@tavolo/projection';
import type { Locale } from '@tavolo/graphql';
import { Logger } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import { currentRequestId } from '../door/request-ids.js';
import { storeTrouble } from './store-trouble.js';
import { apolloSentence } from './apollo-sentences.js';
import { pathOfLiteral } from './literal-path.js';
import type { BadField } from './validation.js';

const SAID_ALOUD = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'IDENTITY_UNAVAILABLE',
  'NOT_YET',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'PRIVATE_STORE_UNAVAILABLE',
  'RATE_LIMITED',
  'UNAUTHENTICATED',
  'UNKNOWN_DOCUMENT',
  'UNTRUSTED_DOCUMENT',
]);
const logger = new Logger('graphql');

/** States of the machine, which are no defect and no rule: the code says what to do. */
interface State {
  readonly kind: new (...parts: never[]) => Error;
  readonly code: string;
  readonly it: string;
  readonly en: string;
}

/** That this replica has not read as far as it was asked to. */
export const notYet = {
  it: 'Questa replica non ha ancora letto fin lì: chiedere di nuovo.',
  en: 'This replica has not read that far yet: ask again.',
};

const privateStoreAway = {
  it: 'Nomi, testi, documenti e sessioni non sono raggiungibili. Riprovare tra poco; un comando può essere stato scritto: mandare di nuovo lo stesso commandId.',
  en: 'Names, texts, documents and sessions cannot be reached. Try again shortly; a command may have been written: send the same commandId again.',
};

const STATES: readonly State[] = [
  {
    ...{ kind: Busy, code: 'BUSY' },
    it: 'In molti scrivono sullo stesso oggetto: mandare di nuovo lo stesso comando.',
    en: 'Many write to the same object: send the same command again.',
  },
  {
    ...{ kind: TooManyCommands, code: 'BUSY' },
    it: 'Troppi comandi sono in corso e nulla di questo è stato scritto: mandarlo di nuovo tra poco.',
    en: 'Too many commands are under way and nothing of this one was written: send it again shortly.',
  },
  {
    ...{ kind: OutcomeUnknown, code: 'OUTCOME_UNKNOWN' },
    it: 'Può essere stato scritto: mandare di nuovo lo stesso commandId.',
    en: 'It may have been written: send the same commandId again.',
  },
  {
    ...{ kind: StoreUnavailable, code: 'STORE_UNAVAILABLE' },
    it: 'Il registro non è raggiungibile e nulla di questa richiesta è stato scritto: riprovare tra poco.',
    en: 'The log cannot be reached and nothing of this request was written: try again shortly.',
  },
  { ...{ kind: PrivateStoreUnavailable, code: 'PRIVATE_STORE_UNAVAILABLE' }, ...privateStoreAway },
  {
    ...{ kind: UpgradePending, code: 'UPGRADE_PENDING' },
    it: 'Una versione più nuova ha scritto su questo oggetto: chiedere a quella.',
    en: 'A newer version wrote to this object: ask it.',
  },
  { ...{ kind: NotYet, code: 'NOT_YET' }, ...notYet },
  {
    ...{ kind: BadCursor, code: 'BAD_USER_INPUT' },
    it: 'Il cursore non è uno di quelli dati da questo elenco: ricominciare dalla prima pagina.',
    en: 'The cursor is none that this list gave: start from its first page.',
  },
];

/** Why who sends a request is not let in, with the HTTP status and the sentences of each. */
const LOGINS = [
  {
    ...{ kind: BadToken, code: 'UNAUTHENTICATED', status: 401 },
    it: 'Il token non vale (o non vale più): accedere di nuovo.',
    en: 'The token is not good, or no longer: sign in again.',
  },
  {
    ...{ kind: NobodyHere, code: 'FORBIDDEN', status: 403 },
    it: 'L’accesso è riuscito, ma qui non è di nessuno: aprire prima il collegamento dell’invito.',
    en: 'The login is good but is nobody’s here: open the link of your invitation first.',
  },
  {
    ...{ kind: LoginsClosedHere, code: 'UNAUTHENTICATED', status: 401 },
    it: 'Gli accessi di questa persona sono stati chiusi: li riapre chi amministra questa istanza.',
    en: 'The logins of this person were closed: whoever administers this instance reopens them.',
  },
  {
    ...{ kind: IdentityUnavailable, code: 'IDENTITY_UNAVAILABLE', status: 503 },
    it: 'Non si può verificare l’accesso: chi lo rilascia non risponde. Riprovare tra poco.',
    en: 'The login cannot be checked: its issuer does not answer. Try again shortly.',
  },
  {
    ...{ kind: PrivateStoreUnavailable, code: 'PRIVATE_STORE_UNAVAILABLE', status: 503 },
    ...privateStoreAway,
  },
  {
    ...{ kind: CrossSite, code: 'FORBIDDEN', status: 403 },
    it: 'La richiesta non viene da una pagina di questo server: con una sessione del browser si agisce solo da lì.',
    en: 'The request comes from no page of this server: with a session of a browser one acts from there only.',
  },
  {
    ...{ kind: LoginFailed, code: 'UNAUTHENTICATED', status: 401 },
    it: 'L’accesso non è riuscito, è durato troppo o era già concluso: ricominciare da questo browser.',
    en: 'The login failed, took too long or was finished already: begin again in this browser.',
  },
  {
    ...{ kind: LoginTooLow, code: 'FORBIDDEN', status: 403 },
    it: 'L’accesso è di un livello più basso di quello richiesto: accedere di nuovo, con SPID di livello 2 o superiore o con la CIE.',
    en: 'The login is of a lower level than was asked for: sign in again, with SPID at level 2 or higher or with CIE.',
  },
] as const;

/** What is wrong with a login; null for any other error. */
export function loginProblem(error: unknown) {
  return LOGINS.find(({ kind }) => error instanceof kind) ?? null;
}

/** The same as an error of GraphQL, in the language of the reader; any other error as it is. */
export function loginError(error: unknown, locale: Locale): unknown {
  const problem = loginProblem(error);
  if (!problem) return error;
  const { status, code } = problem;
  const headers = new HeaderMap([['www-authenticate', 'Bearer error="invalid_token"']]);
  const http = status === 401 ? { status, headers } : { status };
  return new GraphQLError(problem[locale], { extensions: { code, it: problem.it, http } });
}

/** Sentences that are worded far from here, in English alone. */
const ITALIAN: Readonly<Record<string, string>> = {
  UNAUTHENTICATED: 'Accedere prima: mandare Authorization: Bearer <token> e Tavolo-Mandate.',
};

/** graphql-js guesses which field was meant, and so names fields that nobody asked for. */
const GUESS = / ?Did you mean [^]+\?$/;

/**
 * A defect is logged under the id of its request; the client gets that id and nothing else. What
 * is said aloud carries its Italian sentence as `it`, for whoever words the answer.
 */
export function mask(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { message, extensions, ...place } = masked(formatted, error);
  const { fields, ...others } = (extensions ?? {}) as { readonly fields?: readonly BadField[] };
  const guessless = fields?.map(({ path, en, it }) => ({
    ...{ path: cut(path), en: told(en), it: told(it) },
  }));
  return {
    ...{ message: told(message), ...place },
    ...(extensions && { extensions: { ...others, ...(guessless && { fields: guessless }) } }),
  };
}

/** Sentences quote what was sent, however long that was. */
const SENTENCE_MAX = 1_000;

function told(sentence: string): string {
  return cut(sentence.replace(GUESS, ''));
}

function cut(text: string): string {
  return text.length > SENTENCE_MAX ? `${text.slice(0, SENTENCE_MAX)}…` : text;
}

function masked(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = causeOf(error);
  const { path, locations } = formatted;
  const place = { ...(path && { path }), ...(locations && { locations }) };
  const state = STATES.find(({ kind }) => cause instanceof kind);
  if (state) {
    storeTrouble.note(cause);
    // The server may have made the id; without it nobody could ask again.
    const commandId = cause instanceof OutcomeUnknown && { commandId: cause.commandId };
    const extensions = { code: state.code, it: state.it, ...commandId };
    return { ...place, message: state.en, extensions };
  }
  const form = aboutForm(formatted, error);
  if (form) return form;
  if (SAID_ALOUD.has(String(formatted.extensions?.code))) return withoutStack(formatted);
  const incident = currentRequestId();
  logger.error({ requestId: incident, error: cause });
  const it = 'Qualcosa è andato storto da parte nostra.';
  const extensions = { code: 'INTERNAL_SERVER_ERROR', incident, it };
  return { ...place, message: 'Something went wrong on our side.', extensions };
}

/** What was thrown, under what graphql-js and the transports put around it. */
function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

/** A value of bad form: with the path of the field, as every other malformed input. */
function aboutForm(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError | null {
  const { message, locations } = formatted;
  const said = originalOf(error);
  const { code, it: italian, fields: named } = said?.extensions ?? {};
  if (code !== 'BAD_USER_INPUT' && !message.startsWith('Variable "$')) return null;
  const en = said ? said.message : message;
  const it = typeof italian === 'string' ? italian : en;
  const fields = named ?? [{ path: pathIn(message) ?? pathOfLiteral(error), en, it }];
  const extensions = { code: 'BAD_USER_INPUT', it, fields };
  return { message: en, ...(locations && { locations }), extensions };
}

/** graphql-js names the place of a bad variable in its sentence and nowhere else. */
function pathIn(message: string): string | undefined {
  const found = /^Variable "\$.* at "([^"]+)"/.exec(message) ?? /^Variable "\$(\w+)"/.exec(message);
  return found?.[1]?.replaceAll(/\[(\d+)\]/g, '.$1');
}

/** The error that a scalar threw, under what graphql-js put around it. */
function originalOf(error: unknown): GraphQLError | null {
  const inner = causeOf(error);
  return inner instanceof GraphQLError && inner !== error ? inner : null;
}

/** Nor with its status, which is the answer's own and none over a WebSocket. */
function withoutStack({ extensions, ...rest }: GraphQLFormattedError): GraphQLFormattedError {
  const { stacktrace: _, http: _status, ...said } = extensions ?? {};
  if (said.code === 'BAD_REQUEST' && said.it === undefined) {
    const { it, en } = apolloSentence(rest.message);
    return { ...rest, message: en, extensions: { ...said, it } };
  }
  const it = said.it ?? ITALIAN[String(said.code)];
  return { ...rest, extensions: { ...said, ...(it !== undefined && { it }) } };
}
