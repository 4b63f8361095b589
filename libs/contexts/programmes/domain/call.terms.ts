import type { Cents, Instant, PartialDate } from '@tavolo/kernel';
import type { PartnerKind } from '@tavolo/partners';
import type { MandatoryCategory, Period, ProgrammeId, Source } from '../contract/index.js';

/** What a call (avviso) lays down; frozen at its publication (B-11). */
export type CallTerms = Readonly<{
  programme: ProgrammeId;
  period: Period;
  number: string;
  title: string;
  titleEn?: string;
  acronym?: string;
  /** The call that this one continues. */
  continues?: string;
  budgetCents: Cents;
  deadline?: Instant;
  leadKinds: readonly PartnerKind[];
  mandatoryCategories: readonly MandatoryCategory[];
  eligibleFrom?: PartialDate;
  eligibleUntil?: PartialDate;
  /**
   * How much of a plan, in percent of its total, may be shifted by notice alone (PL-9); without it
   * every remodulation is authorised.
   */
  remodulationThresholdPercent?: number;
  source?: Source;
}>;
