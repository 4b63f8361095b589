import { agreementsProjections } from '@tavolo/agreements/projections';
import { boardsProjections } from '@tavolo/boards/projections';
import { networksProjections } from '@tavolo/networks/projections';
import { partnersProjections } from '@tavolo/partners/projections';
import { plansProjections } from '@tavolo/plans/projections';
import { processProjections } from '@tavolo/process';
import { programmesProjections } from '@tavolo/programmes/projections';
import type { Projection } from '@tavolo/projection';

/** All that the read model holds. */
export const projections: readonly Projection[] = [
  ...partnersProjections,
  ...programmesProjections,
  ...plansProjections,
  ...networksProjections,
  ...agreementsProjections,
  ...boardsProjections,
  ...processProjections,
];
