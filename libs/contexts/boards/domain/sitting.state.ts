import type { BoardId, DecisionId } from '../contract/index.js';
import type { Instant, LocalDate, PersonRef, Sha256 } from '@tavolo/kernel';
import type { SeatId } from './board.events.js';
import { countingRules } from './earlier-majority.js';
import type {
  AgendaItem,
  Delegation,
  ItemId,
  SatAs,
  SittingEvent,
  VoteClosed,
} from './sitting.events.js';
import { afterClosing, afterVoiding } from './vote.events.js';
import { withCast } from './vote.state.js';
import type { OpenVote, VoteResult } from './vote.state.js';

export type { CastBallot, OpenVote, SealedBallot, VoteResult } from './vote.state.js';

/** The states of a sitting, in the order of its lifecycle. */
export const sittingStatuses = [
  'Convened',
  'Opened',
  'Deserted',
  'InSession',
  'Closed',
  'MinutesDrafted',
  'MinutesApproved',
] as const;

/** Where a sitting is in its lifecycle; `InSession` once a quorum was verified. */
export type SittingStatus = (typeof sittingStatuses)[number];

/** Where an item of the agenda can be. */
export const itemStatuses = [
  ...(['OnAgenda', 'QuorumVerified', 'Deferred', 'VoteOpen', 'VoteTied', 'VoteClosed'] as const),
] as const;

/** Where an item of the agenda is; `VoteTied` until the tie that its vote closed on is broken. */
export type ItemStatus = (typeof itemStatuses)[number];

/** An item of the agenda, as far as decisions read it. */
export type Item = Readonly<{
  id: ItemId;
  decision: DecisionId;
  textSha256: Sha256;
  status: ItemStatus;
  /** Conflicts declared and not resolved. */
  declared: readonly Readonly<{ seat: SeatId; person: PersonRef }>[];
  /** Conflicts upheld whose recusal is not yet recorded. */
  upheld: readonly Readonly<{ seat: SeatId; person: PersonRef }>[];
  recused: readonly SeatId[];
  /** Who was recused: out of the item for every seat that they sit for. */
  recusedPeople: readonly PersonRef[];
  vote: OpenVote | null;
  /** What the last vote closed on, while its tie waits. */
  tied: VoteClosed['data'] | null;
  /** How the vote on the decision came out, and by which rules; null until then. */
  result: VoteResult | null;
  /** Its immediate enforceability was voted on, whatever came of it. */
  enforceabilityVoted: boolean;
}>;

/** Somebody present, in the seat they hold or sit for. */
export type Attendant = Readonly<{ seat: SeatId; person: PersonRef; as?: SatAs }>;

/** A sitting, as far as decisions on it read it. */
export type SittingState = Readonly<{
  status: SittingStatus | null; // Null until convened.
  board: BoardId;
  at: Instant;
  startsOn: LocalDate;
  call: 'first' | 'second';
  /** Null where the fact of the convocation does not say. */
  convenedAt: Instant | null;
  /** Seats that the notice went to. */
  notified: readonly SeatId[];
  /** The day on which the notice reached a seat. */
  served: readonly Readonly<{ seat: SeatId; on: LocalDate }>[];
  items: readonly Item[];
  delegations: readonly Delegation[];
  present: readonly Attendant[];
  /** Everybody who was present at any time. */
  attended: readonly PersonRef[];
  secretary: PersonRef | null;
  minutes: Readonly<{ sha256: Sha256; draftedBy: PersonRef; record?: Sha256 }> | null;
}>;

/** Before the sitting is convened. */
export const noSitting: SittingState = {
  status: null,
  board: '' as BoardId,
  at: '' as Instant,
  startsOn: '' as LocalDate,
  call: 'first',
  convenedAt: null,
  notified: [],
  served: [],
  items: [],
  delegations: [],
  present: [],
  attended: [],
  secretary: null,
  minutes: null,
};

/** What a fact changes: first of the sitting as a whole, then of the item that it names. */
export function evolve(state: SittingState, event: SittingEvent): SittingState {
  const whole = { ...state, ...changeOf(state, event) };
  if (!isOfItem(event)) return whole;
  const { item: id } = event.data;
  const items = whole.items.map((item) =>
    item.id === id ? { ...item, ...itemChangeOf(item, event) } : item,
  );
  return { ...whole, items };
}

/** Of the sitting as a whole. */
function changeOf(state: SittingState, { type, data }: SittingEvent): Partial<SittingState> {
  switch (type) {
    case 'MeetingConvened': {
      const { board, at, startsOn, call, items, notified, convenedAt = null } = data;
      const about = { board, at, startsOn, call, notified, convenedAt };
      return { status: 'Convened', ...about, items: itemsOf(items) };
    }
    case 'NoticeServed': {
      const { seat, servedOn: on } = data;
      return { served: [...butSeat(state.served, seat), { seat, on }] };
    }
    case 'MeetingOpened':
      return { status: 'Opened', secretary: data.secretary };
    case 'MemberArrived': {
      const { seat, person, as } = data;
      const present = [...state.present, { seat, person, ...(as && { as }) }];
      return { present, attended: [...new Set([...state.attended, person])] };
    }
    case 'AttendanceDelegated': {
      const { seat, to } = data;
      return { delegations: [...state.delegations, { seat, to }] };
    }
    case 'AttendanceDelegationRevoked':
      return { delegations: butSeat(state.delegations, data.seat) };
    case 'MemberLeft':
      return { present: state.present.filter(({ seat }) => seat !== data.seat) };
    case 'QuorumVerified':
      return { status: 'InSession' };
    case 'MeetingDeserted':
      return { status: 'Deserted', items: deferredOf(state.items, data.deferred) };
    case 'MeetingClosed':
      return { status: 'Closed', items: deferredOf(state.items, data.deferred) };
    case 'MinutesDrafted': {
      const { minutes: sha256, ...drafted } = data;
      return { status: 'MinutesDrafted', minutes: { sha256, ...drafted } };
    }
    case 'MinutesApproved':
      return { status: 'MinutesApproved' };
    case 'AgendaAmended':
      return { items: [...state.items, ...itemsOf(data.items)] };
    case 'MinutesRectified':
      return { minutes: { sha256: data.minutes, draftedBy: data.rectifiedBy } };
    case 'ConflictOfInterestDeclared':
    case 'ConflictUpheld':
    case 'ConflictDismissed':
    case 'MemberRecused':
    case 'SeatRecusedFromVote':
    case 'VoteCancelled':
    case 'QuorumNotReached':
    case 'AgendaItemDeferred':
    case 'VoteOpened':
    case 'VoteCast':
    case 'SecretBallotTallied':
    case 'VoteClosed':
    case 'TieBroken':
    case 'VoteVoided':
      return {}; // Facts of one item.
  }
}

function itemsOf(agenda: readonly AgendaItem[]): readonly Item[] {
  return agenda.map(({ item: id, decision, textSha256 }) => {
    return { ...newItem, id, decision, textSha256 };
  });
}

const newItem = {
  status: 'OnAgenda',
  declared: [],
  upheld: [],
  recused: [],
  recusedPeople: [],
  vote: null,
  tied: null,
  result: null,
  enforceabilityVoted: false,
} as const satisfies Partial<Item>;

type OfItem = Extract<SittingEvent, { data: { item: ItemId } }>;

function isOfItem(event: SittingEvent): event is OfItem {
  return 'item' in event.data;
}

/** Of the item that the fact names. */
function itemChangeOf(item: Item, { type, data }: OfItem): Partial<Item> {
  switch (type) {
    case 'ConflictOfInterestDeclared': {
      const { seat, person } = data;
      return { declared: [...item.declared, { seat, person }] };
    }
    case 'ConflictUpheld': {
      const upheld = item.declared.filter(({ seat }) => seat === data.seat);
      return {
        declared: butSeat(item.declared, data.seat),
        upheld: [...item.upheld, ...upheld],
      };
    }
    case 'ConflictDismissed':
      return { declared: butSeat(item.declared, data.seat) };
    case 'MemberRecused':
      return {
        upheld: butSeat(item.upheld, data.seat),
        recused: [...item.recused, data.seat],
        recusedPeople: [...item.recusedPeople, data.person],
      };
    case 'QuorumVerified':
      return { status: 'QuorumVerified' };
    case 'AgendaItemDeferred':
      return { status: 'Deferred' };
    case 'VoteVoided':
      return { status: afterVoiding(data), tied: null };
    case 'VoteOpened': {
      const { subject, electorate, alsoNeeded, ballot: form = 'named', question = null } = data;
      const rulebook = countingRules(data.rulebook, alsoNeeded);
      const frozen = { subject, question, electorate, rulebook };
      const nothing = { ballots: [], sealed: [], tallied: null, key: null };
      return { status: 'VoteOpen', vote: { ...frozen, form, ...nothing } };
    }
    case 'VoteCast':
      return changedVote(item, (vote) => withCast(vote, data));
    case 'SecretBallotTallied':
      return changedVote(item, () => ({ tallied: data }));
    case 'VoteCancelled':
      return changedVote(item, ({ ballots, sealed }) => ({
        ballots: butSeat(ballots, data.seat),
        sealed: sealed.map((one) => (one.seat === data.seat ? { ...one, cancelled: true } : one)),
      }));
    case 'VoteClosed': {
      const { key = null } = data;
      const change = { status: afterClosing(data), ...changedVote(item, () => ({ key })) };
      if (data.outcome === 'tied') return { ...change, tied: data };
      return { ...change, ...resultOf(item, data) };
    }
    case 'TieBroken': {
      const result = resultOf(item, { ...data, closedAt: data.brokenAt });
      return { status: afterClosing(data), tied: null, ...result };
    }
    case 'SeatRecusedFromVote': // `MemberRecused` of the same append has taken the seat out.
    case 'QuorumNotReached': // What follows from it is a fact of its own.
      return {};
  }
}

type Ended = Pick<VoteClosed['data'], 'closedAt' | 'outcome' | 'question'>;

/** What became of the decision, or that the body voted on its enforceability. */
function resultOf({ vote }: Item, data: Ended): Partial<Item> {
  const { outcome, closedAt, question } = data;
  if (question) return question.kind === 'defer' ? {} : { enforceabilityVoted: true };
  return { result: { outcome, closedAt, rules: vote?.rulebook ?? null } };
}

function changedVote(
  { vote }: Item,
  change: (vote: OpenVote) => Partial<OpenVote>,
): Pick<Item, 'vote'> {
  return { vote: vote && { ...vote, ...change(vote) } };
}

function butSeat<T extends { readonly seat: SeatId }>(these: readonly T[], seat: SeatId) {
  return these.filter((one) => one.seat !== seat);
}

function deferredOf(
  items: readonly Item[],
  deferred: readonly Readonly<{ item: ItemId }>[],
): readonly Item[] {
  const these = new Set(deferred.map(({ item }) => item));
  return items.map((item) => (these.has(item.id) ? { ...item, status: 'Deferred' } : item));
}
