import { commandOf } from '@tavolo/command';
import type { Asked, Grounded } from '@tavolo/command';
import type { Instant, LocalDate } from '@tavolo/kernel';
import type { DecisionId } from '../contract/index.js';
import type { DecisionCommand } from '../domain/decision.commands.js';
import type { DecisionState } from '../domain/decision.state.js';
import { decisions, sittings } from './aggregates.js';
import type { BoardsPorts } from './ports.js';
import type { DecisionRequest } from './requests.js';

type Ground = Grounded<DecisionCommand>;
type DataOf<Type extends DecisionCommand['type']> = Extract<
  Asked<DecisionCommand>,
  { type: Type }
>['data'];

/** What commands beside the vote of a decision rest on, each read from the stream that owns it. */
export class LaterGrounds {
  constructor(private readonly context: BoardsPorts) {}

  /** Null for a command that rests on nothing here. */
  of(request: DecisionRequest, state: DecisionState): Promise<Ground> | null {
    const { asked, envelope } = request;
    switch (asked.type) {
      case 'VerifyCondition':
      case 'DecideInUrgency':
        return this.#onRoll(request, state, envelope.today);
      case 'PublishDecision':
        return this.#onRoll(request, state, asked.data.publishedOn);
      case 'AssignImplementation':
        return this.#onPartner(request, asked.data);
      case 'RatifyDecision': {
        const votedOn = this.context.dayOf(asked.data.votedAt);
        return Promise.resolve({ command: commandOf(request, { votedOn }) });
      }
      case 'DeclareImmediatelyEnforceable': {
        const declaredOn = this.context.dayOf(asked.data.closedAt);
        return Promise.resolve({ command: commandOf(request, { declaredOn }) });
      }
      case 'RefuseRatification':
        return Promise.resolve({ command: commandOf(request) });
      case 'LapseUnratified':
        return this.#onRatification(request, asked.data, state);
      default:
        return null;
    }
  }

  async #onRoll(
    request: DecisionRequest,
    { board }: DecisionState,
    day: LocalDate,
  ): Promise<Ground> {
    const roll = await this.context.roll(board, day);
    return { command: commandOf(request, { roll: roll.found }), basis: roll.basis };
  }

  async #onPartner(
    request: DecisionRequest,
    { partner }: DataOf<'AssignImplementation'>,
  ): Promise<Ground> {
    const standing =
      partner === undefined ? null : await this.context.ports.partners.standing(partner);
    const command = commandOf(request, { partnerKnown: standing !== null });
    return { command, basis: standing ? [standing.basis] : [] };
  }

  /** A vote for it counts from its closing, however far the facts that follow from it have come. */
  async #onRatification(
    request: DecisionRequest,
    { asking }: DataOf<'LapseUnratified'>,
    { later: { urgent } }: DecisionState,
  ): Promise<Ground> {
    const last = urgent?.ratifyBy ?? null;
    const read = await Promise.all(asking.map((id) => this.#votedFor(id, last)));
    const ratified = read.some((one) => one.inFavour);
    return { command: commandOf(request, { ratified }), basis: read.flatMap((one) => one.basis) };
  }

  async #votedFor(id: DecisionId, last: LocalDate | null) {
    const { transactions } = this.context.ports;
    const loaded = await transactions.load(decisions, id);
    if (!loaded) return { inFavour: false, basis: [] };
    const { vote, approvedAt } = loaded.state;
    const basis = [loaded.basis];
    if (!vote || 'procedure' in vote) return { inFavour: this.#isWithin(approvedAt, last), basis };
    const sitting = await transactions.load(sittings, vote.sitting);
    const result = sitting?.state.items.find((one) => one.id === vote.item)?.result;
    const closedAt = result?.outcome === 'approved' ? result.closedAt : null;
    return {
      inFavour: this.#isWithin(closedAt, last),
      basis: [...basis, ...(sitting ? [sitting.basis] : [])],
    };
  }

  /** Voted for, and no later than the last day. */
  #isWithin(at: Instant | null, last: LocalDate | null): boolean {
    return at !== null && (last === null || this.context.dayOf(at) <= last);
  }
}
