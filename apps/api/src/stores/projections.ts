import { accessProjections, accessWaiting } from '@tavolo/access/projections';
import { agreementsProjections, agreementsWaiting } from '@tavolo/agreements/projections';
import { boardsProjections, boardsWaiting } from '@tavolo/boards/projections';
import { networksProjections, networksWaiting } from '@tavolo/networks/projections';
import { partnersProjections, partnersWaiting } from '@tavolo/partners/projections';
import { plansProjections, plansWaiting } from '@tavolo/plans/projections';
import { processProjections } from '@tavolo/process/projections';
import { programmesProjections, programmesWaiting } from '@tavolo/programmes/projections';
import type { Projection } from '@tavolo/projection';
import { processMattersPart, waitingProjection } from '@tavolo/waiting';
import type { AnyPart } from '@tavolo/waiting';

/** Whose move it is, of every kind of object. */
export const waitingParts: readonly AnyPart[] = [
  ...accessWaiting,
  ...partnersWaiting,
  ...programmesWaiting,
  ...plansWaiting,
  ...networksWaiting,
  ...agreementsWaiting,
  ...boardsWaiting,
  processMattersPart,
];

/** All that the read model holds. */
export const projections: readonly Projection[] = [
  ...accessProjections,
  ...partnersProjections,
  ...programmesProjections,
  ...plansProjections,
  ...networksProjections,
  ...agreementsProjections,
  ...boardsProjections,
  ...processProjections,
  waitingProjection(waitingParts),
];
