import type { Mandate, MandateSource, Transactions } from '@tavolo/command';
import type { Basis } from '@tavolo/event-store';
import type { MandateRef } from '@tavolo/kernel';
import type { BoardState, Term } from '../domain/board.state.js';
import { boards } from './aggregates.js';

/**
 * The mandates that a board gives: `board-<uuid>#<seat>`, `#chair-<n>`, `#vice-<n>`,
 * `#alternate-<n>` and `#secretary-<n>`.
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

type Office = Readonly<{
  kind: 'alternate' | 'chair' | 'seat' | 'secretary' | 'viceChair';
  term: Term;
}>;

function officeOf(state: BoardState, local: string): Office | null {
  const [, role, n] = /^(alternate|chair|secretary|vice)-(\d+)$/u.exec(local) ?? [];
  const nth = Number(n) - 1;
  switch (role) {
    case 'alternate':
      return named('alternate', state.alternates[nth]);
    case 'chair':
      return named('chair', state.chairs[nth]);
    case 'secretary':
      return named('secretary', state.secretaries[nth]);
    case 'vice':
      return named('viceChair', state.viceChairs[nth]);
    default:
      return named('seat', state.seats.find(({ id }) => id === local)?.terms.at(-1));
  }
}

function named(kind: Office['kind'], term: Term | undefined): Office | null {
  return term ? { kind, term } : null;
}

function mandateOf(ref: MandateRef, { kind, term }: Office, basis: Basis): Mandate {
  const { person, organisation, from, until } = term;
  return { ref, person, organisation, kind, from, until, basis };
}
