import type { Mandate, MandateSource, Transactions } from '@tavolo/command';
import type { Basis } from '@tavolo/event-store';
import type { MandateRef } from '@tavolo/kernel';
import type { BoardState, Term } from '../domain/board.state.js';
import { boards } from './aggregates.js';

/**
 * The mandates that a board gives: `board-<uuid>#<seat>`, `#chair-<n>` and `#secretary-<n>`.
 * A seat that passed to another is the mandate of who holds it last; the earlier holder's ended.
 */
export class SeatMandates implements MandateSource {
  readonly category = boards.category;

  constructor(private readonly transactions: Transactions) {}

  async find(ref: MandateRef): Promise<Mandate | null> {
    const hash = ref.indexOf('#');
    if (hash < 0) return null;
    const loaded = await this.transactions.load(boards, ref.slice(0, hash));
    const office = loaded && officeOf(loaded.state, ref.slice(hash + 1));
    return office && mandateOf(ref, office, loaded.basis);
  }
}

type Office = Readonly<{ kind: 'chair' | 'seat' | 'secretary'; term: Term }>;

function officeOf({ seats, chairs, secretaries }: BoardState, local: string): Office | null {
  const [, role, n] = /^(chair|secretary)-(\d+)$/u.exec(local) ?? [];
  if (role === 'chair') return named('chair', chairs[Number(n) - 1]);
  if (role === 'secretary') return named('secretary', secretaries[Number(n) - 1]);
  return named('seat', seats.find(({ id }) => id === local)?.terms.at(-1));
}

function named(kind: Office['kind'], term: Term | undefined): Office | null {
  return term ? { kind, term } : null;
}

function mandateOf(ref: MandateRef, { kind, term }: Office, basis: Basis): Mandate {
  const { person, organisation, from, until } = term;
  return { ref, person, organisation, kind, from, until, basis };
}
