import { accept, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import type { SeatId } from './board.events.js';
import type { Roll } from './roll.js';
import type { SittingAsked } from './sitting.commands.js';
import type { ItemId, SittingEvent } from './sitting.events.js';
import { sittingRules } from './sitting.rules.js';
import type { Item, SittingState } from './sitting.state.js';

/** The holder of a seat in office comes in (GB-2). */
export function arrive(
  { data: { seat, grounds }, at }: SittingAsked<'RecordArrival'>,
  { board, present }: SittingState,
): Decision<SittingEvent> {
  if (!grounds.roll) return refuse(sittingRules.BoardUnknown, { id: board });
  const member = memberOf(grounds.roll, seat);
  if (!member) return refuse(sittingRules.SeatNotInOffice, { seat });
  if (present.some((other) => other.seat === seat)) {
    return refuse(sittingRules.AlreadyPresent, { seat });
  }
  return accept({ type: 'MemberArrived', data: { seat, person: member.person, arrivedAt: at } });
}

/** The holder of a seat goes out; who leaves after voting has voted. */
export function leave(
  { data: { seat }, at }: SittingAsked<'RecordDeparture'>,
  { present }: SittingState,
): Decision<SittingEvent> {
  const attendant = present.find((other) => other.seat === seat);
  if (!attendant) return refuse(sittingRules.NotPresent, { seat });
  return accept({ type: 'MemberLeft', data: { seat, person: attendant.person, leftAt: at } });
}

/** A member declares an interest in a matter that is not done with, for themself only. */
export function declareConflict(
  { data: { item: id, seat, declaration, grounds }, by }: SittingAsked<'DeclareConflict'>,
  state: SittingState,
): Decision<SittingEvent> {
  if (!grounds.roll) return refuse(sittingRules.BoardUnknown, { id: state.board });
  const item = pendingItem(state, id);
  if ('outcome' in item) return item;
  const member = memberOf(grounds.roll, seat);
  if (!member) return refuse(sittingRules.SeatNotInOffice, { seat });
  if (member.person !== by.person) return refuse(sittingRules.NotTheHolder, { seat });
  if (hasConflict(item, seat)) return refuse(sittingRules.ConflictDeclared, { seat });
  const data = { item: id, seat, person: by.person, declaration: declaration ?? null };
  return accept({ type: 'ConflictOfInterestDeclared', data });
}

/** Another person says whether the interest is a conflict. */
export function resolveConflict(
  { data: { item: id, seat, upheld }, by }: SittingAsked<'ResolveConflict'>,
  state: SittingState,
): Decision<SittingEvent> {
  const item = pendingItem(state, id);
  if ('outcome' in item) return item;
  const declared = item.declared.find((other) => other.seat === seat);
  if (!declared) return refuse(sittingRules.NoConflictDeclared, { seat });
  if (declared.person === by.person) return refuse(sittingRules.OwnConflict);
  const type = upheld ? 'ConflictUpheld' : 'ConflictDismissed';
  return accept({ type, data: { item: id, seat } });
}

/**
 * A member whose conflict was upheld leaves for the item (GB-3). While its vote is open, that
 * takes the seat out of it and cancels what it voted; quorum and base are reckoned anew.
 */
export function recuse(
  { data: { item: id, seat } }: SittingAsked<'RecordRecusal'>,
  state: SittingState,
): Decision<SittingEvent> {
  const item = pendingItem(state, id);
  if ('outcome' in item) return item;
  const upheld = item.upheld.find((other) => other.seat === seat);
  if (!upheld) return refuse(sittingRules.NoConflictUpheld, { seat });
  const of = { item: id, seat };
  const recused = { type: 'MemberRecused', data: { ...of, person: upheld.person } } as const;
  if (item.status !== 'VoteOpen') return accept(recused);
  const outOfVote = { type: 'SeatRecusedFromVote', data: of } as const;
  const ballot = item.vote?.ballots.find((cast) => cast.seat === seat);
  if (!ballot) return accept(recused, outOfVote);
  const cancelled = { type: 'VoteCancelled', data: { ...of, choice: ballot.choice } } as const;
  return accept(recused, outOfVote, cancelled);
}

/** An item of the agenda by its id, or the refusal that there is none. */
export function itemOf({ items }: SittingState, item: ItemId): Item | Decision<never> {
  return items.find(({ id }) => id === item) ?? refuse(sittingRules.ItemUnknown, { item });
}

/** An item that is not done with, or the refusal. */
export function pendingItem(state: SittingState, id: ItemId): Item | Decision<never> {
  const item = itemOf(state, id);
  if ('outcome' in item) return item;
  const { status } = item;
  const done = status === 'VoteClosed' || status === 'Deferred';
  return done ? refuse(sittingRules.ItemDone, { status }) : item;
}

/** X-7, GB-3: while a conflict is open on a matter, the matter does not go on. */
export function conflictRefusal({ declared, upheld }: Item): Decision<never> | null {
  const [unresolved] = declared;
  if (unresolved) return refuse(sittingRules.ConflictUnresolved, { seat: unresolved.seat });
  const [unrecorded] = upheld;
  return unrecorded ? refuse(sittingRules.RecusalNotRecorded, { seat: unrecorded.seat }) : null;
}

function hasConflict({ declared, upheld, recused }: Item, seat: SeatId): boolean {
  return recused.includes(seat) || [...declared, ...upheld].some((other) => other.seat === seat);
}

function memberOf({ members }: Roll, seat: SeatId) {
  return members.find((member) => member.seat === seat);
}
