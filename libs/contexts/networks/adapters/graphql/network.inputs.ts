import { CommandInput, IsIdOf, LocalDate } from '@tavolo/graphql';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsIn,
  IsInt,
  IsOptional,
  Length,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { SourceEnum } from '@tavolo/graphql';
import { MemberRoleEnum, NetworkLevelEnum } from './network.types.js';

/** How many codes a territory has at most: every municipality of a region, and more. */
export const CODES_MAX = 2000;
/** A code of NUTS, or the code of ISTAT for a province or a municipality. */
export const codesForm = [
  /^(IT[0-9A-Z]{0,3}|\d{3}|\d{6})$/,
  {
    each: true,
    message: '$property holds what is no NUTS or ISTAT code, such as ITC4C, 015 or 015146',
  },
] as const;

@InputType({ description: 'Proposes a network of a plan, with its lead (proposta di rete).' })
export class ProposeNetworkInput extends CommandInput {
  @IsIdOf('plan')
  @Field(() => ID, { description: 'The plan (piano).' })
  readonly plan!: string;

  @Length(1, 200)
  @Field(() => String, { description: 'Title (denominazione).' })
  readonly title!: string;

  @IsOptional()
  @Length(1, 200)
  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn?: string;

  @Field(() => NetworkLevelEnum, { description: 'Tier (livello).' })
  readonly level!: string;

  @IsIdOf('partner')
  @Field(() => ID, { description: 'The lead (capofila), an eligible partner.' })
  readonly lead!: string;

  @IsOptional()
  @Field(() => SourceEnum, { nullable: true, description: 'Where a demo datum comes from.' })
  readonly source?: string;
}

/** What every command on a place in the tree of networks names. */
@InputType({ isAbstract: true })
export abstract class OnTreeInput extends CommandInput {
  @IsIdOf('plan')
  @Field(() => ID, { description: 'The plan of the network (piano).' })
  readonly plan!: string;

  @IsIdOf('network')
  @Field(() => ID, { description: 'The network (rete).' })
  readonly network!: string;
}

@InputType({ description: 'Says which territory a network covers (territorio).' })
export class DefineTerritoryInput extends OnTreeInput {
  @ArrayMinSize(1)
  @ArrayMaxSize(CODES_MAX)
  @Matches(...codesForm)
  @Field(() => [String], { description: 'NUTS or ISTAT codes; one of a whole holds its parts.' })
  readonly codes!: readonly string[];
}

@InputType({ description: 'Nests a network in another one of its plan (rete superiore).' })
export class LinkParentNetworkInput extends OnTreeInput {
  @IsIdOf('network')
  @Field(() => ID, { description: 'The network above it; its lead is an active member there.' })
  readonly parent!: string;
}

@InputType({ description: 'What a change of members after the award rests on (modifica).' })
export class AwardChangeInput {
  @Length(1, 100)
  @Field(() => String, {
    description: 'Number and date of the act that approves it (atto di approvazione).',
  })
  readonly approval!: string;

  @IsIdOf('agreement')
  @Field(() => ID, { description: 'The agreement of the network (accordo).' })
  readonly agreement!: string;

  @IsInt()
  @Min(1)
  @Field(() => Int, { description: 'The version that amends it (atto integrativo).' })
  readonly version!: number;
}

/** What every later command on a network names. */
@InputType({ isAbstract: true })
export abstract class OnNetworkInput extends CommandInput {
  @IsIdOf('network')
  @Field(() => ID, { description: 'The network (rete).' })
  readonly network!: string;
}

/** What every command on a member names. */
@InputType({ isAbstract: true })
export abstract class OnMemberInput extends OnNetworkInput {
  @IsIdOf('partner')
  @Field(() => ID, { description: 'The partner.' })
  readonly partner!: string;
}

/** A change of a member, which after the award rests on an approval and an amendment (N-8). */
@InputType({ isAbstract: true })
export abstract class ChangeMemberInput extends OnMemberInput {
  @IsOptional()
  @ValidateNested()
  @Type(() => AwardChangeInput)
  @Field(() => AwardChangeInput, {
    nullable: true,
    description: 'What it rests on; needed when the network is or was active.',
  })
  readonly change?: AwardChangeInput;
}

@InputType({ description: 'Invites an eligible partner to a network (invito).' })
export class InviteMemberInput extends OnMemberInput {
  @IsIn(['partner', 'adhering', 'observer'], {
    message: '$property: nobody is invited as lead; invite as PARTNER, then assign the role',
  })
  @Field(() => MemberRoleEnum, { description: 'Role (ruolo): not that of the lead.' })
  readonly role!: string;

  @Field(() => LocalDate, { description: 'Last day for an answer (scadenza).' })
  readonly until!: string;

  @IsOptional()
  @Length(1, 100)
  @Field(() => String, {
    nullable: true,
    description: 'The act that approves it; needed when the network is active.',
  })
  readonly approval?: string;
}

@InputType({ description: 'Accepts, for the organisation acted for, its invitation (adesione).' })
export class AcceptInvitationInput extends OnNetworkInput {}

@InputType({ description: 'Declines, for the organisation acted for, its invitation (rifiuto).' })
export class DeclineInvitationInput extends OnNetworkInput {}

@InputType({ description: 'Admits a partner that accepted (ammissione).' })
export class AdmitMemberInput extends ChangeMemberInput {}

@InputType({ description: 'Gives an active member another role (assegnazione del ruolo).' })
export class AssignRoleInput extends ChangeMemberInput {
  @Field(() => MemberRoleEnum, { description: 'Role (ruolo), in the place of the present one.' })
  readonly role!: string;
}

@InputType({ description: 'Constitutes a network: lead and mandatory members are there.' })
export class ConstituteNetworkInput extends OnNetworkInput {}
