import { notSignedIn } from '@tavolo/graphql';
import type { Locale, RequestContext } from '@tavolo/graphql';
import type { Sha256 } from '@tavolo/kernel';
import type { Circumstances, DecisionAnswer, Paper, PdfStandard } from '@tavolo/print';
import type { ResolutionTexts, SittingAnswer } from '@tavolo/print';
import type { DocumentInfo } from '@tavolo/private-store';
import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { graphql, GraphQLError } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { isKnown, tagOf } from '../door/known.js';
import { RequestRefused } from '../door/refused.js';
import { currentRequestId } from '../door/request-ids.js';
import { mask } from '../graphql/errors.js';
import { localeOf } from '../graphql/request-contexts.js';
import { wantsPage } from '../sign-in/session-pages.js';
import { refusals } from './print-refusals.js';
import { refusedPage } from './refused-page.js';

const TEXT_MAX_BYTES = 200_000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;
const logger = new Logger('prints');

/** Where prints come from: GraphQL asked as who wants them, and the private store for texts. */
export type PrintPlace = Readonly<{
  schema: () => GraphQLSchema;
  contextOf: (request: FastifyRequest) => Promise<RequestContext>;
  texts: Readonly<{
    documents: (sha256s: readonly Sha256[]) => Promise<ReadonlyMap<Sha256, DocumentInfo>>;
    readDocument: (sha256: Sha256) => Promise<AsyncIterable<Uint8Array> | null>;
  }>;
  isOpen: (request: FastifyRequest, sha256: Sha256) => Promise<boolean>;
  /** Whether who is not signed in may have them. */
  isReadByAll: boolean;
}>;

type Asked = Readonly<{
  place: PrintPlace;
  request: FastifyRequest;
  locale: Locale;
  at: string | null;
}>;
type Papers = typeof import('@tavolo/print');
type Answer<Thing> = Readonly<{ thing: Thing; about: Circumstances }>;
type Maker = (papers: Papers, asked: Asked) => Promise<Paper>;

/**
 * Prints beside GraphQL (stampe): `GET /sittings/<id>/notice.pdf`, `attendance.pdf`,
 * `minutes.pdf` and `GET /decisions/<id>/resolution.pdf`. With `at=<event id or instant>` as it
 * was then, with `lang=en` in English, with `standard=ua-1` as PDF/UA-1. They hold what who asks
 * may read, and reading it leaves the same traces as in GraphQL.
 */
export function servePrints(http: FastifyInstance, place: PrintPlace): void {
  const makers: Readonly<Record<string, Maker>> = {
    'notice.pdf': noticePaper,
    'attendance.pdf': sheetPaper,
    'minutes.pdf': minutesPaper,
  };
  http.get('/sittings/:id/:print', (request, reply) => {
    const { print } = request.params as { print: string };
    return answer(request, reply, { place, make: makers[print] ?? null });
  });
  http.get('/decisions/:id/:print', (request, reply) => {
    const { print } = request.params as { print: string };
    const make = print === 'resolution.pdf' ? resolutionPaper : null;
    return answer(request, reply, { place, make });
  });
}

const noticePaper: Maker = async (papers, asked) => {
  const { thing, about } = await sittingOf(papers, asked);
  return papers.noticeOf(thing, about);
};

const sheetPaper: Maker = async (papers, asked) => {
  const { thing, about } = await sittingOf(papers, asked);
  return papers.sheetOf(thing, about);
};

const minutesPaper: Maker = async (papers, asked) => {
  const { thing, about } = await sittingOf(papers, asked);
  if (!papers.hasMinutes(thing)) throw refusals.noMinutesYet();
  return papers.minutesOf(thing, about);
};

const resolutionPaper: Maker = async (papers, asked) => {
  const { thing, about } = await askedFor<DecisionAnswer>(asked, 'decision', papers.DECISION);
  if (!papers.hasResolution(thing)) throw refusals.noResolutionYet();
  const texts: ResolutionTexts = {
    decided: await plainText(asked, thing.textSha256),
    motivation: await plainText(asked, thing.motivation),
  };
  return papers.resolutionOf(thing, texts, about);
};

async function sittingOf(papers: Papers, asked: Asked): Promise<Answer<SittingAnswer>> {
  return await askedFor<SittingAnswer>(asked, 'sitting', papers.SITTING);
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { place, make }: Readonly<{ place: PrintPlace; make: Maker | null }>,
): Promise<FastifyReply> {
  const { at, lang, standard } = request.query as Readonly<Record<string, unknown>>;
  const locale = lang === 'en' || lang === 'it' ? lang : localeOf(request.headers);
  try {
    if (make === null) throw refusals.noSuchPrint();
    const form = standardNamed(standard);
    const papers = await printing();
    const asked = { place, request, locale, at: typeof at === 'string' && at !== '' ? at : null };
    const paper = await make(papers, asked);
    return await given(request, reply, { paper, pdf: papers.typeset(paper, form) });
  } catch (error) {
    return await refused(request, reply, { refusal: refusalFrom(error), locale });
  }
}

/** A page for whoever followed a link, JSON for a program. */
async function refused(
  request: FastifyRequest,
  reply: FastifyReply,
  { refusal, locale }: Readonly<{ refusal: RequestRefused; locale: Locale }>,
): Promise<FastifyReply> {
  const { status, code, sentence } = refusal;
  const isPage = wantsPage(request);
  const type = isPage ? 'text/html' : 'application/json';
  const about = { refusal, locale, requestId: currentRequestId(), address: request.url };
  return await reply
    .code(status)
    .headers({
      ...{ 'content-type': `${type}; charset=utf-8`, 'content-language': locale },
      ...{ 'cache-control': 'no-store', vary: 'accept' },
    })
    .send(isPage ? refusedPage(about) : { code, message: sentence[locale] });
}

/** Loaded when somebody prints: a start needs neither the compiler nor its fonts. @throws RequestRefused */
async function printing(): Promise<Papers> {
  try {
    return await import('@tavolo/print');
  } catch (error) {
    logger.error({ error });
    throw refusals.noCompiler();
  }
}

function standardNamed(standard: unknown): PdfStandard {
  if (standard === undefined || standard === 'a-2a') return 'a-2a';
  if (standard === 'ua-1') return standard;
  throw refusals.badStandard();
}

async function given(
  request: FastifyRequest,
  reply: FastifyReply,
  { paper, pdf }: Readonly<{ paper: Paper; pdf: Buffer }>,
): Promise<FastifyReply> {
  const path = request.url.split('?')[0] ?? '';
  const name = path
    .split('/')
    .slice(-2)
    .join('-')
    .replaceAll(/[^\w.-]/gu, '');
  const { eventId } = paper.moment;
  const etag = tagOf(pdf);
  void reply.headers({
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
    etag,
    // Where the same bytes are found again.
    ...(eventId !== null && { 'content-location': `${path}?at=${eventId}&lang=${paper.locale}` }),
  });
  if (isKnown(request, etag)) return await reply.code(304).send();
  return await reply
    .headers({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${name}"`,
      'content-language': paper.locale,
    })
    .send(pdf);
}

const MOMENT = 'position eventId recordedAt';

/**
 * Asks as who wants the print, of now or of a moment. @throws RequestRefused | GraphQLError as
 * the same question over GraphQL is answered
 */
async function askedFor<Thing>(
  { place, request, locale, at }: Asked,
  field: 'decision' | 'sitting',
  selection: string,
): Promise<Answer<Thing>> {
  const context = { ...(await place.contextOf(request)), locale };
  // As the door says of what is asked over GraphQL: this does not come through it.
  if (context.sender === null && !place.isReadByAll) throw notSignedIn();
  const { id } = request.params as { id: string };
  const result = await graphql({
    schema: place.schema(),
    source: queryFor(`instance { name zone } ${selection}`, at),
    contextValue: context,
    variableValues: { id, ...(at !== null && { moment: momentNamed(at) }) },
  });
  if (result.errors?.[0]) throw result.errors[0];
  const root = (at === null ? result.data : result.data?.asOf) as Root<Thing>;
  const thing = root[field];
  if (!thing) throw refusals.unknown();
  const { name, zone } = root.instance;
  const { position, eventId, recordedAt } = at === null ? context.moment : (root as AsOf<Thing>);
  return {
    thing,
    about: { locale, institution: name, zone, moment: { position, eventId, recordedAt } },
  };
}

function queryFor(asked: string, at: string | null): string {
  if (at === null) return `query ($id: ID!) { ${asked} }`;
  return `query ($id: ID!, $moment: MomentInput!) { asOf(moment: $moment) { ${MOMENT} ${asked} } }`;
}

/** An event by its id, or an instant, as in the addresses of the console. */
function momentNamed(at: string): Readonly<{ at: string }> | Readonly<{ eventId: string }> {
  return UUID.test(at) ? { eventId: at } : { at };
}

type AsOf<Thing> = Root<Thing> & Circumstances['moment'];
type Root<Thing> = Readonly<{ instance: Readonly<{ name: string; zone: string }> }> &
  Readonly<Partial<Record<'decision' | 'sitting', Thing | null>>>;

/** A document as text, where it is plain text and who asks may have it. */
async function plainText({ place, request }: Asked, sha256: string): Promise<string | null> {
  const named = sha256 as Sha256;
  const document = (await place.texts.documents([named])).get(named);
  if (!document?.mediaType.startsWith('text/plain') || document.bytes > TEXT_MAX_BYTES) return null;
  if (!(await place.isOpen(request, named))) return null;
  const content = await place.texts.readDocument(named);
  if (content === null) return null;
  const chunks = await Array.fromAsync(content);
  return Buffer.concat(chunks).toString('utf8');
}

type Masked = Readonly<{
  code?: string;
  it?: string;
  fields?: readonly Readonly<{ it: string; en: string }>[];
  http?: Readonly<{ status?: number }>;
}>;
const STATUS: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  INTERNAL_SERVER_ERROR: 500,
  UNAUTHENTICATED: 401,
};

function refusalFrom(error: unknown): RequestRefused {
  if (error instanceof RequestRefused) return error;
  if (error instanceof GraphQLError) return refusalOf(error);
  const incident = currentRequestId();
  logger.error({ requestId: incident, error });
  return new RequestRefused(500, 'INTERNAL_SERVER_ERROR', {
    it: `Il PDF non è stato composto. Riferimento: ${incident}.`,
    en: `The PDF was not made. Reference: ${incident}.`,
  });
}

/** As the same question is answered over GraphQL. */
function refusalOf(error: GraphQLError): RequestRefused {
  const { message, extensions } = mask(error.toJSON(), error);
  const { code = 'INTERNAL_SERVER_ERROR', it, fields, http } = (extensions ?? {}) as Masked;
  const said = fields?.[0] ?? { it: it ?? message, en: message };
  return new RequestRefused(http?.status ?? STATUS[code] ?? 503, code, said);
}
