import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { commandOf } from '@tavolo/command';
import type { Answer, Asked, Grounded } from '@tavolo/command';
import type { Instant } from '@tavolo/kernel';
import type { DecisionSubject } from '../contract/index.js';
import type { ProcedureCommand } from '../domain/procedure.commands.js';
import type { ProcedureState } from '../domain/procedure.state.js';
import type { DecisionOnTable, PlanOnTable } from '../domain/sitting.commands.js';
import { decisions, procedures } from './aggregates.js';
import { EarlierGrounds } from './earlier.grounds.js';
import { onTable } from './on-table.js';
import { BoardsPorts } from './ports.js';
import type { Read } from './ports.js';
import { ProcedureRequest } from './requests.js';

type Ground = Grounded<ProcedureCommand>;
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

  execute(request: ProcedureRequest): Promise<Answer> {
    const { transactions } = this.context.ports;
    return transactions.run(procedures, request, (state) => this.#ground(request, state));
  }

  async #ground(request: ProcedureRequest, state: ProcedureState): Promise<Ground> {
    const { asked } = request;
    const refusal = await this.context.missing(...documentsOf(asked));
    if (refusal) return { refusal };
    switch (asked.type) {
      case 'OpenProcedure':
        return await this.#onOpening(request, asked.data);
      case 'ExtendProcedure':
        return await this.#onOpen(request, state, asked.data.deadline);
      case 'VoidProcedure':
        return { command: commandOf(request) };
      default:
        return await this.#onOpen(request, state);
    }
  }

  /** What could refuse the decision later is asked before the body is. */
  async #onOpening(
    request: ProcedureRequest,
    { board, decision: id, deadline }: DataOf<'OpenProcedure'>,
  ): Promise<Ground> {
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
    deadline?: Instant,
  ): Promise<Ground> {
    const roll = await this.context.roll(board, request.envelope.today);
    const plan = await this.#plan(subject);
    const later = deadline === undefined ? {} : { closesOn: this.context.dayOf(deadline) };
    const command = commandOf(request, { roll: roll.found, plan: plan.found, ...later });
    return { command, basis: [...roll.basis, ...plan.basis] };
  }

  async #plan(subject: DecisionSubject | undefined): Promise<Read<PlanOnTable>> {
    return subject?.kind === 'adoptPlan' ? await this.context.plan(subject.plan) : nothing;
  }

  async #decision(id: DataOf<'OpenProcedure'>['decision']): Promise<Read<DecisionOnTable>> {
    const loaded = await this.context.ports.transactions.load(decisions, id);
    const status = loaded?.state.status ?? null;
    if (!loaded || status === null) return nothing;
    return { found: onTable(status, loaded.state), basis: [loaded.basis] };
  }
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
    case 'RequestDocuments':
      return [data.request];
    case 'DeclareProcedureConflict':
      return [data.declaration];
    default:
      return [];
  }
}
