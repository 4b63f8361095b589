import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useMoment } from '../../app/moment.ts';
import { ask } from '../../data/ask.ts';
import { useHistory } from '../../data/history.ts';
import type { Fact } from '../../data/history.ts';
import type { Text } from './compared.ts';
import { TextOfPlan } from './plan.documents.ts';

/** Steps of a plan after each of which its text stood for itself. */
const STEPS = [
  'PlanDraftConsolidated',
  'PlanValidated',
  'PlanAdopted',
  'PlanSubmitted',
  'PlanApproved',
] as const;
export type Step = (typeof STEPS)[number];

/** A text that a plan had, by the step that it had it at. */
export type Base = Readonly<{ id: string; step: Step; recordedAt: string }>;

/** What the text of a plan can be compared with, and what it is compared with. */
export type Comparison = Readonly<{
  bases: readonly Base[];
  chosen: Base | null;
  text: Text | null;
  isPending: boolean;
}>;

/** No comparison, in an address. */
export const NONE = 'nessuno';

/**
 * The text that a plan is compared with: the one of the address (`base`, an event), else that of
 * the last approval, or of the last step before it. What came after the page's moment is left out.
 */
export function useComparison(id: string): Comparison {
  const { base }: Readonly<Record<string, string | undefined>> = useSearch({ strict: false });
  const moment = useMoment();
  const { facts } = useHistory(id);
  const bases = basesIn(facts ?? [], id, moment);
  const chosen = base === NONE ? null : (bases.find((one) => one.id === base) ?? lastOf(bases));
  const { data = null, isPending } = useQuery({
    queryKey: ['TextOfPlan', id, chosen?.id],
    enabled: chosen !== null,
    queryFn: async ({ signal }) => {
      const at = { eventId: chosen?.id ?? '' };
      return (await ask(TextOfPlan, { id }, { moment: at, signal })).data.plan;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  return { bases, chosen, text: chosen && data, isPending: chosen !== null && isPending };
}

function basesIn(facts: readonly Fact[], plan: string, moment: ReturnType<typeof useMoment>) {
  const end =
    moment && 'eventId' in moment ? facts.findIndex(({ id }) => id === moment.eventId) : -1;
  const until = moment && 'at' in moment ? moment.at : null;
  return (end < 0 ? facts : facts.slice(0, end + 1)).flatMap(({ id, stream, type, recordedAt }) => {
    const step = STEPS.find((one) => one === type);
    const isEarlier = until === null || recordedAt <= until;
    return step && stream === plan && isEarlier ? [{ id, step, recordedAt }] : [];
  });
}

function lastOf(bases: readonly Base[]): Base | null {
  return bases.findLast(({ step }) => step === 'PlanApproved') ?? bases.at(-1) ?? null;
}
