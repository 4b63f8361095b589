import { derivedId } from '@tavolo/command';
import type { Answer } from '@tavolo/command';
import type { NewEvent } from '@tavolo/event-store';
import type { Instant, PersonRef, Sha256 } from '@tavolo/kernel';
import { CommandSender, RunningProcesses } from '@tavolo/process';
import type { SystemCommand } from '@tavolo/process';
import type { BoardId, DecisionId, RouteRules, RouteStage } from '../contract/index.js';
import { rulebookPresets } from '../contract/index.js';
import type { DecisionEvent } from '../domain/decision.events.js';
import type { RouteEvent } from '../domain/route/route.events.js';
import { routeProcesses } from '../routes.parts.js';
import { NoCheckpoints } from './fakes.js';
import { World } from './world.js';

export const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const person = (n: number) => `person-${uuid(n)}` as PersonRef;
export const boardId = (n: number) => `board-${uuid(n)}` as BoardId;
export const decisionId = (n: number) => `decision-${uuid(n)}` as DecisionId;
export const definition = `routedefinition-${uuid(1)}`;
export const route = `route-${uuid(1)}`;

type EventOf<Type extends RouteEvent['type']> = Extract<RouteEvent, { type: Type }>;

/** A world with bodies of several levels and the processes of routes, timers included. */
export class RouteWorld extends World {
  text = '' as Sha256;
  #running: RunningProcesses | null = null;
  #facts = 0;

  begin(): void {
    const { store, clock, instance, troubles } = this;
    const send = ({ target, type, data, actor, ...about }: SystemCommand) => {
      const { commandId, causationId, correlationId } = about;
      const ids = { commandId, causationId, correlationId };
      return this.command(target, { type, data }, { person: actor.person, ...ids });
    };
    const sender = new (class extends CommandSender {
      send = send;
    })();
    this.#running = new RunningProcesses(routeProcesses, {
      ...{ store, clock, instance, sender, checkpoints: new NoCheckpoints() },
      trouble: ({ error }) => troubles.push(error),
    });
  }

  /** Stops the processes and starts them again, as a server that was down. */
  async restart(): Promise<void> {
    await this.end();
    this.begin();
  }

  async end(): Promise<void> {
    await this.#running?.stop();
  }

  async rest(): Promise<void> {
    await this.#running?.settled();
  }

  async walkTo(at: string): Promise<void> {
    this.clock.at = at as Instant;
    await this.rest();
  }

  /** A command of the proposer that must be accepted, and all that follows. @throws Error */
  async told(target: string, type: string, data: object = {}): Promise<Answer> {
    const answer = await this.say(target, type, data);
    if (answer.outcome === 'refused') throw new Error(`${type}: ${answer.refusal.en}`);
    await this.rest();
    return answer;
  }

  say(target: string, type: string, data: object = {}): Promise<Answer> {
    return this.command(target, { type, data }, { person: person(7), legalBasis: ['L. 241/1990'] });
  }

  async refusalOf(target: string, type: string, data: object): Promise<string> {
    const answer = await this.say(target, type, data);
    return answer.outcome === 'refused' ? answer.refusal.code : answer.outcome;
  }

  establish(n: number, level: string, termUntil = '2033-01-31'): Promise<Answer> {
    const rulebook = rulebookPresets.italianCollegialBody;
    const founding = { name: `Organo ${String(n)}`, level, seats: 3, rulebook, termUntil };
    return this.told(boardId(n), 'EstablishBoard', founding);
  }

  /** A proposal of a body that has been instructed. */
  async propose(n: number, board: BoardId, subject: object = { kind: 'other' }): Promise<void> {
    const proposal = { board, title: 'Piano', subject, textSha256: this.text };
    await this.told(decisionId(n), 'ProposeDecision', { ...proposal, motivation: this.text });
  }

  /** A definition of one body in force since today. */
  async adopt(rules: RouteRules, board = boardId(1)): Promise<void> {
    if ((await this.events(definition)).length === 0) {
      await this.told(definition, 'DefineRoute', { board, name: 'Iter dei piani' });
    }
    this.#facts += 100;
    const n = 900 + this.#facts;
    await this.propose(n, board, { kind: 'adoptRoute', definition, rules });
    await this.votes(decisionId(n), 'Approved');
    await this.effects(decisionId(n));
  }

  /** A body's vote closes now, as its sitting would tell its decision. */
  async votes(decision: string, outcome: 'Approved' | 'Rejected'): Promise<void> {
    const vote = { sitting: `sitting-${uuid(1)}`, item: 'i1' };
    const tally = { for: 3, against: 0, abstain: 0, recused: 0 };
    const closed = { ...vote, tally, trace: [], closedAt: this.clock.at };
    await this.#append(
      decision,
      { type: 'DecisionScheduled', data: vote as never },
      { type: `Decision${outcome}`, data: closed as never },
    );
  }

  /** It is signed, numbered, published and has effect today. */
  async effects(decision: string): Promise<void> {
    const [proposal] = await this.events(decision);
    const { board, subject } = proposal?.data as never;
    const effectiveOn = this.clock.at.slice(0, 10);
    const published = { where: 'Albo', publishedOn: effectiveOn, effectiveFrom: effectiveOn };
    await this.#append(
      decision,
      {
        type: 'DecisionNumbered',
        data: { number: 1, year: 2030, register: 'register-1' },
      },
      { type: 'DecisionPublished', data: { ...published, document: null } as never },
      {
        type: 'DecisionBecameEffective',
        data: { board, subject, textSha256: this.text, number: '1/2030', effectiveOn } as never,
      },
    );
  }

  async #append(stream: string, ...facts: readonly DecisionEvent[]): Promise<void> {
    await this.store.append(
      stream,
      facts.map((fact) => this.#event(fact)),
      { expected: 'any' },
    );
    await this.rest();
  }

  #event({ type, data }: DecisionEvent): NewEvent {
    this.#facts += 1;
    const id = derivedId(this.instance.facts.id, 'fact', this.#facts);
    const commandHash = '0'.repeat(64) as NewEvent['meta']['commandHash'];
    const meta = {
      ...{ recordedAt: this.clock.now(), salt: '00'.repeat(16), commandId: id, commandHash },
      ...{ correlationId: id, actor: { personRef: person(7) } },
      auth: { issuer: 'test', assurance: 'none' },
    };
    return { id, type, schema: 1, data, meta };
  }

  /** What a route says so far, of one type. */
  async facts<Type extends RouteEvent['type']>(type: Type): Promise<EventOf<Type>['data'][]> {
    const all = await this.events(route);
    return all.filter((one) => one.type === type).map(({ data }) => data as never);
  }

  /** The proposal that lies before a body in the newest stage that asked it. */
  async before(board: BoardId): Promise<DecisionId> {
    const asked = await this.facts('RouteBodyAsked');
    const found = asked.findLast((one) => one.board === board)?.decision;
    if (!found) throw new Error(`${board} was not asked`);
    return found;
  }
}

/** A stage that decides, by all of the bodies named, with a term of ten days. */
export function stageOf(stage: string, boards: readonly BoardId[], more: Partial<RouteStage> = {}) {
  const rules: RouteStage = {
    ...{ stage, title: `Fase ${stage}`, titleEn: null, kind: 'decision', needed: null },
    ...{ asked: { kind: 'boards', boards }, binding: true, veto: false, days: 10 },
    ...{ silence: 'refusal', escalatesTo: null, unreachable: 'fails', sendBackTo: 'origin' },
    ...{ restart: 'first', ...more },
  };
  return rules;
}

/** A binding definition of the body of origin. */
export function rulesOf(...stages: readonly RouteStage[]): RouteRules {
  return { openTo: null, binding: true, stages };
}
