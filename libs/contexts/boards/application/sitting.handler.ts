import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { commandOf, derivedId } from '@tavolo/command';
import type { Answer, Asked, Grounded } from '@tavolo/command';
import type { Sha256 } from '@tavolo/kernel';
import type { DecisionId, DecisionSubject, SittingId } from '../contract/index.js';
import type {
  DecisionOnTable,
  FirstCall,
  ItemAsked,
  PlanOnTable,
  SittingCommand,
} from '../domain/sitting.commands.js';
import { hasBox } from '../domain/ballot.js';
import type { SittingState } from '../domain/sitting.state.js';
import { decisions, sittings } from './aggregates.js';
import { EarlierGrounds } from './earlier.grounds.js';
import { onTable } from './on-table.js';
import { BoardsPorts } from './ports.js';
import type { Read } from './ports.js';
import { SittingRequest } from './requests.js';
import type { Closing } from './closing.js';
import { closingOf, voteOf } from './sitting-votes.js';

type Ground = Grounded<SittingCommand>;
type Grounding = Extract<Ground, { command: SittingCommand }>;
type DataOf<Type extends SittingCommand['type']> = Extract<
  Asked<SittingCommand>,
  { type: Type }
>['data'];

/** Every command on a sitting: gather what it rests on, decide, append. */
@CommandHandler(SittingRequest)
export class SittingHandler implements ICommandHandler<SittingRequest> {
  readonly #earlier: EarlierGrounds;

  constructor(private readonly context: BoardsPorts) {
    this.#earlier = new EarlierGrounds(context);
  }

  async execute(request: SittingRequest): Promise<Answer> {
    const { transactions } = this.context.ports;
    const closing = closingOf(this.context.ports, request);
    return await closing.during(() =>
      transactions.run(sittings, request, (state) => this.#ground(request, state, closing)),
    );
  }

  #ground(
    request: SittingRequest,
    state: SittingState,
    closing: Closing,
  ): Ground | Promise<Ground> {
    const { asked } = request;
    switch (asked.type) {
      case 'ConveneMeeting':
        return this.#onAgenda(request, asked.data);
      case 'DeclareConflict':
        return this.#onDocument(request, asked.data.declaration, () =>
          this.#onRoll(request, state),
        );
      case 'RecordService':
        return this.#onDocument(request, asked.data.proof, () =>
          this.#onRoll(request, state, { servedOn: this.context.dayOf(asked.data.servedAt) }),
        );
      case 'AmendAgenda':
        return this.#onAddition(request, asked.data, state);
      case 'RectifyMinutes':
        return this.#onDocument(request, asked.data.minutes, () => ({
          command: commandOf(request),
        }));
      case 'DelegateAttendance':
        return this.#onDocument(request, asked.data.notice, () => this.#onRoll(request, state));
      case 'OpenMeeting':
      case 'RevokeDelegation':
      case 'RecordArrival':
      case 'VerifyQuorum':
      case 'CloseMeeting':
      case 'VoidVote':
        return this.#onRoll(request, state);
      case 'CastVote':
        return this.#onCast(request, asked.data, state);
      case 'CloseVote':
        return this.#onClosing(request, { item: asked.data.item, state, closing });
      case 'RecordSecretTally':
      case 'CastSecondVote':
      case 'PostponeTie':
        return this.#onOpenVote(request, state);
      case 'RecordDraw':
        return this.#onDocument(request, asked.data.record, () => this.#onOpenVote(request, state));
      case 'OpenVote':
        return this.#onDocument(request, reasonOf(asked.data), () =>
          this.#onVote(request, asked.data, state),
        );
      case 'DraftMinutes':
        return this.#onDocument(request, asked.data.minutes, () => this.#onRecord(request));
      case 'ApproveMinutes':
        return this.#onRecord(request);
      case 'RecordDeparture':
      case 'ResolveConflict':
      case 'RecordRecusal':
        return { command: commandOf(request) };
    }
  }

  async #onRecord(request: SittingRequest): Promise<Ground> {
    const record = await this.context.ports.records.of(request.target as SittingId);
    return { command: commandOf(request, { record: record?.sha256 ?? null }) };
  }

  async #onAgenda(
    request: SittingRequest,
    { board, at, items, secondOf }: DataOf<'ConveneMeeting'>,
  ): Promise<Ground> {
    const papers = items.flatMap((item) => item.papers.map(({ sha256 }) => sha256));
    const refusal = await this.context.missing(...papers);
    if (refusal) return { refusal };
    const roll = await this.context.roll(board, request.envelope.today);
    const added = await this.#added(request, items);
    const first = secondOf === undefined ? nothing : await this.#firstCall(secondOf);
    const grounds = {
      ...{ roll: roll.found, startsOn: this.context.dayOf(at), ...added.found },
      ...(secondOf !== undefined && { firstCall: first.found }),
    };
    const basis = [...roll.basis, ...added.basis, ...first.basis];
    return { command: commandOf(request, grounds), basis };
  }

  async #onAddition(
    request: SittingRequest,
    { items, urgency }: DataOf<'AmendAgenda'>,
    { board }: SittingState,
  ): Promise<Ground> {
    const papers = items.flatMap((item) => item.papers.map(({ sha256 }) => sha256));
    const refusal = await this.context.missing(urgency, ...papers);
    if (refusal) return { refusal };
    const roll = await this.context.roll(board, request.envelope.today);
    const added = await this.#added(request, items);
    const basis = [...roll.basis, ...added.basis];
    return { command: commandOf(request, { roll: roll.found, ...added.found }), basis };
  }

  async #added(request: SittingRequest, items: readonly ItemAsked[]) {
    const { by, commandId } = request.envelope;
    const { id } = this.context.ports.instance.facts;
    const read = await Promise.all(items.map(({ decision }) => this.#decision(decision)));
    const newIds = items.map((_, i) => derivedId(id, by.person, commandId, 'item', i));
    const decisions_ = read.map((one) => one.found);
    return {
      found: { newIds, decisions: decisions_ },
      basis: read.flatMap((one) => one.basis),
    };
  }

  async #firstCall(id: SittingId): Promise<Read<FirstCall>> {
    const loaded = await this.context.ports.transactions.load(sittings, id);
    if (!loaded) return nothing;
    const { board, status, startsOn, items } = loaded.state;
    const named = items.map(({ decision }) => decision);
    return {
      found: { board, startsOn, deserted: status === 'Deserted', decisions: named },
      basis: [loaded.basis],
    };
  }

  async #onRoll(
    request: SittingRequest,
    { board }: SittingState,
    more: object = {},
  ): Promise<Ground> {
    const roll = await this.context.roll(board, request.envelope.today);
    return { command: commandOf(request, { roll: roll.found, ...more }), basis: roll.basis };
  }

  async #onDocument(
    request: SittingRequest,
    document: Sha256 | undefined,
    then: () => Ground | Promise<Ground>,
  ): Promise<Ground> {
    const refusal = await this.context.missing(document);
    return refusal ? { refusal } : await then();
  }

  /** What could refuse the decision later is asked before the vote on it. */
  async #onVote(
    request: SittingRequest,
    { item: id, ballot = 'named' }: DataOf<'OpenVote'>,
    { board, items }: SittingState,
  ): Promise<Ground> {
    const roll = await this.context.roll(board, request.envelope.today);
    const item = items.find((one) => one.id === id);
    if (item && hasBox(ballot)) {
      await this.context.ports.boxes.make({ ...item, stream: request.target, item: id });
    }
    const decision = item ? await this.#decision(item.decision) : nothing;
    const plan = await this.#plan(decision.found?.subject);
    const earlier = await this.#earlier.onTable(decision.found?.subject, board);
    const grounds = {
      roll: roll.found,
      sitting: request.target,
      decision: decision.found,
      ...{ plan: plan.found, earlier: earlier.found },
    };
    const basis = [...roll.basis, ...decision.basis, ...plan.basis, ...earlier.basis];
    return { command: commandOf(request, grounds), basis };
  }

  /** Asked at every vote: a term ends, and a text moves, while the vote is open or its tie waits. */
  async #onOpenVote(
    request: SittingRequest,
    { board, items }: SittingState,
    more: object = {},
  ): Promise<Grounding> {
    const { item: id } = request.asked.data as DataOf<'CastVote' | 'CloseVote'>;
    const roll = await this.context.roll(board, request.envelope.today);
    const plan = await this.#plan(items.find((one) => one.id === id)?.vote?.subject);
    const command = commandOf(request, { roll: roll.found, plan: plan.found, ...more });
    return { command, basis: [...roll.basis, ...plan.basis] };
  }

  /** A hidden vote is sealed before it is decided on; a secret one is laid into its box after. */
  async #onCast(
    request: SittingRequest,
    data: DataOf<'CastVote'>,
    state: SittingState,
  ): Promise<Ground> {
    const { boxes } = this.context.ports;
    const { seat, choice } = data;
    const open = voteOf(state, { stream: request.target, item: data.item });
    if (!open?.isOpen || !hasBox(open.form)) return this.#onOpenVote(request, state);
    if (open.form === 'hidden') {
      const sealed = await boxes.sealed(open.ref, { seat, choice });
      return this.#onOpenVote(request, state, sealed);
    }
    const paper = await boxes.paper(open.ref, { seat, choice }, request.envelope);
    if (!('ground' in paper)) return paper;
    const ground = await this.#onOpenVote(request, state, paper.ground);
    return paper.lay ? { ...ground, apart: paper.lay } : ground;
  }

  /** The box is shut before it is counted: what was laid into it until then is counted. */
  async #onClosing(
    request: SittingRequest,
    { item, state, closing }: Readonly<{ item: string; state: SittingState; closing: Closing }>,
  ): Promise<Ground> {
    const vote = voteOf(state, { stream: request.target, item });
    return this.#onOpenVote(request, state, await closing.shut(vote));
  }

  async #plan(subject: DecisionSubject | undefined): Promise<Read<PlanOnTable>> {
    return subject && 'plan' in subject ? await this.context.plan(subject.plan) : nothing;
  }

  async #decision(id: DecisionId): Promise<Read<DecisionOnTable>> {
    const loaded = await this.context.ports.transactions.load(decisions, id);
    const status = loaded?.state.status ?? null;
    if (!loaded || status === null) return nothing;
    return { found: onTable(status, loaded.state), basis: [loaded.basis] };
  }
}

function reasonOf({ question }: DataOf<'OpenVote'>): Sha256 | undefined {
  return question?.kind === 'defer' ? question.reason : undefined;
}

const nothing = { found: null, basis: [] } as const;
