import { Client, grounds } from '@tavolo/demo';
import type { Acting, CommandAnswer } from '@tavolo/demo';
import { WalkedServer } from '../walked-server.js';

/** The story begins on a Monday; clocks go forward on 31 March. */
const BEGIN = '2030-03-11T08:00:00.000Z';

/** A written and a silence procedure, as a rulebook over GraphQL says them. */
const rulebook = {
  quorum: { kind: 'FRACTION', num: 1, den: 2, strict: true, of: 'SEATS' },
  majority: { base: 'CAST_LESS_ABSTENTIONS', num: 1, den: 2, strict: true },
  ...{ tie: 'FALLS', recusedLeaveBase: true, noticeDays: 0, representation: [] },
  written: { minDays: 10, replyChange: 'UNTIL_CLOSE', sittingCalls: 2, extensionDays: 5 },
  silence: { minDays: 10, objections: 1, onObjections: 'SITTING', reminderDays: [3] },
};

/** A member and the mandate of the seat. */
export type Member = Acting & Readonly<{ seat: string }>;

/** Acts on a server whose clock is walked, with a board of three in office. */
export class Chamber {
  board = '';
  members: readonly Member[] = [];
  secretary: Acting = { person: '', mandate: null };
  #client: Client;
  #founder: Acting = { person: '', mandate: null };
  #count = 0;

  private constructor(readonly server: WalkedServer) {
    this.#client = new Client(server.url);
  }

  static async open(): Promise<Chamber> {
    const server = await WalkedServer.start({});
    server.walkTo(BEGIN);
    const chamber = new Chamber(server);
    await chamber.#found();
    return chamber;
  }

  /** The server stops, time passes, it starts again on what it left. */
  async sleepUntil(at: string): Promise<void> {
    await this.server.sleepUntil(at);
    this.#client = new Client(this.server.url);
  }

  ask<T>(document: string, variables: object = {}): Promise<T> {
    return this.#client.query<T>(document, variables);
  }

  /** Gives a command, whatever is answered. */
  gives(as: Acting, name: string, input: object): Promise<CommandAnswer> {
    return this.#client.command(as, name, input);
  }

  /** Gives a command that is accepted; answers its stream. @throws Error with the refusal */
  async does(as: Acting, name: string, input: object): Promise<string> {
    const answer = await this.gives(as, name, input);
    if (answer.outcome === 'refused') throw new Error(`${name}: ${answer.message}`);
    return answer.id;
  }

  uploads(as: Acting, text: string): Promise<string> {
    return this.#client.upload(as, text, 'text/plain');
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

  /** A decision that is ready, with its text. */
  async proposes(): Promise<Readonly<{ decision: string; textSha256: string }>> {
    this.#count += 1;
    const { secretary } = this;
    const textSha256 = await this.uploads(secretary, `Testo ${String(this.#count)}`);
    const decision = await this.does(secretary, 'proposeDecision', {
      ...{ board: this.board, title: `Atto ${String(this.#count)}`, textSha256 },
      ...{ motivation: textSha256, legalBasis: ['L. 241/1990, art. 14-bis'] },
    });
    const [, officer] = this.members;
    const opinion = { decision, kind: 'TECHNICAL', opinion: 'POSITIVE', document: textSha256 };
    await this.does(officer ?? secretary, 'attachOpinion', opinion);
    await this.does(secretary, 'markReady', { decision });
    return { decision, textSha256 };
  }

  async #found(): Promise<void> {
    const { instance } = await this.ask<Instance>('{ instance { founderMandate founder { id } } }');
    this.#founder = { person: instance.founder.id, mandate: instance.founderMandate };
    const act = await this.uploads(this.#founder, 'Atto istitutivo');
    const because = grounds('Istituzione della cabina di regia.', act);
    const term = { from: BEGIN.slice(0, 10), until: '2031-12-31' };
    this.board = await this.does(this.#founder, 'establishBoard', {
      ...{ name: 'Cabina di regia di prova', level: 'REGION', seats: 3, rulebook },
      ...{ termUntil: term.until, ...because },
    });
    const { board } = this;
    const members: Member[] = [];
    for (const name of ['Aurora Prova', 'Bruno Prova', 'Clelia Prova']) {
      const person = await this.#registers(name);
      const designated = { board, category: 'comuni', person };
      const answer = await this.gives(this.#founder, 'designateMember', designated);
      const seat = answer.outcome === 'accepted' ? (answer.receipt.createdId ?? '') : '';
      await this.does(this.#founder, 'appointMember', { board, seat, ...term, ...because });
      members.push({ person, seat, mandate: `${board}#${seat}` });
    }
    this.members = members;
    const chair = { board, seat: members[0]?.seat, ...term, ...because };
    await this.does(this.#founder, 'appointChair', chair);
    const person = await this.#registers('Dario Prova');
    await this.does(this.#founder, 'appointSecretary', { board, person, ...term, ...because });
    this.secretary = { person, mandate: `${board}#secretary-1` };
  }

  async #registers(name: string): Promise<string> {
    const { registerPerson } = await this.#client.query<{
      registerPerson: { person: { id: string } };
    }>(
      'mutation ($input: RegisterPersonInput!) { registerPerson(input: $input) { ... on PersonPayload { person { id } } } }',
      { input: { name } },
      this.#founder,
    );
    return registerPerson.person.id;
  }
}

interface Instance {
  readonly instance: { readonly founderMandate: string; readonly founder: { readonly id: string } };
}
