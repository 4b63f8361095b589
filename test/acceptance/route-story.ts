import { Client, grounds, say, Stage, World } from '@tavolo/demo';
import type { Persona } from '@tavolo/demo';
import { WalkedServer } from '../walked-server.js';

/** A body of one seat, whose holder chairs it. */
export type Body = Readonly<{ id: string; seat: string; chair: Persona; secretary: Persona }>;

const ZONE = 'Europe/Rome';
const TERM = { from: '2030-01-02', until: '2030-12-31' };
const does = (it: string) => say(it, it);

/** Bodies of several levels that vote in sittings of their own, under a clock that is moved. */
export class RouteStory {
  readonly #server: WalkedServer;
  #world: World | null = null;

  private constructor(server: WalkedServer) {
    this.#server = server;
  }

  static async begin(): Promise<RouteStory> {
    const server = await WalkedServer.start();
    server.walkTo('2030-01-02T09:00:00.000Z');
    const story = new RouteStory(server);
    await story.#enter();
    return story;
  }

  end(): Promise<void> {
    return this.#server.forget();
  }

  /** The server is stopped and starts again on what it left. */
  async restart(): Promise<void> {
    await this.#server.stop();
    await this.#server.start();
    await this.#enter();
  }

  async #enter(): Promise<void> {
    const client = new Client(this.#server.url);
    this.#world = await World.open(new Stage({ client, tell: () => undefined }));
  }

  /** Time does not run back: a moment that lies behind changes nothing. */
  walkTo(at: string): void {
    this.#server.walkTo(at);
  }

  get world(): World {
    if (!this.#world) throw new Error('the story has not begun');
    return this.#world;
  }

  ask<T>(query: string, variables: object = {}): Promise<T> {
    return this.world.stage.ask<T>(query, variables);
  }

  until<T>(what: string, ask: () => Promise<T>, isSo: (found: T) => boolean): Promise<T> {
    return this.world.stage.until(does(what), ask, isSo);
  }

  async give(mutation: string, input: object, by = this.world.founder) {
    return await this.world.by(by).does(does(mutation), { [mutation]: input });
  }

  upload(text: string): Promise<string> {
    return this.world.by(this.world.founder).uploads(does('carica'), text);
  }

  async body(name: string, level: string): Promise<Body> {
    const act = await this.upload(`Atto istitutivo: ${name}`);
    const because = grounds('Istituzione.', act);
    const { id } = await this.give('establishBoard', {
      ...{ name, level, seats: 1, rulebook, termUntil: TERM.until, ...because },
    });
    const holder = await this.world.person(does(`presidente di ${name}`));
    const named = { board: id, category: 'componenti', person: holder.person };
    const { created: seat } = await this.give('designateMember', named);
    await this.give('appointMember', { board: id, seat, ...TERM, ...because });
    await this.give('appointChair', { board: id, seat, ...TERM, ...because });
    const clerk = await this.world.person(does(`segreteria di ${name}`));
    const secretary = { board: id, person: clerk.person, ...TERM, ...because };
    await this.give('appointSecretary', secretary);
    const chair = { ...holder, mandate: `${id}#chair-1` };
    return { id, seat, chair, secretary: { ...clerk, mandate: `${id}#secretary-1` } };
  }

  async statusOf(id: string): Promise<string> {
    const found = await this.ask<{ decision: { status: string } | null }>(
      'query ($id: ID!) { decision(id: $id) { status } }',
      { id },
    );
    return found.decision?.status ?? '';
  }

  /** The body instructs it, sits, and votes. */
  async votes({ id: board, seat, chair }: Body, decision: string, choice: string): Promise<void> {
    const { decision: found } = await this.ask<{ decision: { textSha256: string } }>(
      'query ($id: ID!) { decision(id: $id) { textSha256 } }',
      { id: decision },
    );
    const { textSha256 } = found;
    const document = await this.upload('Parere tecnico');
    const opinion = { decision, kind: 'TECHNICAL', opinion: 'POSITIVE', document };
    await this.give('attachOpinion', opinion, chair);
    await this.give('markReady', { decision }, chair);
    const items = [{ decision, textSha256, papers: [] }];
    const called = { board, at: this.#now(), place: 'Sala', items };
    const { id: sitting } = await this.give('conveneMeeting', called, chair);
    await this.#becomes(decision, 'ON_AGENDA');
    const item = await this.#itemOf(sitting);
    await this.give('openMeeting', { sitting }, chair);
    await this.give('recordArrival', { sitting, seat }, chair);
    await this.give('verifyQuorum', { sitting, item }, chair);
    await this.give('openVote', { sitting, item, textSha256 }, chair);
    await this.give('castVote', { sitting, item, seat, choice, textSha256 }, chair);
    await this.give('closeVote', { sitting, item }, chair);
    await this.#becomes(decision, choice === 'FOR' ? 'APPROVED' : 'REJECTED');
  }

  /** It is signed, numbered, published, and has effect. */
  async effects(body: Body, decision: string): Promise<void> {
    await this.give('signDecision', await this.signature(body, decision), body.chair);
    await this.#becomes(decision, 'NUMBERED');
    const document = await this.upload('Relata');
    const publication = {
      decision,
      where: 'albo',
      publishedOn: this.#server.clock.now().slice(0, 10),
    };
    const published = { ...publication, ...grounds('Pubblicazione.', document) };
    await this.give('publishDecision', published, body.chair);
    await this.#becomes(decision, 'EFFECTIVE');
  }

  async signature({ chair }: Body, decision: string) {
    const { decision: found } = await this.ask<{ decision: { textSha256: string } }>(
      'query ($id: ID!) { decision(id: $id) { textSha256 } }',
      { id: decision },
    );
    const [container, report] = [await this.upload('Firma'), await this.upload('Verifica')];
    const signed = {
      signatory: chair.person,
      level: 'DIGITAL',
      signedAt: this.#server.clock.now(),
    };
    const because = grounds('Firma.', container);
    return { decision, ...found, ...signed, container, report, ...because };
  }

  async #becomes(decision: string, status: string): Promise<void> {
    await this.until(
      status,
      () => this.statusOf(decision),
      (now) => now === status,
    );
  }

  async #itemOf(id: string): Promise<string> {
    const { sitting } = await this.ask<{ sitting: { items: readonly { item: string }[] } }>(
      'query ($id: ID!) { sitting(id: $id) { items { item } } }',
      { id },
    );
    return sitting.items[0]?.item ?? '';
  }

  /** In winter the body's clock is an hour ahead of Greenwich. */
  #now() {
    const local = new Date(Date.parse(this.#server.clock.now()) + 3_600_000)
      .toISOString()
      .slice(0, 19);
    return { local, zone: ZONE, offset: '+01:00' };
  }
}

const rulebook = {
  quorum: { kind: 'FRACTION', num: 1, den: 2, strict: true, of: 'SEATS' },
  majority: { base: 'CAST_LESS_ABSTENTIONS', num: 1, den: 2, strict: true },
  ...{ tie: 'FALLS', recusedLeaveBase: true, noticeDays: 0, representation: [] },
};
