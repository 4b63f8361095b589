import type { Basis, Position } from '@tavolo/event-store';
import type { LocalDate, MandateRef, OrganisationId, PersonRef } from '@tavolo/kernel';

/** A power to act, as the stream that gave it says. `until` includes its last day. */
export type Mandate = Readonly<{
  ref: MandateRef;
  person: PersonRef;
  organisation: OrganisationId | null;
  /** `founder`, `legalRepresentative`, `signatory`, `seat`, `chair`, `secretary`, `auditor` … */
  kind: string;
  /** What it is held at, where that is neither the organisation nor the stream that gave it. */
  scope?: string;
  from: LocalDate;
  until: LocalDate | null;
  /** Who gave it, where the stream that gave it says so. */
  givenBy?: PersonRef;
  /** Of a service: who answers for it. */
  responsible?: PersonRef;
  basis: Basis;
}>;

/**
 * Finds mandates of one stream category: as they are now, or as they stood at a position of the
 * log. A context registers one for what it grants.
 */
export interface MandateSource {
  readonly category: string;
  find(ref: MandateRef, upTo?: Position): Promise<Mandate | null>;
}

/** Every mandate source, by the category of the stream that a reference names. */
export class Mandates {
  readonly #sources = new Map<string, MandateSource>();

  register(source: MandateSource): void {
    this.#sources.set(source.category, source);
  }

  /** Read from the granting stream itself, never from a read model, which may lag. */
  async find(ref: MandateRef, upTo?: Position): Promise<Mandate | null> {
    const category = ref.slice(0, ref.indexOf('-'));
    return (await this.#sources.get(category)?.find(ref, upTo)) ?? null;
  }
}
