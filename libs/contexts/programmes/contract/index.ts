import type { Basis } from '@tavolo/event-store';
import type { Brand, Cents, Instant, PartialDate } from '@tavolo/kernel';
import type { PartnerKind } from '@tavolo/partners';

export type ProgrammeId = Brand<string, 'ProgrammeId'>;
export type CallId = Brand<string, 'CallId'>;

/** Programming period: terms and labels follow it. */
export type Period = '2014-2020' | '2021-2027';

/** Where a demo datum comes from: the programme's own page, a public act, or invented. */
export type Source = 'programme' | 'public' | 'synthetic';

/** At least `min` members of these kinds must be in a network under the call (N-7). */
export type MandatoryCategory = Readonly<{
  category: string;
  kinds: readonly PartnerKind[];
  min: number;
}>;

export type CallStatus =
  'drafted' | 'approved' | 'registered' | 'published' | 'closedForApplications' | 'awarded';

/** What other contexts decide on. */
export type CallStanding = Readonly<{
  id: CallId;
  programme: ProgrammeId;
  status: CallStatus;
  period: Period;
  budgetCents: Cents;
  deadline: Instant | null;
  /** Kinds of partner that may lead (N-2); empty means any. */
  leadKinds: readonly PartnerKind[];
  mandatoryCategories: readonly MandatoryCategory[];
  eligibleFrom: PartialDate | null;
  eligibleUntil: PartialDate | null;
  basis: Basis;
}>;

/** The calls, as their own streams say. */
export abstract class Calls {
  /** Null when there is no such call. */
  abstract standing(id: CallId): Promise<CallStanding | null>;
}
