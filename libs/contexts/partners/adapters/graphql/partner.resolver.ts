import { AtMoment, Nodes, PageArgs, Person, personOf } from '@tavolo/graphql';
import type { At, Connection, RequestContext } from '@tavolo/graphql';
import type { Moment } from '@tavolo/projection';
import {
  Args,
  ArgsType,
  Context,
  Field,
  ID,
  Parent,
  Query,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { actKinds, isPublicBody } from '../../contract/index.js';
import { partnerTable } from '../../read-model/partner.projection.js';
import type { PartnerRow, RepresentationRow } from '../../read-model/partner.projection.js';
import {
  Partner,
  PartnerConnection,
  PartnerInterest,
  PartnerKindEnum,
  PartnerStatusEnum,
  Representation,
} from './partner.types.js';

@ArgsType()
class PartnersArgs extends PageArgs {
  @IsOptional()
  @Field(() => PartnerKindEnum, { nullable: true, description: 'Only of this kind.' })
  readonly kind?: string | null;

  @IsOptional()
  @Field(() => PartnerStatusEnum, { nullable: true, description: 'Only in this state.' })
  readonly status?: string | null;
}

/** Partners, one or a list, and who may act for them. */
@Resolver(() => Partner)
export class PartnerResolver {
  constructor(private readonly nodes: Nodes) {}

  @Query(() => Partner, { nullable: true, description: 'One partner.' })
  partner(
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<At<PartnerRow> | null> {
    return this.nodes.one(partnerTable, { id, at, context });
  }

  @Query(() => PartnerConnection, { description: 'The partners, by name.' })
  partners(
    @Args() { kind, status, ...page }: PartnersArgs,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<Connection<PartnerRow>> {
    const where = {
      ...(kind && { kind: [kind] }),
      ...(status && { status: [status] }),
    };
    return this.nodes.page(partnerTable, { ...page, where }, { at, context });
  }

  @ResolveField(() => Boolean, { description: 'A public body (ente pubblico).' })
  isPublic(@Parent() { kind }: PartnerRow): boolean {
    return isPublicBody(kind);
  }

  @ResolveField(() => [Representation], {
    description: 'Who may or might act for it (rappresentanza), the ended ones included.',
  })
  representations(@Parent() { id, representations }: PartnerRow) {
    return representations.map((one) => shown(id, one));
  }

  @ResolveField(() => [Person], {
    description: 'Who owns or controls it in the end (titolari effettivi).',
  })
  beneficialOwners(@Parent() { owners }: PartnerRow): Person[] {
    return owners.map(personOf);
  }

  @ResolveField(() => [PartnerInterest], {
    description: 'Interests of persons in it (interessi dichiarati).',
  })
  interests(@Parent() { interests }: PartnerRow): PartnerInterest[] {
    return interests.map((one) => ({ ...one, person: personOf(one.person) }));
  }

  @ResolveField(() => Partner, {
    nullable: true,
    description: 'Who stands in its place (soggetto subentrante).',
  })
  successor(
    @Parent() { successor, moment }: At<PartnerRow>,
    @Context() context: RequestContext,
  ): Promise<At<PartnerRow> | null> {
    return this.#partner(successor, moment, context);
  }

  @ResolveField(() => Partner, {
    nullable: true,
    description: 'The partner that it is a duplicate of (doppione).',
  })
  duplicateOf(
    @Parent() { duplicateOf, moment }: At<PartnerRow>,
    @Context() context: RequestContext,
  ): Promise<At<PartnerRow> | null> {
    return this.#partner(duplicateOf, moment, context);
  }

  #partner(id: string | null, at: Moment, context: RequestContext): Promise<At<PartnerRow> | null> {
    return id === null ? Promise.resolve(null) : this.nodes.one(partnerTable, { id, at, context });
  }
}

function shown(partner: string, { person, kind, acts, ...bounds }: RepresentationRow) {
  return {
    ...bounds,
    kind,
    mandate: `${partner}#${bounds.id}`,
    person: personOf(person),
    acts: kind === 'legalRepresentative' ? actKinds : acts,
  };
}
