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

const SAMPLES = 'libs/contexts/boards/domain';
/** Streams of boards that take a long story to come to, by the first fact of each. */
const long = [
  ...[['decision', 'samples.json', 'DecisionProposed'] as const],
  ...[['sitting', 'samples.json', 'MeetingConvened'] as const],
  ...[['procedure', 'samples.json', 'ProcedureOpened'] as const],
  ...[['routedefinition', 'route/samples.json', 'RouteDefined'] as const],
  ...[['route', 'route/samples.json', 'RouteStarted'] as const],
];

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
    for (const board of bodies) await this.#says(board);
    await atRest(stage, this.server.url);
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
    for (let n = 0; n < 3; n += 1)
      people.push((await world.person({ it: 'persona', en: 'person' })).person);
    const [chair, member, secretary] = people;
    for (const person of [chair, member]) {
      const designated = { board, category: 'componenti', person };
      const seat = await this.#gives(lead, 'designateMember', designated);
      await this.#gives(lead, 'appointMember', { board, seat, from, until });
      if (person === chair) await this.#gives(lead, 'appointChair', { board, seat, from, until });
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
    for (const [category, file, type] of long) {
      const samples = JSON.parse(readFileSync(`${SAMPLES}/${file}`, 'utf8')) as readonly Sample[];
      const sample = samples.find((one) => one.type === type);
      if (!sample) throw new Error(`there is no sample of ${type}`);
      const stream = `${category}-${board.slice(board.indexOf('-') + 1)}`;
      await this.server.says(stream, {
        type,
        data: { ...sample.data, ...(own[type] ?? { board }) },
      });
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
