import { accept, refuse } from '@tavolo/kernel';
import type { Decision, PersonRef } from '@tavolo/kernel';
import type { SeatId } from './board.events.js';
import type { Member, Roll } from './roll.js';
import type { SittingAsked } from './sitting.commands.js';
import type { ItemId, SatAs, SittingEvent } from './sitting.events.js';
import { sittingRules } from './sitting.rules.js';
import type { Item, SittingState } from './sitting.state.js';

/** The holder of a seat in office comes in, or who may sit for the holder (GB-2, GB-5). */
export function arrive(
  { data, at }: SittingAsked<'RecordArrival'>,
  state: SittingState,
): Decision<SittingEvent> {
  const { seat, as, by, grounds } = data;
  const { roll } = grounds;
  if (!roll) return refuse(sittingRules.BoardUnknown, { id: state.board });
  const member = memberOf(roll, seat);
  if (!member) return refuse(sittingRules.SeatNotInOffice, { seat });
  if (by === 'video' && roll.rulebook.video !== true) {
    return refuse(sittingRules.VideoNotAllowed);
  }
  const person = sitterOf(member, as, state);
  if (typeof person !== 'string') return person;
  const how = { ...(as && { as }), ...(by && { by }) };
  return (
    sittingRefusal(state, seat, person) ??
    accept({ type: 'MemberArrived', data: { seat, person, arrivedAt: at, ...how } })
  );
}

/** GB-5: one sits for a seat at a time. */
function sittingRefusal(
  { present }: SittingState,
  seat: SeatId,
  person: PersonRef,
): Decision<never> | null {
  const there = present.find((other) => other.seat === seat);
  if (!there) return null;
  const rule = there.person === person ? sittingRules.AlreadyPresent : sittingRules.SeatSatFor;
  return refuse(rule, { seat });
}

/** GB-5: a seat is sat for by one: its holder, the alternate, or who the holder delegated. */
function sitterOf(
  { seat, person, alternate }: Member,
  as: SatAs | undefined,
  { delegations, present }: SittingState,
): PersonRef | Decision<never> {
  const delegation = delegations.find((one) => one.seat === seat);
  if (as === 'delegate') {
    if (!delegation) return refuse(sittingRules.NotDelegated, { seat });
    const delegate = present.find((one) => one.seat === delegation.to && one.as === undefined);
    return delegate?.person ?? refuse(sittingRules.NotPresent, { seat: delegation.to });
  }
  if (delegation) return refuse(sittingRules.DelegatedAlready, { seat });
  if (as === undefined) return person;
  return alternate ?? refuse(sittingRules.NoAlternate, { seat });
}

/**
 * Who sits for a seat goes out, and with a holder every seat that was delegated to them; who
 * leaves after voting has voted.
 */
export function leave(
  { data: { seat }, at }: SittingAsked<'RecordDeparture'>,
  { present, delegations }: SittingState,
): Decision<SittingEvent> {
  const attendant = present.find((other) => other.seat === seat);
  if (!attendant) return refuse(sittingRules.NotPresent, { seat });
  const carried = delegations.filter(({ to }) => to === seat).map((one) => one.seat);
  const going = present.filter((one) => one.seat !== seat && carried.includes(one.seat));
  const left = [attendant, ...going].map(
    (one) =>
      ({
        type: 'MemberLeft',
        data: { seat: one.seat, person: one.person, leftAt: at },
      }) as const,
  );
  return accept(...left);
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
  if (member.person !== by.person && member.alternate !== by.person) {
    return refuse(sittingRules.NotTheHolder, { seat });
  }
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
  // Who is out is out for every seat that they sat for.
  const cancelled = cancelledBy(item, upheld).map(
    (vote) => ({ type: 'VoteCancelled', data: { item: id, ...vote } }) as const,
  );
  return accept(recused, outOfVote, ...cancelled);
}

/** Of a secret vote nothing: that there is a paper is said at the closing, not before (D-3). */
function cancelledBy({ vote }: Item, { seat, person }: Readonly<{ seat: SeatId; person: string }>) {
  const open = (vote?.ballots ?? [])
    .filter((cast) => cast.seat === seat || cast.by === person)
    .map((cast) => ({ seat: cast.seat, choice: cast.choice }));
  const sealed = (vote?.sealed ?? [])
    .filter((cast) => !cast.cancelled && (cast.seat === seat || cast.person === person))
    .map((cast) => ({ seat: cast.seat }));
  return [...open, ...sealed];
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
  const done = status === 'VoteClosed' || status === 'VoteTied' || status === 'Deferred';
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
