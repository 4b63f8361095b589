import { euro, Money as MoneyType, Nodes, Person, personOf } from '@tavolo/graphql';
import type { At, Money, RequestContext } from '@tavolo/graphql';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Partner } from '../../../partners/adapters/graphql/partner.types.js';
import { PlanBudget } from '../../../programmes/adapters/graphql/budget.types.js';
import { budgetOf } from '@tavolo/programmes';
import type {
  EndorsementRow,
  LineChangeRow,
  PlanChangeRow,
  ProgressRow,
} from '../../read-model/plan-steps.rows.js';
import type { PlanRow } from '../../read-model/plan.rows.js';
import {
  PlanChange,
  PlanEndorsement,
  PlanLineChange,
  PlanProgress,
  PlanShareChange,
} from './plan-steps.types.js';
import { Plan } from './plan.types.js';

type Found = At<{ readonly id: string }>;
type Amounts = Readonly<{ id: string; before: Money; after: Money }>;

@Resolver(() => Plan)
export class PlanStepsResolver {
  constructor(private readonly nodes: Nodes) {}

  @ResolveField(() => PlanBudget, {
    nullable: true,
    description: 'What is reserved and committed of its money (bilancio).',
  })
  budget(
    @Parent() { id, moment: at }: At<PlanRow>,
    @Context() context: RequestContext,
  ): Promise<Found | null> {
    return this.nodes.any(budgetOf(id), at, context);
  }

  @ResolveField(() => [PlanEndorsement], { description: 'Who stands behind it (adesioni).' })
  endorsements(@Parent() { endorsements, moment }: At<PlanRow>): readonly At<EndorsementRow>[] {
    return endorsements.map((endorsement) => ({ ...endorsement, moment }));
  }

  @ResolveField(() => [PlanProgress], { description: 'Progress as told (avanzamento).' })
  progress(@Parent() { progress }: PlanRow): readonly ProgressRow[] {
    return progress;
  }

  @ResolveField(() => [PlanChange], {
    description: 'What became of the approved text since: differences to it (PL-14, modifiche).',
  })
  changes(@Parent() { changes }: PlanRow): readonly PlanChangeRow[] {
    return changes;
  }
}

@Resolver(() => PlanEndorsement)
export class PlanEndorsementResolver {
  constructor(private readonly nodes: Nodes) {}

  @ResolveField(() => Partner, { nullable: true, description: 'The partner (partner).' })
  partner(
    @Parent() { partner, moment: at }: At<EndorsementRow>,
    @Context() context: RequestContext,
  ): Promise<Found | null> {
    return this.nodes.any(partner, at, context);
  }

  @ResolveField(() => Person, { description: 'Who acted for it (firmatario).' })
  endorsedBy(@Parent() { endorsedBy }: EndorsementRow): Person {
    return personOf(endorsedBy);
  }
}

@Resolver(() => PlanProgress)
export class PlanProgressResolver {
  @ResolveField(() => Person, { description: 'Who told it (relatore).' })
  reportedBy(@Parent() { reportedBy }: ProgressRow): Person {
    return personOf(reportedBy);
  }
}

@Resolver(() => PlanChange)
export class PlanChangeResolver {
  @ResolveField(() => MoneyType, { description: 'What is shifted, added or taken back (importo).' })
  amount(@Parent() { cents }: PlanChangeRow): Money {
    return euro(cents);
  }

  @ResolveField(() => [PlanLineChange], { description: 'The lines that it changes (voci).' })
  lines(@Parent() { lines }: PlanChangeRow): readonly LineChangeRow[] {
    return lines;
  }

  @ResolveField(() => Person, { description: 'Who asked for it (richiedente).' })
  requestedBy(@Parent() { requestedBy }: PlanChangeRow): Person {
    return personOf(requestedBy);
  }
}

@Resolver(() => PlanLineChange)
export class PlanLineChangeResolver {
  @ResolveField(() => MoneyType, { description: 'Its amount before (importo precedente).' })
  before(@Parent() { beforeCents }: LineChangeRow): Money {
    return euro(beforeCents);
  }

  @ResolveField(() => MoneyType, { description: 'Its amount by the change (nuovo importo).' })
  after(@Parent() { afterCents }: LineChangeRow): Money {
    return euro(afterCents);
  }

  @ResolveField(() => [PlanShareChange], { description: 'Its shares (quote).' })
  shares(@Parent() { shares }: LineChangeRow): readonly Amounts[] {
    return shares.map(({ id, beforeCents, afterCents }) => ({
      ...{ id, before: euro(beforeCents), after: euro(afterCents) },
    }));
  }
}
