import { Nodes } from '@tavolo/graphql';
import type { At, RequestContext } from '@tavolo/graphql';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Network } from '../../../networks/adapters/graphql/network.types.js';
import { Partner } from '../../../partners/adapters/graphql/partner.types.js';
import { Plan } from '../../../plans/adapters/graphql/plan.types.js';
import { agreementPartyTable, agreementTable } from '../../read-model/agreement.rows.js';
import type { AgreementRow } from '../../read-model/agreement.rows.js';
import { Agreement } from './agreement.types.js';

type Owner = At<{ readonly id: string }>;

@Resolver(() => Partner)
export class PartnerAgreementsResolver {
  constructor(private readonly nodes: Nodes) {}

  @ResolveField(() => [Agreement], { description: 'The agreements it is a party of (accordi).' })
  async agreements(
    @Parent() { id: value, moment: at }: Owner,
    @Context() context: RequestContext,
  ): Promise<readonly At<AgreementRow>[]> {
    const by = { value, at, context };
    const parties = await this.nodes.related(agreementPartyTable, 'partner', by);
    const found = await Promise.all(
      parties.map(({ agreement: id }) => this.nodes.one(agreementTable, { id, at, context })),
    );
    return found.filter((each) => each !== null);
  }
}

@Resolver(() => Network)
export class NetworkAgreementsResolver {
  constructor(private readonly nodes: Nodes) {}

  @ResolveField(() => [Agreement], { description: 'The agreements that serve it (accordi).' })
  agreements(
    @Parent() { id: value, moment: at }: Owner,
    @Context() context: RequestContext,
  ): Promise<readonly At<AgreementRow>[]> {
    return this.nodes.related(agreementTable, 'network', { value, at, context });
  }
}

@Resolver(() => Plan)
export class PlanAgreementsResolver {
  constructor(private readonly nodes: Nodes) {}

  @ResolveField(() => [Agreement], { description: 'The agreements that serve it (accordi).' })
  agreements(
    @Parent() { id: value, moment: at }: Owner,
    @Context() context: RequestContext,
  ): Promise<readonly At<AgreementRow>[]> {
    return this.nodes.related(agreementTable, 'plan', { value, at, context });
  }
}
