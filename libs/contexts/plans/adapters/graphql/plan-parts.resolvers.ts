import { euro, Money as MoneyType, Nodes, Person, personOf } from '@tavolo/graphql';
import type { At, Money, RequestContext } from '@tavolo/graphql';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Partner } from '../../../partners/adapters/graphql/partner.types.js';
import type {
  ActionRow,
  BudgetLineRow,
  ContributionRow,
  InterventionRow,
  PartnerShareRow,
  PlanRow,
  SessionRow,
  TableRow,
  VersionRow,
} from '../../read-model/plan.rows.js';
import { CoDesignSession, CoDesignTable, Contribution } from './co-design.types.js';
import { BudgetLine, PartnerShare, PlanAction, PlanIntervention } from './plan-content.types.js';
import { PlanApproval, PlanVersion } from './plan.types.js';

/** Another object, as whoever registered it reads it. */
type Found = At<{ readonly id: string }>;

@Resolver(() => PlanAction)
export class PlanActionResolver {
  @ResolveField(() => [PlanIntervention], { description: 'Its interventions (interventi).' })
  interventions(
    @Parent() { interventions, moment }: At<ActionRow>,
  ): readonly At<InterventionRow>[] {
    return interventions.map((intervention) => ({ ...intervention, moment }));
  }

  @ResolveField(() => [BudgetLine], { description: 'Its budget (voci di costo).' })
  budgetLines(@Parent() { budgetLines, moment }: At<ActionRow>): readonly At<BudgetLineRow>[] {
    return budgetLines.map((line) => ({ ...line, moment }));
  }

  @ResolveField(() => MoneyType, { description: 'The sum of its lines (costo dell’azione).' })
  total(@Parent() { budgetLines }: ActionRow): Money {
    return euro(budgetLines.reduce((total, { cents }) => total + cents, 0));
  }
}

@Resolver(() => PlanIntervention)
export class PlanInterventionResolver {
  constructor(private readonly nodes: Nodes) {}

  @ResolveField(() => Partner, {
    nullable: true,
    description: 'The one partner that answers for it (PL-2, responsabile).',
  })
  owner(
    @Parent() { owner, moment: at }: At<InterventionRow>,
    @Context() context: RequestContext,
  ): Promise<Found | null> {
    return owner === null ? Promise.resolve(null) : this.nodes.any(owner, at, context);
  }
}

@Resolver(() => BudgetLine)
export class BudgetLineResolver {
  @ResolveField(() => MoneyType, { description: 'Amount (importo).' })
  amount(@Parent() { cents }: BudgetLineRow): Money {
    return euro(cents);
  }

  @ResolveField(() => [PartnerShare], { description: 'Who gets what of it (quote).' })
  shares(@Parent() { shares, moment }: At<BudgetLineRow>): readonly At<PartnerShareRow>[] {
    return shares.map((share) => ({ ...share, moment }));
  }
}

@Resolver(() => PartnerShare)
export class PartnerShareResolver {
  constructor(private readonly nodes: Nodes) {}

  @ResolveField(() => MoneyType, { description: 'Amount (importo).' })
  amount(@Parent() { cents }: PartnerShareRow): Money {
    return euro(cents);
  }

  @ResolveField(() => Partner, { nullable: true, description: 'Whose it is (partner).' })
  partner(
    @Parent() { id, moment: at }: At<PartnerShareRow>,
    @Context() context: RequestContext,
  ): Promise<Found | null> {
    return this.nodes.any(id, at, context);
  }
}

@Resolver(() => CoDesignTable)
export class CoDesignTableResolver {
  @ResolveField(() => [CoDesignSession], { description: 'When it sat (sedute).' })
  sessions(@Parent() { sessions, moment }: At<TableRow>): readonly At<SessionRow>[] {
    return sessions.map((session) => ({ ...session, moment }));
  }

  @ResolveField(() => [Contribution], { description: 'What was put to it (contributi).' })
  contributions(@Parent() { contributions }: TableRow): readonly ContributionRow[] {
    return contributions;
  }
}

@Resolver(() => CoDesignSession)
export class CoDesignSessionResolver {
  constructor(private readonly nodes: Nodes) {}

  @ResolveField(() => [Partner], { nullable: 'items', description: 'Who was there (presenti).' })
  attendance(
    @Parent() { attendance, moment: at }: At<SessionRow>,
    @Context() context: RequestContext,
  ): Promise<readonly (Found | null)[]> {
    return Promise.all(attendance.map((id) => this.nodes.any(id, at, context)));
  }

  @ResolveField(() => Person, { description: 'Who recorded it (verbalizzante).' })
  recordedBy(@Parent() { recordedBy }: SessionRow): Person {
    return personOf(recordedBy);
  }

  @ResolveField(() => Person, {
    nullable: true,
    description: 'Who approved its minutes; null while nobody did (verbale approvato da).',
  })
  approvedBy(@Parent() { approvedBy }: SessionRow): Person | null {
    return approvedBy === null ? null : personOf(approvedBy);
  }
}

@Resolver(() => Contribution)
export class ContributionResolver {
  @ResolveField(() => Person, { description: 'Who proposed it (proponente).' })
  proposedBy(@Parent() { proposedBy }: ContributionRow): Person {
    return personOf(proposedBy);
  }
}

@Resolver(() => PlanVersion)
export class PlanVersionResolver {
  @ResolveField(() => Person, { description: 'Who consolidated it (consolidata da).' })
  consolidatedBy(@Parent() { consolidatedBy }: VersionRow): Person {
    return personOf(consolidatedBy);
  }
}

@Resolver(() => PlanApproval)
export class PlanApprovalResolver {
  @ResolveField(() => MoneyType, { description: 'The approved amount (importo approvato).' })
  amount(@Parent() { cents }: NonNullable<PlanRow['approval']>): Money {
    return euro(cents);
  }
}
