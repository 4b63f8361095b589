import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { commandOf } from '@tavolo/command';
import type { Answer, Asked, Grounded } from '@tavolo/command';
import type { Instant } from '@tavolo/kernel';
import type { DecisionSubject } from '../contract/index.js';
import type { ProcedureCommand } from '../domain/procedure.commands.js';
import type { ProcedureState } from '../domain/procedure.state.js';
import type { DecisionOnTable, PlanOnTable } from '../domain/sitting.commands.js';
import { hasBox } from '../domain/ballot.js';
import type { CastGround } from '../domain/sitting.ballot.js';
import { decisions, procedures } from './aggregates.js';
import type { Closing } from './closing.js';
import { EarlierGrounds } from './earlier.grounds.js';
import { onTable } from './on-table.js';
import { BoardsPorts } from './ports.js';
import type { Read } from './ports.js';
import { closingInWriting, repliesOf } from './procedure-votes.js';
import { ProcedureRequest } from './requests.js';

type Ground = Grounded<ProcedureCommand>;
type Grounding = Extract<Ground, { command: ProcedureCommand }>;
type DataOf<Type extends ProcedureCommand['type']> = Extract<
  Asked<ProcedureCommand>,
  { type: Type }
>['data'];

/** Every command on a procedure: gather what it rests on, decide, append. */
@CommandHandler(ProcedureRequest)
export class ProcedureHandler implements ICommandHandler<ProcedureRequest> {
  readonly #earlier: EarlierGrounds;

  constructor(private readonly context: BoardsPorts) {
    this.#earlier = new EarlierGrounds(context);
  }

  async execute(request: ProcedureRequest): Promise<Answer> {
    const { transactions } = this.context.ports;
    const closing = closingInWriting(this.context.ports, request);
    return await closing.during(() =>
      transactions.run(procedures, request, (state) => this.#ground(request, state, closing)),
    );
  }

  async #ground(
    request: ProcedureRequest,
    state: ProcedureState,
    closing: Closing,
  ): Promise<Ground> {
    const { asked } = request;
    const refusal = await this.context.missing(...documentsOf(asked));
    if (refusal) return { refusal };
    switch (asked.type) {
      case 'OpenProcedure':
        return await this.#onOpening(request, asked.data);
      case 'ExtendProcedure':
        return await this.#onExtension(request, state, asked.data.deadline);
      case 'CastReply':
        return await this.#onReply(request, asked.data, state);
      case 'CallForSitting':
        return await this.#onCall(request, asked.data, state);
      case 'CloseProcedure':
      case 'CloseProcedureEarly':
        // The box is shut before it is counted: what was laid into it until then is counted.
        return await this.#onOpen(request, state, await closing.shut(held(request, state)));
      default:
        return await this.#onOpen(request, state);
    }
  }

  /** What could refuse the decision later is asked before the body is. */
  async #onOpening(
    request: ProcedureRequest,
    { board, decision: id, deadline, textSha256, ballot = 'named' }: DataOf<'OpenProcedure'>,
  ): Promise<Ground> {
    if (hasBox(ballot)) {
      await this.context.ports.boxes.make({ stream: request.target, item: id, textSha256 });
    }
    const roll = await this.context.roll(board, request.envelope.today);
    const decision = await this.#decision(id);
    const plan = await this.#plan(decision.found?.subject);
    const earlier = await this.#earlier.onTable(decision.found?.subject, board);
    const closesOn = this.context.dayOf(deadline);
    const matter = { decision: decision.found, plan: plan.found, earlier: earlier.found };
    const grounds = { roll: roll.found, ...matter, closesOn };
    const basis = [...roll.basis, ...decision.basis, ...plan.basis, ...earlier.basis];
    return { command: commandOf(request, grounds), basis };
  }

  /** Asked at every answer: a term ends, and a text moves, while the procedure is open. */
  async #onOpen(
    request: ProcedureRequest,
    { board, subject }: ProcedureState,
    more: object = {},
  ): Promise<Grounding> {
    const roll = await this.context.roll(board, request.envelope.today);
    const plan = await this.#plan(subject);
    const command = commandOf(request, { roll: roll.found, plan: plan.found, ...more });
    return { command, basis: [...roll.basis, ...plan.basis] };
  }

  #onExtension(request: ProcedureRequest, state: ProcedureState, deadline: Instant) {
    return this.#onOpen(request, state, { closesOn: this.context.dayOf(deadline) });
  }

  /** A hidden answer is sealed before it is decided on; a secret one is laid into its box after. */
  async #onReply(
    request: ProcedureRequest,
    { seat, choice }: DataOf<'CastReply'>,
    state: ProcedureState,
  ): Promise<Ground> {
    const { boxes } = this.context.ports;
    const open = held(request, state);
    if (!open?.isOpen || !hasBox(open.form)) return await this.#onOpen(request, state);
    if (open.form === 'hidden') {
      return await this.#onOpen(request, state, await boxes.sealed(open.ref, { seat, choice }));
    }
    const paper = await boxes.paper(open.ref, { seat, choice }, request.envelope);
    if (!('ground' in paper)) return paper;
    const ground = await this.#onOpen(request, state, paper.ground);
    return paper.lay ? { ...ground, apart: paper.lay } : ground;
  }

  /** Whether a seat has answered in secret is known to its box alone. */
  async #onCall(
    request: ProcedureRequest,
    { seat }: DataOf<'CallForSitting'>,
    state: ProcedureState,
  ): Promise<Ground> {
    const open = held(request, state);
    const isSecret = open?.isOpen === true && open.form === 'secret';
    const said: CastGround = isSecret ? await this.context.ports.boxes.lies(open.ref, seat) : {};
    return await this.#onOpen(request, state, said);
  }

  async #plan(subject: DecisionSubject | undefined): Promise<Read<PlanOnTable>> {
    return subject && 'plan' in subject ? await this.context.plan(subject.plan) : nothing;
  }

  async #decision(id: DataOf<'OpenProcedure'>['decision']): Promise<Read<DecisionOnTable>> {
    const loaded = await this.context.ports.transactions.load(decisions, id);
    const status = loaded?.state.status ?? null;
    if (!loaded || status === null) return nothing;
    return { found: onTable(status, loaded.state), basis: [loaded.basis] };
  }
}

function held({ target }: ProcedureRequest, state: ProcedureState) {
  return repliesOf(state, target);
}

const nothing = { found: null, basis: [] } as const;

/** Every document that a command names beside those of its envelope. */
function documentsOf({ type, data }: Asked<ProcedureCommand>) {
  switch (type) {
    case 'OpenProcedure':
    case 'SupplyDocuments':
      return data.papers.map(({ sha256 }) => sha256);
    case 'RaiseObjection':
      return [data.reasons];
    case 'RecordProcedureDraw':
      return [data.record];
    case 'RequestDocuments':
      return [data.request];
    case 'DeclareProcedureConflict':
      return [data.declaration];
    default:
      return [];
  }
}
