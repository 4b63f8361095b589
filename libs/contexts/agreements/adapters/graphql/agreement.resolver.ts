import { AtMoment, euro, LocalDate, Money as MoneyType, Nodes, PageArgs } from '@tavolo/graphql';
import type { At, Connection, Money, RequestContext } from '@tavolo/graphql';
import type { Moment } from '@tavolo/projection';
import { Args, ArgsType, Context, Field, ID, Parent, Query } from '@nestjs/graphql';
import { ResolveField, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Network } from '../../../networks/adapters/graphql/network.types.js';
import { Partner } from '../../../partners/adapters/graphql/partner.types.js';
import { Plan } from '../../../plans/adapters/graphql/plan.types.js';
import type { ProtocolEntry as Entry } from '../../domain/agreement.events.js';
import { agreementPartyTable, agreementTable } from '../../read-model/agreement.rows.js';
import type { AgreementPartyRow, AgreementRow } from '../../read-model/agreement.rows.js';
import { AgreementKindEnum, AgreementStatusEnum } from './agreement.enums.js';
import {
  Agreement,
  AgreementConnection,
  AgreementParty,
  ProtocolEntry,
} from './agreement.types.js';

type Found = At<{ readonly id: string }>;

@ArgsType()
class AgreementsArgs extends PageArgs {
  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Only of this network (rete).' })
  readonly network?: string | null;

  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Only of this plan (piano).' })
  readonly plan?: string | null;

  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Only with this partner as a party (parte).' })
  readonly party?: string | null;

  @IsOptional()
  @Field(() => AgreementStatusEnum, { nullable: true, description: 'Only in this state (stato).' })
  readonly status?: string | null;

  @IsOptional()
  @Field(() => AgreementKindEnum, { nullable: true, description: 'Only of this kind (tipo).' })
  readonly kind?: string | null;
}

@Resolver(() => Agreement)
export class AgreementResolver {
  constructor(private readonly nodes: Nodes) {}

  @Query(() => Agreement, { nullable: true, description: 'One agreement (accordo).' })
  agreement(
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<At<AgreementRow> | null> {
    return this.nodes.one(agreementTable, { id, at, context });
  }

  @Query(() => AgreementConnection, { description: 'The agreements, by title (accordi).' })
  async agreements(
    @Args() { network, plan, party, status, kind, ...page }: AgreementsArgs,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<Connection<AgreementRow>> {
    const where = chosen({ network, plan, status, kind });
    if (typeof party === 'string') {
      const by = { value: party, at, context };
      const parties = await this.nodes.related(agreementPartyTable, 'partner', by);
      const id = parties.map(({ agreement }) => agreement);
      return this.nodes.page(agreementTable, { ...page, where: { ...where, id } }, { at, context });
    }
    return this.nodes.page(agreementTable, { ...page, where }, { at, context });
  }

  @ResolveField(() => MoneyType, { description: 'The whole amount (importo totale).' })
  total(@Parent() { totalCents }: AgreementRow): Money {
    return euro(totalCents);
  }

  @ResolveField(() => Boolean, {
    description: 'Whether it was in effect on a day, as far as is recorded here (in vigore il).',
  })
  inEffect(
    @Parent() { inForceFrom, end, endedOn, status, suspendedFrom }: AgreementRow,
    @Args('on', { type: () => LocalDate, description: 'The whole day.' }) on: string,
  ): boolean {
    if (inForceFrom === null || on < inForceFrom || on > end) return false;
    if (status === 'Annulled') return false;
    const stopped = status === 'Expired' ? null : (endedOn ?? suspendedFrom);
    return stopped === null || on < stopped;
  }

  @ResolveField(() => [AgreementParty], { description: 'Its parties (parti).' })
  parties(
    @Parent() { id, moment: at }: At<AgreementRow>,
    @Context() context: RequestContext,
  ): Promise<readonly At<AgreementPartyRow>[]> {
    return this.nodes.related(agreementPartyTable, 'agreement', { value: id, at, context });
  }

  @ResolveField(() => [Partner], {
    nullable: 'items',
    description: 'Who has not signed of those that may (si attende la firma di).',
  })
  async waitingFor(
    @Parent() agreement: At<AgreementRow>,
    @Context() context: RequestContext,
  ): Promise<readonly (Found | null)[]> {
    const { status, moment: at } = agreement;
    if (status !== 'OpenForSignature' && status !== 'PartiallySigned') return [];
    const parties = await this.parties(agreement, context);
    const missing = parties.filter(({ signature }) => signature === null);
    return Promise.all(missing.map(({ partner }) => this.nodes.any(partner, at, context)));
  }

  @ResolveField(() => Agreement, {
    nullable: true,
    description: 'The agreement above it in the cascade (accordo superiore).',
  })
  parent(
    @Parent() { parent: id, moment: at }: At<AgreementRow>,
    @Context() context: RequestContext,
  ): Promise<At<AgreementRow> | null> {
    return id === null
      ? Promise.resolve(null)
      : this.nodes.one(agreementTable, { id, at, context });
  }

  @ResolveField(() => [Agreement], { description: 'The agreements below it (accordi inferiori).' })
  children(
    @Parent() { id, moment: at }: At<AgreementRow>,
    @Context() context: RequestContext,
  ): Promise<readonly At<AgreementRow>[]> {
    return this.nodes.related(agreementTable, 'parent', { value: id, at, context });
  }

  @ResolveField(() => Network, { nullable: true, description: 'The network it serves (rete).' })
  network(
    @Parent() { network, moment: at }: At<AgreementRow>,
    @Context() context: RequestContext,
  ): Promise<Found | null> {
    return this.#any(network, at, context);
  }

  @ResolveField(() => Plan, { nullable: true, description: 'The plan it serves (piano).' })
  plan(
    @Parent() { plan, moment: at }: At<AgreementRow>,
    @Context() context: RequestContext,
  ): Promise<Found | null> {
    return this.#any(plan, at, context);
  }

  @ResolveField(() => Partner, {
    nullable: true,
    description: 'Whose protocol officer was asked for a number (registrazione chiesta a).',
  })
  registrationAskedOf(
    @Parent() { registrationAskedOf, moment: at }: At<AgreementRow>,
    @Context() context: RequestContext,
  ): Promise<Found | null> {
    return this.#any(registrationAskedOf, at, context);
  }

  @ResolveField(() => ProtocolEntry, {
    nullable: true,
    description: 'Its registration (registrazione).',
  })
  registration(@Parent() { registration, moment }: At<AgreementRow>): At<Entry> | null {
    return registration && { ...registration, moment };
  }

  @ResolveField(() => ProtocolEntry, {
    nullable: true,
    description: 'A protocol number that is being checked (A-7).',
  })
  registrationProposed(
    @Parent() { registrationProposed: entry, moment }: At<AgreementRow>,
  ): At<Entry> | null {
    return entry && { ...entry, moment };
  }

  #any(id: string | null, at: Moment, context: RequestContext): Promise<Found | null> {
    return id === null ? Promise.resolve(null) : this.nodes.any(id, at, context);
  }
}

/** The filters that were given, each as the one value that a row must hold. */
function chosen(filters: Readonly<Record<string, string | null | undefined>>) {
  const given = Object.entries(filters).flatMap(([column, value]) =>
    value === null || value === undefined ? [] : [[column, [value]] as const],
  );
  return Object.fromEntries(given);
}
