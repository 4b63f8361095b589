import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { Client, grounds } from '@tavolo/demo';
import type { Acting, CommandAnswer } from '@tavolo/demo';
import { startServer } from './server.js';
import type { RunningServer } from './server.js';

const ZONE = 'Europe/Rome';
const rulebook = {
  quorum: { kind: 'FRACTION', num: 1, den: 2, strict: true, of: 'SEATS' },
  majority: { base: 'CAST_LESS_ABSTENTIONS', num: 1, den: 2, strict: true },
  ...{ tie: 'LOT', recusedLeaveBase: true, noticeDays: 0, representation: [] },
  ballots: ['NAMED', 'HIDDEN', 'SECRET', 'SECRET_ON_PAPER'],
  written: { minDays: 0, replyChange: 'UNTIL_CLOSE' },
};

/** A member and the mandate of the seat. */
export type Voter = Acting & Readonly<{ seat: string }>;

/** What a vote is named by in commands. */
export type OpenVote = Readonly<{ sitting: string; item: string; textSha256: string }>;

/** What an answer is given to in writing. */
export type OpenProcedure = Readonly<{ procedure: string; decision: string; textSha256: string }>;

/** A board of four that votes in every form, on a server that can be killed and started again. */
export class VotingBody {
  board = '';
  voters: readonly Voter[] = [];
  secretary: Acting = { person: '', mandate: null };
  chair: Acting = { person: '', mandate: null };
  /** What every server of this body has printed. */
  readonly printed: string[] = [];
  #server: RunningServer;
  #client: Client;
  #founder: Acting = { person: '', mandate: null };
  #count = 0;

  private constructor(server: RunningServer) {
    this.#server = server;
    this.#client = new Client(server.url);
  }

  static async found(): Promise<VotingBody> {
    const body = new VotingBody(await startServer());
    await body.#found();
    return body;
  }

  /** Another body on the same server, with other rules. */
  async beside(rules: object): Promise<VotingBody> {
    const body = new VotingBody(this.#server);
    await body.#found(rules);
    return body;
  }

  get server(): RunningServer {
    return this.#server;
  }

  /** The server dies in the middle of what it does, and starts again on what it left. */
  async killed(): Promise<void> {
    const { folder } = this.#server;
    await this.stop('SIGKILL');
    this.#server = await startServer({ folder });
    this.#client = new Client(this.#server.url);
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    await this.#server.stop(signal);
    this.printed.push(...this.#server.output);
  }

  ask<T>(document: string, variables: object = {}, as?: Acting): Promise<T> {
    return this.#client.query<T>(document, variables, as);
  }

  /** Somebody who audits everything. */
  async appointsAuditor(): Promise<Acting> {
    const person = await this.#registers('Flora Prova');
    const act = await this.#client.upload(this.#founder, 'Nomina', 'text/plain');
    const from = Temporal.Now.plainDateISO(ZONE).toString();
    const { stream } = await this.does(this.#founder, 'appointAuditor', {
      ...{ person, scope: 'instance-tavolo', from, ...grounds('Controllo.', act) },
    });
    return { person, mandate: `${stream}#auditor` };
  }

  /** The chair suspends the seat, from today. */
  async suspends({ seat }: Voter): Promise<void> {
    const act = await this.#client.upload(this.chair, 'Sospensione', 'text/plain');
    const from = Temporal.Now.plainDateISO(ZONE).toString();
    const suspended = { board: this.board, seat, from, ...grounds('Sospensione.', act) };
    await this.does(this.chair, 'suspendSeat', suspended);
  }

  /** The record of a drawing, uploaded by the secretary. */
  records(): Promise<string> {
    return this.#client.upload(this.secretary, 'Verbale di estrazione', 'text/plain');
  }

  gives(as: Acting, name: string, input: object): Promise<CommandAnswer> {
    return this.#client.command(as, name, input);
  }

  /** Gives a command that is accepted; answers its receipt. @throws Error with the refusal */
  async does(as: Acting, name: string, input: object) {
    const answer = await this.gives(as, name, input);
    if (answer.outcome === 'refused') throw new Error(`${name}: ${answer.message}`);
    return answer.receipt;
  }

  /** A sitting with everybody there, on one decision, and its vote open in this form. */
  async opens(ballot: string, about: object = {}): Promise<OpenVote> {
    const { decision, textSha256 } = await this.#proposes(about);
    const { board, chair, secretary } = this;
    const now = Temporal.Now.zonedDateTimeISO(ZONE);
    const local = now.toPlainDateTime().toString({ smallestUnit: 'second', roundingMode: 'floor' });
    const { stream: sitting } = await this.does(secretary, 'conveneMeeting', {
      ...{ board, at: { local, zone: ZONE, offset: now.offset }, place: 'Sala 1' },
      items: [{ decision, textSha256 }],
    });
    await this.until(
      () => this.ask<{ decision: { status: string } }>(STATUS, { decision }, chair),
      (found) => found.decision.status === 'ON_AGENDA',
    );
    await this.does(chair, 'openMeeting', { sitting });
    for (const { seat } of this.voters)
      await this.does(secretary, 'recordArrival', { sitting, seat });
    const found = await this.ask<{ sitting: { items: readonly { item: string }[] } }>(
      'query ($id: ID!) { sitting(id: $id) { items { item } } }',
      { id: sitting },
      chair,
    );
    const item = found.sitting.items[0]?.item ?? '';
    await this.does(secretary, 'verifyQuorum', { sitting, item });
    await this.does(chair, 'openVote', { sitting, item, textSha256, ballot });
    return { sitting, item, textSha256 };
  }

  /** What a sitting of one item is about. */
  async decisionIn(sitting: string): Promise<string> {
    interface Found {
      readonly sitting: {
        readonly items: readonly { readonly decision: { readonly id: string } }[];
      };
    }
    const query = 'query ($id: ID!) { sitting(id: $id) { items { decision { id } } } }';
    const { sitting: found } = await this.ask<Found>(query, { id: sitting }, this.chair);
    return found.items[0]?.decision.id ?? '';
  }

  /** A written procedure on one decision, answered in this form. */
  async asks(ballot: string, about: object = {}): Promise<OpenProcedure> {
    const { decision, textSha256 } = await this.#proposes(about);
    const later = Temporal.Now.plainDateTimeISO(ZONE).add({ days: 30 });
    const deadline = { local: later.toString({ smallestUnit: 'minute' }), zone: ZONE };
    const { stream: procedure } = await this.does(this.secretary, 'openProcedure', {
      ...{ board: this.board, kind: 'WRITTEN', decision, textSha256, deadline, ballot },
    });
    await this.until(
      () => this.ask<{ decision: { status: string } }>(STATUS, { decision }, this.chair),
      (found) => found.decision.status === 'ON_AGENDA',
    );
    return { procedure, decision, textSha256 };
  }

  /** Asks until it is so. @throws Error after ten seconds */
  async until<T>(look: () => Promise<T>, isSo: (found: T) => boolean): Promise<T> {
    const end = performance.now() + 10_000;
    for (;;) {
      const found = await look();
      if (isSo(found)) return found;
      if (performance.now() > end) throw new Error(`not so: ${JSON.stringify(found)}`);
    }
  }

  /** Every byte of the data folder, each file under its path; not those of this name. */
  files(but = ''): ReadonlyMap<string, Buffer> {
    const { folder } = this.#server;
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile() && (but === '' || !entry.name.startsWith(but)))
      .map(({ parentPath, name }) => join(parentPath, name));
    return new Map(paths.map((path) => [path, readFileSync(path)]));
  }

  /** In which files of the data folder a choice stands near one of these seats, as any of its names. */
  linked(seats: readonly string[], but = ''): string[] {
    const near = 400;
    return [...this.files(but)].flatMap(([path, bytes]) => {
      const text = bytes.toString('latin1');
      const found = seats.some((seat) => {
        for (let at = text.indexOf(seat); at >= 0; at = text.indexOf(seat, at + 1)) {
          if (CHOICE.test(text.slice(Math.max(0, at - near), at + near))) return true;
        }
        return false;
      });
      return found ? [path] : [];
    });
  }

  async #proposes(about: object = {}): Promise<Readonly<{ decision: string; textSha256: string }>> {
    this.#count += 1;
    const { chair } = this;
    const textSha256 = await this.#client.upload(
      chair,
      `Atto ${String(this.#count)}`,
      'text/plain',
    );
    const { stream: decision } = await this.does(chair, 'proposeDecision', {
      ...{ board: this.board, title: `Atto ${String(this.#count)}`, textSha256 },
      ...{ motivation: textSha256, legalBasis: ['L. 241/1990'], ...about },
    });
    const opinion = { decision, kind: 'TECHNICAL', opinion: 'POSITIVE', document: textSha256 };
    await this.does(this.voters[1] ?? chair, 'attachOpinion', opinion);
    await this.does(chair, 'markReady', { decision });
    return { decision, textSha256 };
  }

  async #found(rules: object = {}): Promise<void> {
    const { instance } = await this.ask<Instance>('{ instance { founderMandate founder { id } } }');
    this.#founder = { person: instance.founder.id, mandate: instance.founderMandate };
    const founder = this.#founder;
    const act = await this.#client.upload(founder, 'Atto istitutivo', 'text/plain');
    const because = grounds('Istituzione della cabina di regia.', act);
    const today = Temporal.Now.plainDateISO(ZONE);
    const term = { from: today.toString(), until: today.add({ days: 300 }).toString() };
    const { stream: board } = await this.does(founder, 'establishBoard', {
      ...{ name: 'Cabina di regia di prova', level: 'REGION', seats: 4 },
      rulebook: { ...rulebook, ...rules },
      ...{ termUntil: term.until, ...because },
    });
    this.board = board;
    const voters: Voter[] = [];
    for (const name of ['Aurora Prova', 'Bruno Prova', 'Clelia Prova', 'Dario Prova']) {
      const person = await this.#registers(name);
      const designated = { board, category: 'comuni', person };
      const { createdId } = await this.does(founder, 'designateMember', designated);
      const seat = createdId ?? '';
      await this.does(founder, 'appointMember', { board, seat, ...term, ...because });
      voters.push({ person, seat, mandate: `${board}#${seat}` });
    }
    this.voters = voters;
    const [first] = voters;
    await this.does(founder, 'appointChair', { board, seat: first?.seat, ...term, ...because });
    this.chair = { person: first?.person ?? '', mandate: `${board}#chair-1` };
    const person = await this.#registers('Elvira Prova');
    await this.does(founder, 'appointSecretary', { board, person, ...term, ...because });
    this.secretary = { person, mandate: `${board}#secretary-1` };
  }

  async #registers(name: string): Promise<string> {
    const { registerPerson } = await this.ask<{ registerPerson: { person: { id: string } } }>(
      'mutation ($input: RegisterPersonInput!) { registerPerson(input: $input) { ... on PersonPayload { person { id } } } }',
      { input: { name } },
      this.#founder,
    );
    return registerPerson.person.id;
  }
}

/** A choice, as an event, a row or a request names it. */
const CHOICE = /"choice":"|"(for|against|abstain)"[^:]|\b(FOR|AGAINST|ABSTAIN)\b/;

const STATUS = 'query ($decision: ID!) { decision(id: $decision) { status } }';

interface Instance {
  readonly instance: { readonly founderMandate: string; readonly founder: { readonly id: string } };
}
