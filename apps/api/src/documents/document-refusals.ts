import type { Asking, Authenticator } from '@tavolo/access';
import { allowedTypes } from './document-types.js';
import { RequestRefused } from '../door/refused.js';
import { loginProblem } from '../graphql/errors.js';

/** Why a document is not taken or not given. */
export const refusals = {
  notSignedIn: () =>
    new RequestRefused(401, 'UNAUTHENTICATED', {
      it: 'Accedere prima: mandare Authorization: Bearer <token>.',
      en: 'Sign in first: send Authorization: Bearer <token>.',
    }),
  /** What is wrong with a login; null for any other error. */
  login: (error: unknown) => {
    const problem = loginProblem(error);
    return problem && new RequestRefused(problem.status, problem.code, problem);
  },
  badHash: () =>
    new RequestRefused(400, 'BAD_USER_INPUT', {
      it: 'Un’impronta SHA-256 ha 64 cifre esadecimali minuscole.',
      en: 'A SHA-256 has 64 lower-case hexadecimal digits.',
    }),
  empty: () =>
    new RequestRefused(400, 'EMPTY_DOCUMENT', {
      it: 'Il documento è vuoto: mandarne i byte come corpo della richiesta.',
      en: 'The document is empty: send its bytes as the body of the request.',
    }),
  brokenOff: () =>
    new RequestRefused(400, 'BROKEN_OFF', {
      it: 'L’invio si è interrotto prima della fine: ripeterlo.',
      en: 'The upload broke off before its end: send it again.',
    }),
  unknown: () =>
    new RequestRefused(404, 'NOT_FOUND', {
      it: 'Nessun documento ha questa impronta.',
      en: 'No document has this hash.',
    }),
  noSuchPath: () =>
    new RequestRefused(404, 'NOT_FOUND', {
      it: 'Qui si può solo caricare con POST /documents e leggere con GET /documents/<sha256>.',
      en: 'Here one can only upload with POST /documents and read with GET /documents/<sha256>.',
    }),
  tooLarge: (maxBytes: number) =>
    new RequestRefused(413, 'DOCUMENT_TOO_LARGE', {
      it: `Il documento supera ${String(maxBytes)} byte.`,
      en: `The document is larger than ${String(maxBytes)} bytes.`,
    }),
  wrongType: () =>
    new RequestRefused(415, 'UNSUPPORTED_MEDIA_TYPE', {
      it: `Content-Type dice il tipo del documento, uno di: ${allowedTypes}.`,
      en: `Content-Type says the type of the document, one of: ${allowedTypes}.`,
    }),
  notOfItsType: (mediaType: string) =>
    new RequestRefused(415, 'UNSUPPORTED_MEDIA_TYPE', {
      it: `Il contenuto non è del tipo dichiarato, ${mediaType}.`,
      en: `The content is not of the declared type, ${mediaType}.`,
    }),
  otherHash: (sha256: string) =>
    new RequestRefused(422, 'HASH_DIFFERS', {
      it: `I byte arrivati hanno un’altra impronta: ${sha256}.`,
      en: `The bytes that arrived have another hash: ${sha256}.`,
    }),
  harmful: () =>
    new RequestRefused(422, 'HARMFUL_DOCUMENT', {
      it: 'L’antivirus di questo server riconosce il documento come dannoso: non è stato conservato.',
      en: 'The scanner of this server knows the document as harmful: nothing of it was kept.',
    }),
  scannerSilent: () =>
    new RequestRefused(503, 'SCANNER_UNAVAILABLE', {
      it: 'Il documento non si può esaminare, perché l’antivirus non risponde: riprovare tra poco.',
      en: 'The document cannot be looked at, for the scanner does not answer: try again shortly.',
    }),
  broken: (incident: string) =>
    new RequestRefused(500, 'INTERNAL_SERVER_ERROR', {
      it: `Qualcosa è andato storto da parte nostra (${incident}).`,
      en: `Something went wrong on our side (${incident}).`,
    }),
};

/** Why who sends a request is not let in; null for who is signed in. */
export async function loginRefusal(
  asking: Asking,
  authenticator: Authenticator,
): Promise<RequestRefused | null> {
  try {
    return (await authenticator.principalOf(asking)) ? null : refusals.notSignedIn();
  } catch (error) {
    const refused = refusals.login(error);
    if (refused) return refused;
    throw error;
  }
}
