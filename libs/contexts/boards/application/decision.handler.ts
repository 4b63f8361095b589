import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { commandOf } from '@tavolo/command';
import type { Answer, Asked, Grounded } from '@tavolo/command';
import type { DecisionId } from '../contract/index.js';
import type { DecisionCommand } from '../domain/decision.commands.js';
import type { EndingDecision } from '../domain/decision.later.commands.js';
import type { DecisionState } from '../domain/decision.state.js';
import type { BoardState } from '../domain/board.state.js';
import { boards, decisions } from './aggregates.js';
import { documentsOf } from './decision.documents.js';
import { EarlierGrounds } from './earlier.grounds.js';
import { LaterGrounds } from './later.grounds.js';
import { adoptedOn, arrivalFor, moveOn } from './route/decision-grounds.js';
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
  readonly #earlier: EarlierGrounds;
  readonly #later: LaterGrounds;

  constructor(private readonly context: BoardsPorts) {
    this.#earlier = new EarlierGrounds(context);
    this.#later = new LaterGrounds(context);
  }

  execute(request: DecisionRequest): Promise<Answer> {
    const { transactions } = this.context.ports;
    return transactions.run(decisions, request, (state) => this.#ground(request, state));
  }

  async #ground(request: DecisionRequest, state: DecisionState): Promise<Ground> {
    const { asked } = request;
    const refusal = await this.context.missing(...documentsOf(asked));
    if (refusal) return { refusal };
    if (asked.type === 'ProposeDecision') return await this.#onProposal(request, asked.data);
    if (asked.type === 'AmendProposal') return await this.#onAmendment(request, state);
    if (asked.type === 'SignDecision' || asked.type === 'IssueErratum') {
      return await this.#onSignature(request, asked.data, state);
    }
    if (asked.type === 'ApproveDecision') return await this.#onApproval(request, state);
    if (asked.type === 'ReceiveProposal') {
      return await arrivalFor(this.context, request, asked.data);
    }
    const later = this.#later.of(request, state);
    if (later) return await later;
    if ('by' in asked.data) return await this.#onEnding(request, asked.data.by);
    return { command: commandOf(request) };
  }

  /** the plan as it stands now, not as the closing of the vote read it. */
  async #onApproval(request: DecisionRequest, { subject }: DecisionState): Promise<Ground> {
    if (subject.kind !== 'adoptPlan') return { command: commandOf(request, { plan: null }) };
    const { found: plan, basis } = await this.context.plan(subject.plan);
    return { command: commandOf(request, { plan }), basis };
  }

  async #onEnding(request: DecisionRequest, by: DecisionId): Promise<Ground> {
    const loaded = await this.context.ports.transactions.load(decisions, by);
    const ending = loaded && endingOf(loaded.state, request.target);
    return { command: commandOf(request, { ending }), basis: loaded ? [loaded.basis] : [] };
  }

  async #onProposal(
    request: DecisionRequest,
    proposal: DataOf<'ProposeDecision'>,
  ): Promise<Ground> {
    const { board: id } = proposal;
    const board = await this.context.ports.transactions.load(boards, id);
    const about = await this.#onSubject(proposal, request.envelope);
    const grounds = {
      ...{ boardKnown: board !== null, plan: null, ...about.found },
      ...(board && { seats: board.state.seatCount, seatIds: seatIdsOf(board.state) }),
      legalBasis: request.envelope.legalBasis ?? [],
    };
    const basis = [...(board ? [board.basis] : []), ...about.basis];
    return { command: commandOf(request, grounds), basis };
  }

  async #onAmendment(request: DecisionRequest, { board: id }: DecisionState): Promise<Ground> {
    const board = await this.context.ports.transactions.load(boards, id);
    const seatIds = board ? seatIdsOf(board.state) : [];
    return { command: commandOf(request, { seatIds }), basis: board ? [board.basis] : [] };
  }

  async #onSubject(
    { subject, board }: DataOf<'ProposeDecision'>,
    { today }: DecisionRequest['envelope'],
  ) {
    if ('plan' in subject) {
      const { found: plan, basis } = await this.context.plan(subject.plan);
      if (subject.kind === 'adoptPlan') return { found: { plan }, basis };
      const amended = await this.context.agreement(subject.agreement);
      return { found: { plan, agreement: amended.found }, basis: [...basis, ...amended.basis] };
    }
    if (subject.kind === 'adoptRoute') return await adoptedOn(this.context, subject, board);
    if (subject.kind === 'moveRoute') return await moveOn(this.context, subject, { board, today });
    if (!('decision' in subject)) return { found: {}, basis: [] };
    const { found: ended, basis } = await this.#earlier.standing(subject.decision, board);
    return { found: { ended }, basis };
  }

  /** an office is asked for the day of signing, not of recording. */
  async #onSignature(
    request: DecisionRequest,
    { signedAt }: Pick<DataOf<'SignDecision'>, 'signedAt'>,
    { board }: DecisionState,
  ): Promise<Ground> {
    const roll = await this.context.roll(board, this.context.dayOf(signedAt));
    return { command: commandOf(request, { roll: roll.found }), basis: roll.basis };
  }
}

/** What a later decision orders of this one; null where it is about something else. */
function endingOf(
  { status, subject, effectiveFrom }: DecisionState,
  target: string,
): EndingDecision | null {
  if (status === null || !('decision' in subject) || subject.decision !== target) return null;
  // What was carried out still has effect.
  const standing = status === 'Implemented' ? 'Effective' : status;
  return { status: standing, subject, effectiveOn: effectiveFrom };
}

function seatIdsOf({ seats }: BoardState): readonly string[] {
  return seats.map(({ id }) => id);
}
