import type { Mandate, MandateSource, Transactions } from '@tavolo/command';
import type { Basis, Position } from '@tavolo/event-store';
import { dayBefore, daysAfter } from '@tavolo/kernel';
import type { MandateRef } from '@tavolo/kernel';
import type {
  AlternateTerm,
  BoardState,
  ChairTerm,
  SeatTerm,
  Term,
} from '../domain/board.state.js';
import { boards } from './aggregates.js';

/**
 * The mandates that a board gives: `board-<uuid>#<seat>`, `#chair-<n>`, `#vice-<n>`,
 * `#alternate-<n>` and `#secretary-<n>`.
 * A seat that passed to another is the mandate of who holds it last; the earlier holder's ended.
 * While a seat is suspended neither its mandate is in force, nor that of its alternate, nor that of
 * chair or vice chair from it.
 */
export class SeatMandates implements MandateSource {
  readonly category = boards.category;

  constructor(private readonly transactions: Transactions) {}

  async find(ref: MandateRef, upTo?: Position): Promise<Mandate | null> {
    const hash = ref.indexOf('#');
    if (hash < 0) return null;
    const loaded = await this.transactions.load(boards, ref.slice(0, hash), upTo);
    const office = loaded && officeOf(loaded.state, ref.slice(hash + 1));
    return office && mandateOf(ref, office, loaded.basis);
  }
}

type Office = Readonly<{
  kind: 'alternate' | 'chair' | 'seat' | 'secretary' | 'viceChair';
  term: Term;
}>;

function officeOf(state: BoardState, local: string): Office | null {
  const [, role, n] = /^(alternate|chair|secretary|vice)-(\d+)$/u.exec(local) ?? [];
  const nth = Number(n) - 1;
  switch (role) {
    case 'alternate':
      return named('alternate', standingIn(state, state.alternates[nth]));
    case 'chair':
      return named('chair', presiding(state, state.chairs[nth]));
    case 'secretary':
      return named('secretary', state.secretaries[nth]);
    case 'vice':
      return named('viceChair', presiding(state, state.viceChairs[nth]));
    default:
      return named('seat', inOffice(termsOf(state, local).at(-1)));
  }
}

function termsOf({ seats }: BoardState, seat: string): readonly SeatTerm[] {
  return seats.find(({ id }) => id === seat)?.terms ?? [];
}

/** The days on which who holds the seat can act: from the last reinstatement to the suspension. */
function inOffice(term: SeatTerm | undefined): Term | undefined {
  if (!term) return undefined;
  const { suspensions, from, until } = term;
  const back = suspensions.findLast((one) => one.until !== null)?.until ?? null;
  const out = suspensions.find((one) => one.until === null)?.from ?? null;
  return {
    ...term,
    from: back === null ? from : daysAfter(back, 1),
    until: out === null ? until : dayBefore(out),
  };
}

/**
 * Nobody stands in for who is suspended: the seat is out of the body with its alternate, until it
 * is reinstated or passes to another.
 */
function standingIn(state: BoardState, office: AlternateTerm | undefined): Term | undefined {
  if (!office) return undefined;
  const terms = termsOf(state, office.seat).slice(-2);
  const isOut = terms.some(({ suspensions }) => suspensions.some(({ until }) => until === null));
  const last = terms.at(-1);
  const isConcerned = isOut || (last?.suspensions ?? []).length > 0;
  return isConcerned ? within(office, inOffice(last)) : office;
}

/** Who is suspended from the seat does not preside from it. */
function presiding(state: BoardState, office: ChairTerm | undefined): Term | undefined {
  if (!office) return undefined;
  const theirs = termsOf(state, office.seat).findLast(({ person }) => person === office.person);
  return within(office, inOffice(theirs));
}

/** The days of an office on which its seat can act as well. */
function within(office: Term, seat: Term | undefined): Term {
  if (!seat) return office;
  const from = office.from > seat.from ? office.from : seat.from;
  return { ...office, from, until: office.until < seat.until ? office.until : seat.until };
}

function named(kind: Office['kind'], term: Term | undefined): Office | null {
  return term ? { kind, term } : null;
}

function mandateOf(ref: MandateRef, { kind, term }: Office, basis: Basis): Mandate {
  const { person, organisation, from, until } = term;
  return { ref, person, organisation, kind, from, until, basis };
}
