import type { EnumOf } from '../../data/graphql.ts';

/** What a plan is in between two of its steps. */
export type Status = EnumOf<'PlanStatus'>;

/** The state that a step leads to; what is not here changes no state. */
const leadsTo: Readonly<Record<string, Status>> = {
  PlanInitiated: 'INITIATED',
  NeedRecorded: 'CO_PROGRAMMING',
  CoDesignTableOpened: 'CO_DESIGNING',
  CoDesignTableReopened: 'CO_DESIGNING',
  PlanDraftConsolidated: 'DRAFT_CONSOLIDATED',
  PlanValidated: 'VALIDATED',
  PlanAdopted: 'ADOPTED',
  PlanSubmitted: 'SUBMITTED',
  PlanAppraisalStarted: 'UNDER_APPRAISAL',
  IntegrationRequested: 'INTEGRATION_REQUESTED',
  IntegrationProvided: 'UNDER_APPRAISAL',
  PlanApproved: 'APPROVED',
  PlanReserveListed: 'RESERVE_LISTED',
  PlanRejected: 'REJECTED',
  PlanExecutionStarted: 'IN_EXECUTION',
  PlanSuspended: 'SUSPENDED',
  PlanResumed: 'IN_EXECUTION',
  PlanCompleted: 'COMPLETED',
  FinalReportSubmitted: 'FINALLY_REPORTED',
  PlanClosed: 'CLOSED',
};

/** Steps by which somebody approved. */
const approving: ReadonlySet<string> = new Set(['PlanAdopted', 'PlanApproved', 'PlanValidated']);

/** A step as it was recorded, on the day on which it has effect. */
export type Step = Readonly<{ id: string; type: string; day: string }>;

/** A stage of a plan: from a day to the day on which the next began; null of the one that lasts. */
export type Stage = Readonly<{ id: string; status: Status; from: string; to: string | null }>;

/** Something on one day that the picture marks. */
export type Mark = Readonly<{
  id: string;
  kind: 'approval' | 'deadline' | 'signature';
  day: string;
  /** Of an approval the state that it led to; of a signature the agreement. */
  status: Status | null;
  agreement: string | null;
}>;

/** The stages that a plan went through, in the order of its steps. */
export function stagesOf(steps: readonly Step[]): readonly Stage[] {
  const begun: Readonly<{ id: string; status: Status; from: string }>[] = [];
  for (const { id, type, day } of steps) {
    const status = leadsTo[type];
    if (status !== undefined && begun.at(-1)?.status !== status)
      begun.push({ id, status, from: day });
  }
  return begun.map((stage, place) => ({ ...stage, to: begun[place + 1]?.from ?? null }));
}

type Bound = Readonly<{ id: string; inForceFrom: string | null }>;

/** Approvals, the days from which agreements are in force, and the end that was planned. */
export function marksOf(
  steps: readonly Step[],
  { agreements, end }: Readonly<{ agreements: readonly Bound[]; end: string }>,
): readonly Mark[] {
  const approvals = steps
    .filter(({ type }) => approving.has(type))
    .map(({ id, type, day }): Mark => {
      return { id, kind: 'approval', day, status: leadsTo[type] ?? null, agreement: null };
    });
  const signatures = agreements.flatMap(({ id, inForceFrom }): Mark[] => {
    if (inForceFrom === null) return [];
    return [{ id, kind: 'signature', day: inForceFrom, status: null, agreement: id }];
  });
  const deadline: Mark = {
    ...{ id: 'end', kind: 'deadline', day: lastDayOf(end), status: null, agreement: null },
  };
  return [...approvals, ...signatures, deadline].toSorted((one, other) =>
    one.day < other.day ? -1 : Number(one.day > other.day),
  );
}

const YEAR = 4;
const MONTH = 7;

/** The last day of a day, a month or a year: plans may know no more of their end. */
export function lastDayOf(part: string): string {
  if (part.length === YEAR) return `${part}-12-31`;
  if (part.length > MONTH) return part;
  const [year, month] = part.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, month ?? 1, 0)).toISOString().slice(0, 'yyyy-mm-dd'.length);
}

/** What a timeline has to show: from its first day to its last, a little beyond. */
export function spanOf(
  stages: readonly Stage[],
  marks: readonly Mark[],
  today: string,
): Readonly<{ first: string; last: string }> {
  const days = [...stages.map(({ from }) => from), ...marks.map(({ day }) => day), today];
  const sorted = days.toSorted();
  return { first: sorted[0] ?? today, last: sorted.at(-1) ?? today };
}

/** How many days lie between two. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The first days of the years within a span, not more than `most` of them, evenly apart. */
export function yearsIn(
  { first, last }: Readonly<{ first: string; last: string }>,
  most: number,
): readonly string[] {
  const [from, to] = [Number(first.slice(0, YEAR)) + 1, Number(last.slice(0, YEAR))];
  const every = Math.max(1, Math.ceil((to - from + 1) / Math.max(1, most)));
  const years = [];
  for (let year = from; year <= to; year += every) years.push(`${String(year)}-01-01`);
  return years;
}
