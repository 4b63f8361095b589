import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { commandOf } from '@tavolo/command';
import type { Answer, Asked, Grounded } from '@tavolo/command';
import { boardLevels } from '../contract/index.js';
import type { BoardId, BoardLevel, DecisionId } from '../contract/index.js';
import type { DecisionCommand, EndedOnTable } from '../domain/decision.commands.js';
import type { DecisionState } from '../domain/decision.state.js';
import { boards, decisions } from './aggregates.js';
import { BoardsPorts } from './ports.js';
import type { Read } from './ports.js';
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
    if ('by' in asked.data) return await this.#onEnding(request, asked.data.by);
    return { command: commandOf(request) };
  }

  async #onEnding(request: DecisionRequest, by: DecisionId): Promise<Ground> {
    const loaded = await this.context.ports.transactions.load(decisions, by);
    const { status = null, subject, effectiveFrom } = loaded?.state ?? {};
    const ends = subject?.kind === 'endDecision' && subject.decision === request.target;
    const ending = status && ends ? { status, subject, effectiveOn: effectiveFrom ?? null } : null;
    return { command: commandOf(request, { ending }), basis: loaded ? [loaded.basis] : [] };
  }

  /** D-8: the decision to be ended, and whether the body is the same or a higher one. */
  async #onEnded(id: DecisionId, board: BoardId): Promise<Read<EndedOnTable>> {
    const { transactions } = this.context.ports;
    const loaded = await transactions.load(decisions, id);
    const status = loaded?.state.status ?? null;
    if (!loaded || status === null) return { found: null, basis: [] };
    const [mine, theirs] = await Promise.all(
      [board, loaded.state.board].map((one) => transactions.load(boards, one)),
    );
    const sameOrHigher =
      board === loaded.state.board || rankOf(mine?.state.level) < rankOf(theirs?.state.level);
    const bodies = board === loaded.state.board || !theirs ? [] : [theirs.basis];
    return { found: { status, sameOrHigher }, basis: [loaded.basis, ...bodies] };
  }

  async #onProposal(
    request: DecisionRequest,
    { board: id, subject }: DataOf<'ProposeDecision'>,
  ): Promise<Ground> {
    const board = await this.context.ports.transactions.load(boards, id);
    const about = await this.#onSubject(subject, id);
    const grounds = {
      ...{ boardKnown: board !== null, plan: null, ...about.found },
      ...(board && { seats: board.state.seatCount }),
      legalBasis: request.envelope.legalBasis ?? [],
    };
    const basis = [...(board ? [board.basis] : []), ...about.basis];
    return { command: commandOf(request, grounds), basis };
  }

  async #onSubject(subject: DataOf<'ProposeDecision'>['subject'], board: BoardId) {
    if (subject.kind === 'adoptPlan') {
      const { found: plan, basis } = await this.context.plan(subject.plan);
      return { found: { plan }, basis };
    }
    if (subject.kind !== 'endDecision') return { found: {}, basis: [] };
    const { found: ended, basis } = await this.#onEnded(subject.decision, board);
    return { found: { ended }, basis };
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

/** The highest level first; a body that is not known is below all. */
function rankOf(level: BoardLevel | null | undefined): number {
  return level ? boardLevels.indexOf(level) : boardLevels.length;
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
    case 'SuspendEffects':
    case 'RevokeDecision':
    case 'AnnulDecision':
    case 'SupersedeDecision':
      return []; // Given by processes, of facts that were checked before.
  }
}
