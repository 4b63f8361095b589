import { AtMoment, Nodes } from '@tavolo/graphql';
import type { At, RequestContext } from '@tavolo/graphql';
import type { Moment } from '@tavolo/projection';
import { Args, ArgsType, Context, Field, Query, Resolver } from '@nestjs/graphql';
import { Matches } from 'class-validator';
import { PartnerGrounds } from '../../application/partner.grounds.js';
import { partnerTable } from '../../read-model/partner.projection.js';
import type { PartnerRow } from '../../read-model/partner.rows.js';
import { taxCodeForm } from './tax-code.form.js';
import { Partner } from './partner.types.js';

@ArgsType()
class TaxCodeArgs {
  @Matches(...taxCodeForm)
  @Field(() => String, { description: 'The tax code (codice fiscale).' })
  readonly taxCode!: string;
}

/** Finds a partner by what it is found by in a list of somebody else's. */
@Resolver()
export class TaxCodeResolver {
  constructor(
    private readonly nodes: Nodes,
    private readonly grounds: PartnerGrounds,
  ) {}

  @Query(() => Partner, {
    nullable: true,
    description: 'Who holds a tax code now (PA-1), as it was at the moment asked for.',
  })
  async partnerOfTaxCode(
    @Args() { taxCode }: TaxCodeArgs,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<At<PartnerRow> | null> {
    const { heldBy: id } = await this.grounds.ofTaxCode(taxCode);
    return id === null ? null : await this.nodes.one(partnerTable, { id, at, context });
  }
}
