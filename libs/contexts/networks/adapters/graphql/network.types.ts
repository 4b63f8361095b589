import { connectionOf, enumOf, Instant, LocalDate, Node, resultOf } from '@tavolo/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { SourceEnum } from '@tavolo/graphql';
import { memberRoles, memberStatuses, networkLevels } from '../../contract/index.js';
import { networkStatuses } from '../../contract/index.js';

/** The tiers, as the schema names them. */
export const NetworkLevelEnum = enumOf(
  'NetworkLevel',
  networkLevels,
  'Tier of a network (livello): regional, territorial, local.',
);
/** The states of a network, as the schema names them. */
export const NetworkStatusEnum = enumOf(
  'NetworkStatus',
  networkStatuses,
  'State of a network (stato della rete).',
);
/** The roles, as the schema names them. */
export const MemberRoleEnum = enumOf(
  'MemberRole',
  memberRoles,
  'Role of a member (ruolo): lead (capofila), partner, adhering body (soggetto aderente), observer.',
);
/** The states of a membership, as the schema names them. */
export const MemberStatusEnum = enumOf(
  'MemberStatus',
  memberStatuses,
  'State of a membership (stato del membro).',
);

@ObjectType({
  implements: () => [Node],
  description: 'Partners of one plan under one lead (rete), nested in other networks of the plan.',
})
export class Network extends Node {
  @Field(() => Int, { description: 'Revision of its last fact.' })
  readonly revision!: number;

  @Field(() => NetworkStatusEnum, { description: 'State (stato).' })
  readonly status!: string;

  @Field(() => String, { description: 'Title (denominazione).' })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn!: string | null;

  @Field(() => NetworkLevelEnum, { description: 'Tier (livello).' })
  readonly level!: string;

  @Field(() => [String], { description: 'NUTS or ISTAT codes (territorio).' })
  readonly territory!: readonly string[];

  @Field(() => ID, {
    nullable: true,
    description: 'The agreement in force by which it is active (accordo di rete).',
  })
  readonly activeBy!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Active from (attiva dal).' })
  readonly activeFrom!: string | null;

  @Field(() => Instant, { nullable: true, description: 'Suspended since (sospesa dal).' })
  readonly suspendedAt!: string | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'Its lead is not eligible since (capofila non ammissibile dal); null where it is.',
  })
  readonly leadUnfitSince!: string | null;

  @Field(() => Instant, { nullable: true, description: 'Dissolving since (in scioglimento dal).' })
  readonly dissolvingSince!: string | null;

  @Field(() => Instant, { nullable: true, description: 'Dissolved (sciolta).' })
  readonly dissolvedAt!: string | null;

  @Field(() => SourceEnum, { nullable: true, description: 'Where a demo datum comes from.' })
  readonly source!: string | null;
}

@ObjectType({ description: 'A partner in a network (membro).' })
export class Membership {
  @Field(() => MemberRoleEnum, { description: 'Role (ruolo); one at a time.' })
  readonly role!: string;

  @Field(() => MemberStatusEnum, { description: 'State (stato).' })
  readonly status!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Last day for an answer (scadenza dell’invito); unanswered, it is void after it.',
  })
  readonly invitedUntil!: string | null;

  @Field(() => Instant, { description: 'When it was invited, or proposed as lead.' })
  readonly since!: string;

  @Field(() => Instant, { nullable: true, description: 'Wants to leave since (uscita chiesta).' })
  readonly exitRequestedAt!: string | null;

  @Field(() => Instant, {
    nullable: true,
    description:
      'Since when its organisation has ended (ente cessato): suspended until its place is given up.',
  })
  readonly ceasedAt!: string | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'When it left, was put out or moved to another network (cessazione).',
  })
  readonly endedAt!: string | null;
}

/** A page of networks. */
export const NetworkConnection = connectionOf(Network);
/** What a command on a network answers. */
export const NetworkResult = resultOf(Network, 'network');
