import { say } from '../narration.js';
import { grounds } from '../stage.js';
import type { Stage } from '../stage.js';
import type { BoardValues } from '../values.js';
import { draftAgreement } from './agreements.js';
import { decisionOf, establishBoard, proposeAdoption } from './boards.js';
import type { Proposal, SittingBoard } from './boards.js';
import { coDesign, writePlan } from './co-design.js';
import type { Designing, PlanVersion } from './co-design.js';
import { eligiblePartner, foundAuthority, initiatePlan, publishCall, signatory } from './ground.js';
import { foundNetwork } from './networks.js';
import { closeSitting, desertedSitting, votingSitting } from './sittings.js';
import type { Ending } from './sittings.js';
import { the, World } from './world.js';
import type { Organisation } from './world.js';

/** What the second journey brought about: ids to look at, and how the vote ended. */
export type BoardFacts = Readonly<{
  plan: string;
  network: string;
  /** An agreement that was a draft when the board voted. */
  agreement: string;
  board: string;
  deserted: string;
  sitting: string;
  item: string;
  decision: string;
  version: PlanVersion;
  /** The texts served for the vote, by hash. */
  papers: readonly string[];
  textSha256: string;
  /** In the order of the values. */
  seats: readonly string[];
  ending: Ending;
  /** Null where the board rejected the proposal. */
  number: string | null;
  /** Who acts for the lead, for what comes after. */
  lead: Organisation;
}>;

/**
 * The second journey: a plan is co-designed, the board votes on its frozen version, and the plan
 * is adopted by that decision once it is effective, and by nothing else. @throws StoryBroken
 */
export async function boardJourney(stage: Stage, values: BoardValues): Promise<BoardFacts> {
  const world = await World.open(stage);
  const on = await begin(world, values.partners);
  stage.chapter(say('Il piano si scrive e si discute', 'The plan is written and discussed'));
  await writePlan(world, on, values.actions);
  const version = await coDesign(world, on, values.contributions);
  const agreement = await draftBeside(world, on);
  const board = await establishBoard(world, on, values);
  const proposal = await proposeAdoption(world, { board: board.id, on }, version);
  const matter = { ...proposal, version };
  const deserted = await desertedSitting(world, board, matter);
  const item = await votingSitting(world, board, matter);
  const ending = await closeSitting(world, board, item);
  const number = await concluded(world, { on, board, proposal, version }, ending);
  return {
    ...{ plan: on.plan, network: on.network, agreement, lead: on.lead, version, deserted },
    ...{ board: board.id, seats: board.members.map(({ seat }) => seat), ...item, ...proposal },
    ...{ papers: [version.sha256, proposal.motivation], ending, number },
  };
}

/** A region, its partners and its network, under a call of their own. */
async function begin(world: World, count: number): Promise<Designing> {
  const authority = await foundAuthority(world);
  const call = await publishCall(world, authority);
  world.stage.chapter(say('Chi siede alla rete', 'Who makes up the network'));
  const lead = await eligiblePartner(
    world,
    {
      ...{ name: `Regione dimostrativa ${world.tag}`, kind: 'REGION' },
      role: say('dirigente della Regione, capofila', 'head at the Region, the lead'),
    },
    authority,
  );
  const officer = await signatory(world, lead, {
    role: say('funzionario della Regione', 'officer of the Region'),
    acts: ['PLAN'],
  });
  const found: Organisation[] = [];
  for (let n = 1; n <= count; n += 1) {
    const name = `Ambito territoriale dimostrativo ${world.tag}-${String(n)}`;
    const role = say(`responsabile dell’ambito ${String(n)}`, `head of area ${String(n)}`);
    found.push(await eligiblePartner(world, { name, kind: 'TERRITORIAL_AREA', role }, authority));
  }
  const [first, ...rest] = found;
  const partners = [the(first, 'a partner'), ...rest] as const;
  const plan = await initiatePlan(world, lead, call);
  const network = await foundNetwork(world, {
    ...{ plan, level: 'REGION', title: `rete regionale ${world.tag}`, codes: ['ITC4'] },
    ...{ lead, members: partners },
  });
  return { plan, network, lead, officer, partners };
}

/** An agreement that waits for the plan: still a draft when the board votes. */
async function draftBeside(world: World, { plan, network, lead, partners }: Designing) {
  const [partner] = partners;
  return await draftAgreement(world, {
    ...{ kind: 'PARTNERSHIP_AGREEMENT', title: `Accordo di partenariato ${world.tag}` },
    ...{ totalCents: 3_000_000, plan, network },
    parties: [
      { partner: lead, shareCents: 1_000_000, role: 'LEAD' },
      { partner, shareCents: 2_000_000, role: 'PARTNER' },
    ],
  });
}

type Concluding = Readonly<{
  on: Designing;
  board: SittingBoard;
  proposal: Proposal;
  version: PlanVersion;
}>;

/** Approved, it is signed, numbered, published, effective, and adopts the plan. */
async function concluded(
  world: World,
  story: Concluding,
  { outcome }: Ending,
): Promise<string | null> {
  const { on, proposal, version } = story;
  const approved = outcome === 'APPROVED';
  world.stage.chapter(say('Dal voto all’efficacia', 'From the vote to its effect'));
  const status = approved ? 'APPROVED' : 'REJECTED';
  await world.stage.until(
    approved
      ? say('la deliberazione è approvata', 'the decision is approved')
      : say('la deliberazione è respinta', 'the decision is rejected'),
    () => decisionOf(world, proposal.decision),
    (decision) => decision.status === status,
  );
  await notByAnythingElse(world, on, version);
  return approved ? await effective(world, story) : null;
}

/** PL-4, D-9: no person adopts a plan, and nothing goes on as if it were adopted. */
async function notByAnythingElse(
  world: World,
  { plan, lead, officer }: Designing,
  { sha256 }: PlanVersion,
): Promise<void> {
  const { __type } = await world.stage.ask<{ __type: { fields: readonly { name: string }[] } }>(
    '{ __type(name: "Mutation") { fields { name } } }',
  );
  if (__type.fields.some(({ name }) => name === 'adoptPlan'))
    the(null, 'a schema without adoptPlan');
  world.stage.finds(
    say(
      'nessuna mutazione adotta un piano: lo fa solo la decisione efficace (D-9)',
      'no mutation adopts a plan: only an effective decision does (D-9)',
    ),
  );
  const act = await world
    .by(officer)
    .uploads(say('carica la lettera d’invio', 'uploads the letter'), 'Invio del piano');
  await world
    .by(lead.head)
    .isKeptOut(
      ['PL-4', 'DecisionMissing'],
      say(
        'invia il piano senza una decisione efficace',
        'submits the plan without an effective decision',
      ),
      { submitPlan: { plan, sha256, ...grounds('Invio del piano.', act) } },
    );
}

async function effective(
  world: World,
  { on, board: { chair, secretary }, proposal: { decision, textSha256 }, version }: Concluding,
): Promise<string> {
  const chairs = world.by(chair);
  const container = await chairs.uploads(
    say('carica il file firmato', 'uploads the signed file'),
    'Firma',
  );
  const report = await chairs.uploads(say('carica la verifica', 'uploads the report'), 'Verifica');
  await chairs.does(say('firma la deliberazione', 'signs the decision'), {
    signDecision: {
      ...{ decision, textSha256, signatory: chair.person, level: 'DIGITAL' },
      ...{ signedAt: world.now(), container, report, ...grounds('Firma.', container) },
    },
  });
  const { number } = await world.stage.until(
    say('il registro le dà il numero', 'the register gives it its number'),
    () => decisionOf(world, decision),
    ({ status }) => status === 'NUMBERED',
  );
  const clerk = world.by(secretary);
  const proof = await clerk.uploads(say('carica la relata', 'uploads the proof'), 'Albo');
  await clerk.does(
    say(`pubblica la deliberazione ${number ?? ''}`, `publishes decision ${number ?? ''}`),
    {
      publishDecision: {
        ...{ decision, where: 'albo dimostrativo', publishedOn: world.day() },
        ...{ document: proof, ...grounds('Pubblicazione.', proof) },
      },
    },
  );
  await world.stage.until(
    say('è efficace', 'it is effective'),
    () => decisionOf(world, decision),
    ({ status }) => status === 'EFFECTIVE',
  );
  await adopted(world, on, version);
  return the(number, 'the number of the decision');
}

async function adopted(
  world: World,
  { plan, lead, officer }: Designing,
  { sha256 }: PlanVersion,
): Promise<void> {
  await world.stage.until(
    say('il piano è adottato', 'the plan is adopted'),
    async () => {
      const found = await world.stage.ask<{ plan: { status: string } }>(
        'query ($id: ID!) { plan(id: $id) { status } }',
        { id: plan },
      );
      return found.plan.status;
    },
    (status) => status === 'ADOPTED',
  );
  const act = await world
    .by(officer)
    .uploads(say('carica la lettera d’invio', 'uploads the letter'), 'Invio del piano adottato');
  await world.by(lead.head).does(say('ora lo invia', 'now submits it'), {
    submitPlan: { plan, sha256, ...grounds('Invio del piano adottato.', act) },
  });
}
