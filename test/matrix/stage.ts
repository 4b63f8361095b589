import { boardJourney, Client, fixedValues, networkLeadJourney, World } from '@tavolo/demo';
import type { Acting } from '@tavolo/demo';
import { Mandates } from '@tavolo/command';
import type { Mandate } from '@tavolo/command';
import type { MandateRef } from '@tavolo/kernel';
import type { EventStore, JsonObject } from '@tavolo/event-store';
import { readFileSync } from 'node:fs';
import { atRest } from '../acceptance/ground.js';
import { stageOn } from '../acceptance/played.js';
import { testIssuer } from '../identity.js';
import { boundProgram, tokensFor } from '../program.js';
import { ReadingOracle } from '../reading-oracle.js';
import { WalkedServer } from '../walked-server.js';

const CONTEXTS = 'libs/contexts';
/** Streams of boards that take a long story to come to, by the first fact of each. */
const long = [
  ...[['decision', 'boards/domain', 'DecisionProposed'] as const],
  ...[['sitting', 'boards/domain', 'MeetingConvened'] as const],
  ...[['procedure', 'boards/domain', 'ProcedureOpened'] as const],
  ...[['routedefinition', 'boards/domain/route', 'RouteDefined'] as const],
  ...[['route', 'boards/domain/route', 'RouteStarted'] as const],
];
/** What becomes of a decision after it is proposed, from the first of these types to the last. */
const ofDecision = ['ProposalAmended', 'DecisionLapsed'] as const;
/** What is told of a plan beside its draft. */
const ofPlan = [
  ...['NeedRecorded', 'CoProgrammingConcluded', 'PlanEndorsed', 'IntegrationRequested'],
  ...['MilestoneScheduled', 'EvaluationFindingRecorded', 'ProgressReported', 'BudgetLineAdded'],
  ...['PlanApproved', 'PlanReserveListed', 'RemodulationDrafted', 'RemodulationHeldBack'],
  'FinalReportSubmitted',
];
/** Of what was there before, by the first fact of the other and the one that says so. */
const twice = [
  ['partner', 'PartnerRegistered', 'PartnerRegistrationRefused'],
  ['plan', 'PlanInitiated', 'PlanInitiationRefused'],
] as const;

/** A log that can be closed: then every command that came past the policies fails at it. */
export class ClosedLog extends Error {}

/**
 * A server of its own, with two plans and their networks: one above, one below and beside it, each
 * with a body; whoever has an office, a power or an appointment there.
 */
export class MatrixStage {
  readonly client: Client;
  readonly oracle: ReadingOracle;
  #isClosed = false;
  readonly #services: MandateRef[] = [];
  /** Invitations to sign in that are open. */
  readonly invitations: string[] = [];

  private constructor(readonly server: WalkedServer) {
    this.client = new Client(server.url, tokensFor(server.url));
    this.oracle = new ReadingOracle(server.app);
  }

  static async open(): Promise<MatrixStage> {
    const log = { isClosed: () => false };
    const server = await WalkedServer.start({ between: (store) => closable(store, log) });
    const stage = new MatrixStage(server);
    log.isClosed = () => stage.#isClosed;
    try {
      await stage.#play();
    } catch (error) {
      await server.forget();
      throw error;
    }
    return stage;
  }

  /** Nothing is written any more. */
  close(): void {
    this.#isClosed = true;
  }

  async #play(): Promise<void> {
    const { stage } = stageOn(this.server.url);
    const { network, territorialNetwork, plan, region, area } = await networkLeadJourney(
      stage,
      fixedValues.networkLead,
    );
    await boardJourney(stage, fixedValues.board);
    await atRest(stage, this.server.url);
    const world = await World.open(stage);
    const [sister, head] = await this.#sister(plan, network, [region.id, area.id]);
    const bodies = [
      await this.#body(world, { plan, network, level: 'REGION' }, region.head),
      await this.#body(world, { plan, network: territorialNetwork, level: 'TERRITORY' }, area.head),
      await this.#body(world, { plan, network: sister, level: 'TERRITORY' }, head),
    ];
    const founder = world.founder;
    const one = async () => (await world.person({ it: 'persona', en: 'person' })).person;
    const from = world.day();
    await this.#gives(founder, 'appointAuditor', { person: await one(), scope: network, from });
    const coordinating = { person: await one(), scope: territorialNetwork, from };
    await this.#gives(region.head, 'appointCoordinator', coordinating);
    await this.#service(region, from);
    await this.#service(area, from);
    const power = { partner: region.id, person: await one(), acts: ['AGREEMENT'], from };
    await this.#gives(region.head, 'authoriseSignatory', power);
    for (const board of bodies) await this.#says(board);
    await this.#saysAll(String(bodies[0]), plan, area.id);
    await this.#oversees(founder, area, {
      ...{ person: await one(), from, until: world.day(30) },
    });
    await this.#invites(founder, region.head);
    await atRest(stage, this.server.url);
  }

  /** A second administrator, whom the authority confirms; and all that is kept of an organisation. */
  async #oversees(
    founder: Acting,
    { id: partner, head }: Led,
    { person, from, until }: Readonly<{ person: string; from: string; until: string }>,
  ): Promise<void> {
    const authority = await this.#authority();
    const appointment = await this.#gives(founder, 'proposeAdministrator', { person, from });
    await this.#gives(authority, 'confirmAdministrator', { appointment });
    await this.#gives(head, 'recordBeneficialOwners', { partner, owners: [head.person] });
    await this.#gives(head, 'declareInterest', { partner, person: head.person });
    await this.#gives(authority, 'openExclusion', { partner, replyUntil: until });
  }

  async #authority(): Promise<Acting> {
    const partners = await this.oracle.rowsOf(this.oracle.table('partner'));
    const ministry = partners.find(({ kind }) => String(kind).toLowerCase() === 'ministry');
    const mandates = await this.mandates();
    const head = mandates.find(
      ({ organisation, kind }) => organisation === ministry?.id && kind === 'legalRepresentative',
    );
    if (!head) throw new Error('no authority has a head');
    return { person: head.person, mandate: head.ref };
  }

  /** A way in that nobody has gone yet. */
  async #invites(as: Acting, { mandate }: Acting): Promise<void> {
    const { inviteToSignIn } = await this.client.query<{ inviteToSignIn: { id: string } }>(
      `mutation ($mandate: ID!) { inviteToSignIn(input: { mandate: $mandate }) {
        ... on SignInInvitation { id } } }`,
      { mandate },
      as,
    );
    this.invitations.push(inviteToSignIn.id);
  }

  /** A program of an organisation, which its head admits, answers for and invites. */
  async #service({ id, head }: Led, from: string): Promise<void> {
    const { person: responsible } = head;
    const admitted = { organisation: id, name: 'Gestionale', responsible, from };
    const service = await this.#gives(head, 'admitService', admitted);
    this.server.trusts(await testIssuer());
    const { mandate } = await boundProgram(this.client, service, head);
    this.#services.push(mandate as MandateRef);
  }

  /** A network beside the one below, led by another member of the one above. */
  async #sister(plan: string, network: string, not: readonly string[]) {
    const members = await this.oracle.rowsOf(this.oracle.table('network_member'));
    const other = members.find(
      (row) => row.network === network && !not.includes(String(row.partner)),
    );
    const lead = String(other?.partner);
    const held = (await this.mandates()).find(({ organisation }) => organisation === lead);
    if (!held) throw new Error('the network above has no other member');
    const as: Acting = { person: held.person, mandate: held.ref };
    const proposed = { plan, title: 'Rete sorella', level: 'TERRITORY', lead, source: 'SYNTHETIC' };
    const id = await this.#gives(as, 'proposeNetwork', proposed);
    await this.#gives(as, 'linkParentNetwork', { plan, network: id, parent: network });
    return [id, as] as const;
  }

  async #body(
    world: World,
    at: Readonly<{ plan: string; network: string; level: string }>,
    lead: Acting,
  ): Promise<string> {
    const [from, until] = [world.day(), world.day(365)];
    const board = await this.#gives(lead, 'establishBoard', {
      ...{ ...at, name: 'Cabina', seats: 2, rulebook, termUntil: until, source: 'SYNTHETIC' },
    });
    const people = [];
    for (let n = 0; n < 4; n += 1)
      people.push((await world.person({ it: 'persona', en: 'person' })).person);
    const [chair, member, secretary, alternate] = people;
    for (const person of [chair, member]) {
      const designated = { board, category: 'componenti', person };
      const seat = await this.#gives(lead, 'designateMember', designated);
      await this.#gives(lead, 'appointMember', { board, seat, from, until });
      const office = person === chair ? 'appointChair' : 'appointViceChair';
      await this.#gives(lead, office, { board, seat, from, until });
      if (person === chair) continue;
      const standIn = { board, seat, person: alternate, from, until };
      await this.#gives(lead, 'appointAlternate', standIn);
    }
    await this.#gives(lead, 'appointSecretary', { board, person: secretary, from, until });
    return board;
  }

  /**
   * What lies in a body, as the golden samples of its events have it: a confidential matter, which
   * it is asked about in writing, and others.
   */
  async #says(board: string): Promise<void> {
    const matter = `decision-${board.slice(board.indexOf('-') + 1)}`;
    const own: Readonly<Record<string, JsonObject>> = {
      DecisionProposed: { board, confidential: true },
      ProcedureOpened: { board, decision: matter },
    };
    for (const [category, folder, type] of long) {
      const { data } = sampleOf(folder, type);
      const stream = `${category}-${board.slice(board.indexOf('-') + 1)}`;
      await this.server.says(stream, { type, data: { ...data, ...(own[type] ?? { board }) } });
    }
  }

  /** All that can become of a decision, of a plan and of an organisation, whether it fits or not. */
  async #saysAll(board: string, plan: string, partner: string): Promise<void> {
    const facts = samplesOf('boards/domain');
    const types = [...new Set(facts.map(({ type }) => type))];
    const [first, last] = ofDecision.map((type) => types.indexOf(type));
    const later = types.slice(first, Number(last) + 1).filter((type) => type !== 'NumberTaken');
    const proposals = facts.filter(({ type }) => type === 'DecisionProposed');
    for (const [n, { type, data }] of proposals.entries()) {
      const proposed = { type, data: { ...data, board, confidential: false } };
      const became = later.map((one) => sampleOf('boards/domain', one));
      await this.server.says(anotherOf('decision', n), proposed, ...(n === 0 ? became : []));
    }
    await this.server.says(plan, ...ofPlan.map((type) => sampleOf('plans/domain', type)));
    await this.server.says(partner, sampleOf('partners/domain', 'EligibilityEvidenceSubmitted'));
    for (const [category, begun, refused] of twice) {
      const said = [begun, refused].map((type) => sampleOf(`${category}s/domain`, type));
      await this.server.says(anotherOf(category, 0), ...said);
    }
  }

  /** What was founded, or the part that was added. */
  async #gives(as: Acting, name: string, input: object): Promise<string> {
    const sha256 = await this.client.upload(as, `Atto: ${name}`, 'text/plain');
    const because = { reason: 'Prova.', documents: [{ sha256 }] };
    const answer = await this.client.command(as, name, { ...input, ...because });
    if (answer.outcome === 'refused') throw new Error(`${name}: ${answer.message}`);
    return answer.receipt.createdId ?? answer.id;
  }

  /** Everything that anybody holds today, programs included. */
  async mandates(): Promise<readonly Mandate[]> {
    const people = await this.oracle.people();
    const held = await Promise.all(people.map((person) => this.oracle.mandatesOf(person)));
    const mandates = this.server.app.get(Mandates);
    const services = await Promise.all(this.#services.map((ref) => mandates.find(ref)));
    return [...held.flat(), ...services.filter((one) => one !== null)];
  }
}

const rulebook = {
  quorum: { kind: 'FRACTION', num: 1, den: 2, strict: true, of: 'SEATS' },
  majority: { base: 'PRESENT', num: 1, den: 2, strict: true },
  ...{ tie: 'FALLS', recusedLeaveBase: true, noticeDays: 0, representation: [] },
};

/** A stream that only its facts know. */
function anotherOf(category: string, n: number): string {
  return `${category}-00000000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`;
}

/** The last golden sample of a type. */
function sampleOf(folder: string, type: string): Sample {
  const sample = samplesOf(folder).findLast((one) => one.type === type);
  if (!sample) throw new Error(`there is no sample of ${type}`);
  return sample;
}

function samplesOf(folder: string): readonly Sample[] {
  return JSON.parse(
    readFileSync(`${CONTEXTS}/${folder}/samples.json`, 'utf8'),
  ) as readonly Sample[];
}

type Led = Readonly<{ id: string; head: Acting }>;
type Sample = Readonly<{ type: string; data: JsonObject }>;

function closable(store: EventStore, log: { readonly isClosed: () => boolean }): EventStore {
  return new Proxy(store, {
    get(target, name) {
      if (name === 'append' && log.isClosed()) {
        return () => Promise.reject(new ClosedLog('the log is closed'));
      }
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
