import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boardJourney, Client, fixedValues, networkLeadJourney } from '@tavolo/demo';
import type { Acting, BoardFacts, NetworkLeadFacts } from '@tavolo/demo';
import ICAL from 'ical.js';
import { stageOn } from './played.js';
import { forget, startServer } from './server.js';
import type { RunningServer } from './server.js';

let server: RunningServer;
let client: Client;
let network: NetworkLeadFacts;
let board: BoardFacts;
beforeAll(async () => {
  server = await startServer();
  client = new Client(server.url);
  const { stage } = stageOn(server.url);
  network = await networkLeadJourney(stage, fixedValues.networkLead);
  board = await boardJourney(stage, fixedValues.board);
}, 120_000);
afterAll(async () => {
  await server.stop();
  forget(server);
});

interface Awaited {
  readonly move: string;
  readonly what: string;
  readonly object: string;
  readonly overdue: boolean;
  readonly waitsFor: { readonly kind: string; readonly of: string; readonly local: string | null };
  readonly people: readonly {
    readonly person: { readonly id: string };
    readonly mandate: string | null;
  }[];
}

const MOVE = `move what object overdue waitsFor { kind of local } people { person { id } mandate }`;

/** Whose move it was about an object as of an event. */
async function waitingFor(object: string, eventId: string): Promise<readonly Awaited[]> {
  const { asOf } = await client.query<{ asOf: { waitingFor: readonly Awaited[] } }>(
    `query ($object: ID!, $eventId: ID!) {
      asOf(moment: { eventId: $eventId }) { waitingFor(object: $object) { ${MOVE} } }
    }`,
    { object, eventId },
  );
  return asOf.waitingFor;
}

/** The events of a type on a stream, the oldest first. */
async function eventsOf(id: string, type: string): Promise<readonly string[]> {
  const { history } = await client.query<{
    history: { edges: readonly { node: { id: string; type: string } }[] };
  }>(`query ($id: ID!) { history(of: $id, first: 100) { edges { node { id type } } } }`, { id });
  return history.edges.filter(({ node }) => node.type === type).map(({ node }) => node.id);
}

interface InboxFound {
  readonly total: number;
  readonly undated: number;
  readonly moves: {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: Awaited }[];
  };
}

const INBOX = `inbox { total overdue dueSoon undated moves { totalCount edges { node { ${MOVE} } } } }`;

async function inboxAt(eventId: string, person: string): Promise<InboxFound> {
  const as: Acting = { person, mandate: null };
  const { asOf } = await client.query<{ asOf: { inbox: InboxFound } }>(
    `query ($eventId: ID!) { asOf(moment: { eventId: $eventId }) { ${INBOX} } }`,
    { eventId },
    as,
  );
  return asOf.inbox;
}

const movesIn = ({ moves }: InboxFound, object: string) =>
  moves.edges.filter(({ node }) => node.object === object).map(({ node }) => node.move);

describe('the network lead', () => {
  it('A-1: sees each party whose signature is missing, who may give it, and nobody once all have', async () => {
    const [opened = ''] = await eventsOf(network.agreement, 'AgreementOpenedForSignature');
    const signed = await eventsOf(network.agreement, 'AgreementSigned');
    const atOpening = await waitingFor(network.agreement, opened);
    expect(atOpening).toHaveLength(signed.length);
    expect(new Set(atOpening.map(({ move }) => move))).toStrictEqual(new Set(['SIGN_AGREEMENT']));
    expect(atOpening.every(({ people }) => people.length > 0)).toBe(true);
    const afterFirst = await waitingFor(network.agreement, signed[0] ?? '');
    expect(afterFirst).toHaveLength(signed.length - 1);
    const afterLast = await waitingFor(network.agreement, signed.at(-1) ?? '');
    expect(afterLast.map(({ move }) => move)).not.toContain('SIGN_AGREEMENT');
  });

  it('the invited partner has the invitation in its inbox, under the mandate to answer it with', async () => {
    const [invited = ''] = await eventsOf(network.network, 'MemberInvited');
    const [accepted = ''] = await eventsOf(network.network, 'InvitationAccepted');
    const [move] = (await waitingFor(network.network, invited)).filter(
      (one) => one.move === 'ANSWER_INVITATION',
    );
    expect(move?.waitsFor).toMatchObject({ kind: 'ORGANISATION', local: 'membership' });
    expect(move?.people).toMatchObject([
      { mandate: expect.stringMatching(`^${move?.waitsFor.of ?? '?'}#`) },
    ]);
    const [person = ''] = (move?.people ?? []).map((one) => one.person.id);
    const [before, after] = [await inboxAt(invited, person), await inboxAt(accepted, person)];
    expect(movesIn(before, network.network)).toContain('ANSWER_INVITATION');
    expect(movesIn(after, network.network)).not.toContain('ANSWER_INVITATION');
  });
});

describe('the board', () => {
  it('D-1: waits in an open vote for the seats that have not voted, and never says what was voted', async () => {
    const [opened = ''] = await eventsOf(board.sitting, 'VoteOpened');
    const cast = await eventsOf(board.sitting, 'VoteCast');
    const voters = (moves: readonly Awaited[]) => moves.filter(({ move }) => move === 'CAST_VOTE');
    const before = voters(await waitingFor(board.decision, opened));
    const after = voters(await waitingFor(board.decision, cast[0] ?? ''));
    expect(before.length).toBeGreaterThanOrEqual(cast.length);
    expect(after).toHaveLength(before.length - 1);
    const [first] = before;
    const person = first?.people[0]?.person.id ?? '';
    expect(movesIn(await inboxAt(opened, person), board.sitting)).toContain('CAST_VOTE');
    // The body is asked as a whole too: the decision is on the agenda of its sitting.
    expect(movesIn(await inboxAt(opened, person), board.decision)).toContain('DELIBERATE');
  });

  it('an approved decision waits for chair or secretary, one of whom signs', async () => {
    const [approved = ''] = await eventsOf(board.decision, 'DecisionApproved');
    const [move] = await waitingFor(board.decision, approved);
    expect(move).toMatchObject({
      ...{ move: 'SIGN_DECISION', what: 'Firmare la delibera' },
      waitsFor: { kind: 'SIGNERS', of: board.board },
    });
    expect(move?.people.length).toBeGreaterThanOrEqual(2);
  });

  it('GB-9: minutes wait for another who was present, and are out of the inbox of who drafted them', async () => {
    const [drafted = ''] = await eventsOf(board.sitting, 'MinutesDrafted');
    const moves = await waitingFor(board.sitting, drafted);
    expect(new Set(moves.map(({ move }) => move))).toStrictEqual(new Set(['APPROVE_MINUTES']));
    const asked = moves.flatMap(({ people }) => people.map(({ person }) => person.id));
    const [history] = await drafter(drafted);
    expect(asked).not.toContain(history);
    expect(asked.length).toBeGreaterThan(0);
  });

  async function drafter(eventId: string): Promise<readonly string[]> {
    const { history } = await client.query<{
      history: { edges: readonly { node: { id: string; actor: { id: string } } }[] };
    }>(`query ($id: ID!) { history(of: $id, first: 100) { edges { node { id actor { id } } } } }`, {
      id: board.sitting,
    });
    return history.edges.filter(({ node }) => node.id === eventId).map(({ node }) => node.actor.id);
  }
});

describe('lists', () => {
  const page = async (filter: string, as?: Acting) => {
    const { waiting } = await client.query<{
      waiting: { totalCount: number; edges: readonly { node: Awaited }[] };
    }>(`{ waiting(${filter}) { totalCount edges { node { ${MOVE} } } } }`, {}, as);
    return waiting;
  };

  it('are narrowed by board, network, kind, move, partner, deadline, and to one’s own', async () => {
    const all = await page('first: 100');
    const overdue = await page('overdue: true');
    const later = await page('overdue: false');
    expect(overdue.totalCount + later.totalCount).toBe(all.totalCount);
    expect(overdue.edges.every(({ node }) => node.overdue)).toBe(true);
    const partners = await page('kind: "partner", move: RENEW_ELIGIBILITY, first: 100');
    expect(partners.totalCount).toBeGreaterThan(0);
    expect(partners.edges.every(({ node }) => node.move === 'RENEW_ELIGIBILITY')).toBe(true);
    const ofBoard = await page(`board: "${board.board}"`);
    expect(ofBoard.edges.map(({ node }) => node.move)).toContain('RENEW_BOARD');
    const [one] = partners.edges;
    const partner = one?.node.object ?? '';
    const theirs = await page(`partner: "${partner}"`);
    expect(theirs.edges.map(({ node }) => node.object)).toContain(partner);
    const as = { person: one?.node.people[0]?.person.id ?? '', mandate: null };
    const mine = await page('mine: true, kind: "partner"', as);
    expect(mine.edges.map(({ node }) => node.object)).toContain(partner);
    expect(mine.totalCount).toBeLessThan(partners.totalCount);
  });

  it('an inbox without a person says what to send', async () => {
    const { errors } = await client.raw<object>(`{ inbox { total } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});

describe('the calendar', () => {
  const CREATE = `mutation ($input: CreateCalendarLinkInput!) { createCalendarLink(input: $input) {
    ... on CalendarLinkCreated { path link { id language } } ... on Refusal { rule code message }
  } }`;
  const REVOKE = `mutation ($input: RevokeCalendarLinkInput!) { revokeCalendarLink(input: $input) {
    ... on CalendarLinkRevoked { id } ... on Refusal { rule code }
  } }`;
  interface Made {
    readonly createCalendarLink: {
      readonly path: string;
      readonly link: { readonly id: string; readonly language: string };
      readonly rule?: string;
      readonly code?: string;
    };
  }

  async function somebody(): Promise<Acting> {
    const { waiting } = await client.query<{ waiting: { edges: readonly { node: Awaited }[] } }>(
      `{ waiting(move: RENEW_ELIGIBILITY, first: 1) { edges { node { ${MOVE} } } } }`,
    );
    const [holder] = waiting.edges[0]?.node.people ?? [];
    return { person: holder?.person.id ?? '', mandate: holder?.mandate ?? null };
  }
  const made = async (as: Acting, input: object) =>
    (await client.query<Made>(CREATE, { input }, as)).createCalendarLink;

  it('is a valid iCalendar of whole days with stable ids, the same bytes for the same facts', async () => {
    const as = await somebody();
    const { path, link } = await made(as, { language: 'EN' });
    expect(link.language).toBe('EN');
    const response = await fetch(`${server.url}${path}`);
    const text = await response.text();
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    const renewal = events.find(({ summary }) => summary.startsWith('Renew eligibility: '));
    expect(renewal?.startDate.isDate).toBe(true);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    const etag = response.headers.get('etag') ?? '';
    const again = await fetch(`${server.url}${path}`, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    expect(await (await fetch(`${server.url}${path}`)).text()).toBe(text);
    expect(text).not.toMatch(/person-/u);
  });

  it('X-12: a link that was revoked, that never was, or that is malformed leads nowhere alike', async () => {
    const as = await somebody();
    const { path, link } = await made(as, {});
    const other = await made(as, {});
    const stranger = { person: 'person-00000000-0000-4000-8000-000000000001', mandate: null };
    const kept = await client.query(REVOKE, { input: { id: link.id } }, stranger);
    expect(kept).toMatchObject({ revokeCalendarLink: { rule: 'X-12', code: 'LinkUnknown' } });
    expect((await fetch(`${server.url}${path}`)).status).toBe(200);
    await client.query(REVOKE, { input: { id: link.id } }, as);
    const answers = await Promise.all(
      [path, `/calendar/${'A'.repeat(43)}.ics`, '/calendar/x.ics', '/calendar/x'].map(answerOf),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^404 /u);
    expect((await fetch(`${server.url}${other.path}`)).status).toBe(200);
  });

  it('X-13: the secret is shown once, so the same commandId again is refused', async () => {
    const as = await somebody();
    const commandId = '20000000-0000-4000-8000-000000000001';
    expect((await made(as, { commandId })).path).toMatch(/^\/calendar\/[\w-]{43}\.ics$/u);
    expect(await made(as, { commandId })).toMatchObject({ rule: 'X-13', code: 'SecretShownOnce' });
  });

  it('X-3: is made under a mandate only', async () => {
    const { person } = await somebody();
    expect(await made({ person, mandate: null }, {})).toMatchObject({ rule: 'X-3' });
  });

  async function answerOf(path: string): Promise<string> {
    const response = await fetch(`${server.url}${path}`);
    const { status, headers } = response;
    return `${String(status)} ${headers.get('cache-control') ?? ''} ${await response.text()}`;
  }
});
