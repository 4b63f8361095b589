import { accept, refuse } from '@tavolo/kernel';
import type { Decision, LocalDate } from '@tavolo/kernel';
import type { AboveGround } from './agreement.commands.js';
import { ending } from './agreement.ending.js';
import type { Agreement } from './agreement.model.js';
import type { AgreementEvent } from './facts.events.js';
import type { EndWithParent } from './lifecycle.commands.js';
import { lifecycleRules } from './lifecycle.rules.js';

/**
 * a child ends with its parent at the latest, whatever ended that one. There is nothing to do
 * where the own last day comes first, or where it is not in force: then it never will be.
 */
export function endWithParent(
  { data: { grounds }, today }: EndWithParent,
  state: Agreement,
): Decision<AgreementEvent> {
  const { end, status } = state;
  if (status !== 'InForce' && status !== 'Suspended') return accept();
  const endedOn = endOf(grounds.above, today);
  if (endedOn === null || end <= endedOn) return accept();
  return ending(state, today, {
    type: 'AgreementTerminated',
    data: { cause: 'parentEnded', endedOn },
  });
}

/** nothing enters into force below an agreement that has ended before it. */
export function aboveRefusal(
  { end, parent }: Agreement,
  above: AboveGround | null | undefined,
  today: LocalDate,
): Decision<never> | null {
  const endedOn = endOf(above ?? null, today);
  if (endedOn === null || end <= endedOn) return null;
  return refuse(lifecycleRules.ParentHasEnded, { parent, endedOn });
}

/** The day on which a parent ended; one that was given up before it had effect is over today. */
function endOf(above: AboveGround | null, today: LocalDate): LocalDate | null {
  if (above === null) return null;
  const isOver = above.status === 'Withdrawn' || above.status === 'Closed';
  return above.endedOn ?? (isOver ? today : null);
}
