import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, grounds, say, Stage, World } from '@tavolo/demo';
import type { Persona } from '@tavolo/demo';
import { WalkedServer } from '../walked-server.js';

/** A board with three members in office; the first chairs it. */
interface Body {
  readonly id: string;
  readonly act: string;
  readonly seats: readonly { readonly seat: string; readonly holder: Persona }[];
  readonly chair: Persona;
  readonly secretary: Persona;
}
type Proposal = Readonly<{ decision: string; textSha256: string }>;

const what = say('agisce', 'acts');
const because = (sha256: string) => grounds('Atto dimostrativo.', sha256);
const rulebook = {
  quorum: { kind: 'FRACTION', num: 1, den: 2, strict: true, of: 'SEATS' },
  majority: { base: 'CAST_LESS_ABSTENTIONS', num: 1, den: 2, strict: true },
  ...{ tie: 'FALLS', recusedLeaveBase: true, noticeDays: 0, representation: [] },
  ...{ urgency: {}, objectionDays: 30 },
};

let server: WalkedServer;
let world: World;
let body: Body;

const does = (who: Persona, asked: Readonly<Record<string, object>>) =>
  world.by(who).does(what, asked);
const uploads = (who: Persona, text: string) => world.by(who).uploads(what, text, world.tag);

async function founded(): Promise<Body> {
  const { founder } = world;
  const act = await uploads(founder, 'Atto istitutivo');
  const term = { from: world.day(), until: world.day(365) };
  const { id } = await does(founder, {
    establishBoard: {
      ...{ name: `Cabina ${world.tag}`, level: 'REGION', seats: 3, rulebook },
      ...{ termUntil: term.until, ...because(act) },
    },
  });
  const seats: Body['seats'][number][] = [];
  for (const name of ['prima', 'seconda', 'terza']) {
    const person = await world.person(say(`componente ${name}`, `member ${name}`));
    const { created: seat } = await does(founder, {
      designateMember: { board: id, category: 'componenti', person: person.person },
    });
    await does(founder, { appointMember: { board: id, seat, ...term, ...because(act) } });
    seats.push({ seat, holder: { ...person, mandate: `${id}#${seat}` } });
  }
  const [first] = seats;
  if (!first) throw new Error('nobody sits');
  await does(founder, { appointChair: { board: id, seat: first.seat, ...term, ...because(act) } });
  const clerk = await world.person(say('segretaria', 'secretary'));
  await does(founder, {
    appointSecretary: { board: id, person: clerk.person, ...term, ...because(act) },
  });
  const chair = { ...first.holder, mandate: `${id}#chair-1` };
  return { id, act, seats, chair, secretary: { ...clerk, mandate: `${id}#secretary-1` } };
}

/** Proposed by a member, with an opinion of the secretary, ready to be decided. */
async function proposed(title: string, more: object = {}): Promise<Proposal> {
  const member = body.seats[2]?.holder ?? body.chair;
  const textSha256 = await uploads(member, title);
  const { id: decision } = await does(member, {
    proposeDecision: {
      ...{ board: body.id, title, textSha256, motivation: body.act },
      ...{ legalBasis: ['Norma dimostrativa, art. 1'], ...more },
    },
  });
  const opinion = { kind: 'TECHNICAL', opinion: 'POSITIVE', document: body.act };
  await does(body.secretary, { attachOpinion: { decision, ...opinion } });
  await does(member, { markReady: { decision } });
  return { decision, textSha256 };
}

const statusIs = (decision: string, status: string) =>
  world.stage.until(
    say(`è ${status}`, `it is ${status}`),
    () =>
      world.stage.ask<{ decision: { status: string } }>(
        'query ($id: ID!) { decision(id: $id) { status } }',
        { id: decision },
      ),
    (found) => found.decision.status === status,
  );

type Item = Readonly<{ sitting: string; item: string; textSha256: string }>;

/** One sitting of everybody, open, with these proposals on its agenda. */
async function seated(...proposals: readonly Proposal[]): Promise<readonly Item[]> {
  const { id: board, secretary, chair, seats } = body;
  const local = new Date().toLocaleString('sv', { timeZone: world.zone }).replace(' ', 'T');
  const items = proposals.map((one) => ({ ...one, papers: [] }));
  const { id: sitting } = await does(secretary, {
    conveneMeeting: { board, at: { local, zone: world.zone }, place: 'Sala 1', items },
  });
  for (const { decision } of proposals) await statusIs(decision, 'ON_AGENDA');
  await does(chair, { openMeeting: { sitting } });
  for (const { seat } of seats) await does(secretary, { recordArrival: { sitting, seat } });
  const found = await world.stage.ask<{ sitting: { items: { item: string }[] } }>(
    'query ($id: ID!) { sitting(id: $id) { items { item } } }',
    { id: sitting },
  );
  const agenda = proposals.map(({ textSha256 }, i) => {
    return { sitting, item: found.sitting.items[i]?.item ?? '', textSha256 };
  });
  for (const { item } of agenda) await does(secretary, { verifyQuorum: { sitting, item } });
  return agenda;
}

/** Everybody votes for it: for the decision, or for a question beside it. */
async function carried({ textSha256, ...on }: Item, question?: object): Promise<void> {
  const asked = question === undefined ? {} : { question };
  await does(body.chair, { openVote: { ...on, textSha256, ...asked } });
  for (const { seat, holder } of body.seats) {
    await does(holder, { castVote: { ...on, seat, choice: 'FOR', textSha256 } });
  }
  await does(body.chair, { closeVote: on });
}

/** One sitting of everybody on these proposals, each voted for; the sitting is closed. */
async function approvedInSitting(...proposals: readonly Proposal[]): Promise<void> {
  const agenda = await seated(...proposals);
  for (const item of agenda) await carried(item);
  for (const { decision } of proposals) await statusIs(decision, 'APPROVED');
  await does(body.chair, { closeMeeting: { sitting: agenda[0]?.sitting ?? '' } });
}

const signature = () => ({
  ...{ signatory: body.chair.person, level: 'DIGITAL', signedAt: world.now() },
  ...{ container: body.act, report: body.act },
});

/** Signed, numbered, published; in effect from today where nothing holds it back. */
async function published({ decision, textSha256 }: Proposal): Promise<void> {
  const { secretary, act } = body;
  await does(body.chair, {
    signDecision: { decision, textSha256, ...signature(), ...because(act) },
  });
  await statusIs(decision, 'NUMBERED');
  const publication = { where: 'albo dimostrativo', publishedOn: world.day() };
  await does(secretary, { publishDecision: { decision, ...publication, ...because(act) } });
}

beforeAll(async () => {
  server = await WalkedServer.start();
  world = await World.open(new Stage({ client: new Client(server.url), tell: () => undefined }));
  body = await founded();
}, 120_000);
afterAll(() => server.forget());

const LOOK = `query ($id: ID!, $on: LocalDate!) { decision(id: $id) {
  status textSha256 inEffect(on: $on)
  conditions { condition status dueOn onFailure }
  errata { corrects textSha256 signedAs }
  urgency { ratifiedBy }
  objections { id answer follows answeredBy }
  enforceableFrom effectiveOn publication { where } deferrals { cause until reason }
} }`;
const look = async (id: string, on = world.day()) =>
  (await world.stage.ask<{ decision: object }>(LOOK, { id, on })).decision;

describe('what the chair decides alone', () => {
  const urgent = async (title: string) => {
    const proposal = await proposed(title);
    const act = { ...proposal, urgency: body.act, ...because(body.act) };
    await does(body.chair, { decideInUrgency: act });
    await published(proposal);
    await statusIs(proposal.decision, 'EFFECTIVE');
    return proposal.decision;
  };
  it('D-10: stays where the next sitting ratifies it, lapses where it does not', async () => {
    const [kept, left] = [await urgent('Acquisto urgente'), await urgent('Incarico urgente')];
    const ratification = await proposed('Ratifica', { ratify: kept });
    await approvedInSitting(ratification);
    await statusIs(left, 'LAPSED');
    expect(await look(kept)).toMatchObject({
      ...{ status: 'EFFECTIVE', urgency: { ratifiedBy: ratification.decision } },
    });
    expect(await look(left, world.day(1))).toMatchObject({ inEffect: false });
  }, 120_000);
});

describe('a decision in effect', () => {
  let decision: Proposal;
  beforeAll(async () => {
    decision = await proposed('Criteri di riparto');
    await approvedInSitting(decision);
    await published(decision);
    await statusIs(decision.decision, 'EFFECTIVE');
  }, 120_000);

  it('X-1: shows an erratum beside the text that was voted on', async () => {
    const textSha256 = await uploads(body.secretary, 'Criteri di riparto, testo corretto');
    const { decision: id, textSha256: corrects } = decision;
    await does(body.chair, {
      issueErratum: {
        ...{ decision: id, document: body.act, corrects, textSha256 },
        ...{ ...signature(), ...because(body.act) },
      },
    });
    expect(await look(id)).toMatchObject({
      ...{ status: 'EFFECTIVE', textSha256: corrects },
      errata: [{ corrects, textSha256, signedAs: 'CHAIR' }],
    });
  });

  it('D-8: is suspended by the body that upholds an objection to it', async () => {
    const { decision: id } = decision;
    const document = await uploads(body.secretary, 'Opposizione');
    const [, second] = body.seats;
    if (!second) throw new Error('nobody objects');
    await does(second.holder, { lodgeObjection: { decision: id, document } });
    const answer = { decision: id, objection: 'o1', answer: 'UPHOLD', follows: 'SUSPENSION' };
    const answering = await proposed('Accoglimento', { answerObjection: answer });
    await approvedInSitting(answering);
    expect(await look(id)).toMatchObject({ objections: [{ id: 'o1', answer: null }] });
    await published(answering);
    await statusIs(id, 'SUSPENDED');
    expect(await look(id)).toMatchObject({
      objections: [{ answer: 'UPHOLD', follows: 'SUSPENSION', answeredBy: answering.decision }],
    });
  }, 120_000);
});

describe('a question that the body votes on beside a decision', () => {
  it('GB-1, D-6: defers one item with reasons, and lets another have effect before its publication', async () => {
    const [late, urgent] = [await proposed('Da rinviare'), await proposed('Eseguibile')];
    const [first, second] = await seated(late, urgent);
    if (!first || !second) throw new Error('nothing is on the agenda');
    const until = world.day(5);
    await carried(first, { kind: 'DEFER', until, reason: body.act });
    await statusIs(late.decision, 'DEFERRED');
    await carried(second);
    await carried(second, { kind: 'ENFORCEABILITY' });
    await statusIs(urgent.decision, 'APPROVED');
    await does(body.chair, { closeMeeting: { sitting: second.sitting } });
    const { decision, textSha256 } = urgent;
    await does(body.chair, {
      signDecision: { decision, textSha256, ...signature(), ...because(body.act) },
    });
    await statusIs(decision, 'EFFECTIVE');
    const at = { enforceableFrom: world.day(), effectiveOn: world.day(), publication: null };
    expect(await look(decision)).toMatchObject(at);
    const deferrals = [{ cause: 'BY_VOTE', until, reason: body.act }];
    expect(await look(late.decision)).toMatchObject({ deferrals });
    const carriedOn = { outcome: 'APPROVED' };
    const found = await world.stage.ask(
      `query ($id: ID!, $decision: ID!, $late: ID!) {
        sitting(id: $id) { items { status vote { question { kind } } questions { ending { outcome } } } }
        enforceable: recomputeQuestions(decision: $decision) { ...counted }
        deferred: recomputeQuestions(decision: $late) { ...counted }
      } fragment counted on QuestionRecomputation { question { kind } equal computed }`,
      { id: second.sitting, decision, late: late.decision },
    );
    expect(found).toMatchObject({
      sitting: {
        items: [
          { status: 'DEFERRED', vote: null, questions: [{ ending: carriedOn }] },
          { status: 'VOTE_CLOSED', vote: { question: null }, questions: [{ ending: carriedOn }] },
        ],
      },
      enforceable: [{ question: { kind: 'ENFORCEABILITY' }, equal: true, computed: 'APPROVED' }],
      deferred: [{ question: { kind: 'DEFER' }, equal: true, computed: 'APPROVED' }],
    });
  }, 60_000);
});

describe('a decision under a condition', () => {
  it('D-8: lapses by itself when the condition fails on its day, once, what it did stays', async () => {
    const condition = {
      ...{ text: 'Parere della Regione', dueOn: world.day(10), evidence: 'parere' },
      ...{ verifier: { kind: 'SECRETARY' }, effect: 'AFTER', onFailure: 'LAPSE' },
    };
    const proposal = await proposed('Contributo', { conditions: [condition] });
    const { decision: id } = proposal;
    await approvedInSitting(proposal);
    await published(proposal);
    await statusIs(id, 'EFFECTIVE');
    const today = world.day();
    expect(await look(id)).toMatchObject({
      conditions: [{ condition: 'c1', status: 'OPEN', dueOn: world.day(10) }],
    });
    await server.sleepUntil(`${world.day(12)}T08:00:00.000Z`);
    world = await World.open(new Stage({ client: new Client(server.url), tell: () => undefined }));
    await statusIs(id, 'LAPSED');
    expect(await look(id, today)).toMatchObject({
      ...{ inEffect: true, conditions: [{ status: 'FAILED', onFailure: 'LAPSE' }] },
    });
    expect(await look(id, world.day(11))).toMatchObject({ inEffect: false });
    const { conditions } = await world.stage.ask<{ conditions: { totalCount: number } }>(
      'query ($board: ID!) { conditions(board: $board, status: FAILED) { totalCount } }',
      { board: body.id },
    );
    expect(conditions.totalCount).toBe(1);
  }, 120_000);
});
