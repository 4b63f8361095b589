import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { commandOf } from '@tavolo/command';
import type { Answer, Asked, Grounded } from '@tavolo/command';
import type { DecisionCommand } from '../domain/decision.commands.js';
import type { DecisionState } from '../domain/decision.state.js';
import { boards, decisions } from './aggregates.js';
import { BoardsPorts } from './ports.js';
import { DecisionRequest } from './requests.js';

type Ground = Grounded<DecisionCommand>;
type DataOf<Type extends DecisionCommand['type']> = Extract<
  Asked<DecisionCommand>,
  { type: Type }
>['data'];

/** Every command on a decision: gather what it rests on, decide, append. */
@CommandHandler(DecisionRequest)
export class DecisionHandler implements ICommandHandler<DecisionRequest> {
  constructor(private readonly context: BoardsPorts) {}

  execute(request: DecisionRequest): Promise<Answer> {
    const { transactions } = this.context.ports;
    return transactions.run(decisions, request, (state) => this.#ground(request, state));
  }

  async #ground(request: DecisionRequest, state: DecisionState): Promise<Ground> {
    const { asked } = request;
    const refusal = await this.context.missing(...documentsOf(asked));
    if (refusal) return { refusal };
    if (asked.type === 'ProposeDecision') return await this.#onProposal(request, asked.data);
    if (asked.type === 'SignDecision') return await this.#onSignature(request, asked.data, state);
    return { command: commandOf(request) };
  }

  async #onProposal(
    request: DecisionRequest,
    { board: id, subject }: DataOf<'ProposeDecision'>,
  ): Promise<Ground> {
    const board = await this.context.ports.transactions.load(boards, id);
    const plan = subject.kind === 'adoptPlan' ? await this.context.plan(subject.plan) : null;
    const grounds = {
      boardKnown: board !== null,
      ...(board && { seats: board.state.seatCount }),
      legalBasis: request.envelope.legalBasis ?? [],
      plan: plan?.found ?? null,
    };
    const basis = [...(board ? [board.basis] : []), ...(plan?.basis ?? [])];
    return { command: commandOf(request, grounds), basis };
  }

  /** an office is asked for the day of signing, not of recording. */
  async #onSignature(
    request: DecisionRequest,
    { signedAt }: DataOf<'SignDecision'>,
    { board }: DecisionState,
  ): Promise<Ground> {
    const roll = await this.context.roll(board, this.context.dayOf(signedAt));
    return { command: commandOf(request, { roll: roll.found }), basis: roll.basis };
  }
}

/** Every document that a command names beside those of its envelope. */
function documentsOf({ type, data }: Asked<DecisionCommand>) {
  switch (type) {
    case 'ProposeDecision':
      return [data.textSha256, data.motivation];
    case 'AmendProposal':
      return [data.textSha256, data.motivation];
    case 'AttachOpinion':
      return [data.document];
    case 'MarkReady':
      return [data.overruling];
    case 'SignDecision':
      return [data.container, data.report];
    case 'PublishDecision':
      return [data.document];
    case 'WithdrawProposal':
      return [];
    case 'ScheduleDecision':
    case 'DeferDecision':
    case 'ApproveDecision':
    case 'RejectDecision':
    case 'NumberDecision':
    case 'MakeEffective':
      return []; // Given by processes, of facts that were checked before.
  }
}
