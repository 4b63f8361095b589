import { useQuery } from '@tanstack/react-query';
import { useMoment } from '../app/moment.ts';
import type { ResultOf } from './graphql.ts';
import { MayI } from './explanation.documents.ts';
import { sessionQuery } from './session.ts';
import { useAsk } from './use-ask.ts';

/** Whether who is signed in may act, under which mandate, and why not. */
export type May = Readonly<{
  /** Known: the policies were asked, or nobody is signed in. */
  isKnown: boolean;
  /** The first mandate that lets it happen; null where none does, and in the past. */
  mandate: string | null;
  /** Who may, as the policies say it. */
  permitting: readonly string[];
  /** Why the mandates of who is signed in do not do. */
  refusals: readonly Readonly<{ rule: string; message: string }>[];
}>;

const NOTHING: May = { isKnown: false, mandate: null, permitting: [], refusals: [] };

/**
 * Asks the policies whether who is signed in may do an act on an object now. What the state of the
 * object keeps out is not asked: commands are refused for that.
 */
export function useMay(act: string, object: string | null): May {
  const { data: session } = useQuery(sessionQuery);
  const isPast = useMoment() !== null;
  const enabled = !isPast && object !== null && session != null;
  const { data } = useAsk(MayI, { act, object: object ?? '' }, { enabled, isOfNow: true });
  if (isPast || session === null) return { ...NOTHING, isKnown: true };
  return enabled && data ? mayIn(data.data.explanation) : NOTHING;
}

function mayIn(found: ResultOf<typeof MayI>['explanation']): May {
  if (found.__typename === 'Refusal') return { ...NOTHING, isKnown: true, refusals: [found] };
  return {
    isKnown: true,
    mandate: found.mandates.find(({ allowed }) => allowed)?.mandate ?? null,
    permitting: found.permitting.map(({ sentence }) => sentence),
    refusals: found.mandates.flatMap(({ refusal }) => (refusal ? [refusal] : [])),
  };
}
