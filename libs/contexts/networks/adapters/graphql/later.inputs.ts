import { AreIdsOf, CommandInput, IsIdOf } from '@tavolo/graphql';
import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsIn,
  IsOptional,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import {
  AwardChangeInput,
  ChangeMemberInput,
  CODES_MAX,
  codesForm,
  OnMemberInput,
  OnNetworkInput,
  OnTreeInput,
} from './network.inputs.js';
import { MemberRoleEnum } from './network.types.js';

const MEMBERS_MAX = 500;

@InputType({ description: 'Takes an invitation back (revoca dell’invito).' })
export class RevokeInvitationInput extends OnMemberInput {}

@InputType({ description: 'Puts another member in the place of the lead (cambio del capofila).' })
export class ReplaceLeadInput extends OnNetworkInput {
  @IsIdOf('partner')
  @Field(() => ID, { description: 'The new lead, an active member (nuovo capofila).' })
  readonly lead!: string;

  @IsIn(['partner', 'adhering', 'observer'], {
    message: '$property: a network has one lead; the former one is something else',
  })
  @Field(() => MemberRoleEnum, { description: 'What the former lead is from now on (ruolo).' })
  readonly formerRole!: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => AwardChangeInput)
  @Field(() => AwardChangeInput, {
    nullable: true,
    description: 'What it rests on; needed when the network is or was active.',
  })
  readonly change?: AwardChangeInput;
}

@InputType({ description: 'Suspends a member (sospensione del membro).' })
export class SuspendMemberInput extends OnMemberInput {}

@InputType({ description: 'Ends the suspension of a member (riammissione).' })
export class ReinstateMemberInput extends OnMemberInput {}

@InputType({ description: 'Asks to leave, for the organisation acted for (richiesta di uscita).' })
export class RequestExitInput extends OnNetworkInput {}

@InputType({ description: 'Lets a member go that asked to (uscita).' })
export class ReleaseMemberInput extends ChangeMemberInput {}

@InputType({ description: 'Puts a member out (esclusione dalla rete).' })
export class ExpelMemberInput extends ChangeMemberInput {}

@InputType({ description: 'Suspends an active network (sospensione della rete).' })
export class SuspendNetworkInput extends OnNetworkInput {}

@InputType({ description: 'Makes a suspended network active again (ripresa).' })
export class ResumeNetworkInput extends OnNetworkInput {
  @IsIdOf('agreement')
  @Field(() => ID, { description: 'The agreement in force by which it is (accordo di rete).' })
  readonly agreement!: string;
}

@InputType({ description: 'Begins the dissolution of a network (avvio dello scioglimento).' })
export class StartDissolutionInput extends OnNetworkInput {}

@InputType({ description: 'Dissolves a network with nothing open (scioglimento).' })
export class DissolveNetworkInput extends OnNetworkInput {}

@InputType({ description: 'Merges a network into another one of its level (fusione).' })
export class MergeNetworksInput extends CommandInput {
  @IsIdOf('plan')
  @Field(() => ID, { description: 'The plan of both (piano).' })
  readonly plan!: string;

  @IsIdOf('network')
  @Field(() => ID, { description: 'The network that stays (rete incorporante).' })
  readonly into!: string;

  @IsIdOf('network')
  @Field(() => ID, { description: 'The network that ends (rete incorporata).' })
  readonly absorbed!: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => AwardChangeInput)
  @Field(() => AwardChangeInput, {
    nullable: true,
    description: 'What it rests on; needed when one of them is or was active.',
  })
  readonly change?: AwardChangeInput;
}

@InputType({ description: 'Makes a part of a network one of its own (divisione).' })
export class SplitNetworkInput extends OnTreeInput {
  @Length(1, 200)
  @Field(() => String, { description: 'Title of the new network (denominazione).' })
  readonly title!: string;

  @IsIdOf('partner')
  @Field(() => ID, { description: 'The lead of the new network, one of the partners that go.' })
  readonly lead!: string;

  @ArrayMinSize(1)
  @ArrayMaxSize(MEMBERS_MAX)
  @AreIdsOf('partner')
  @Field(() => [ID], { description: 'The members that go (membri che passano).' })
  readonly partners!: readonly string[];

  @ArrayMaxSize(CODES_MAX)
  @Matches(...codesForm)
  @Field(() => [String], { description: 'Territory of the new network: NUTS or ISTAT codes.' })
  readonly codes!: readonly string[];

  @ArrayMaxSize(CODES_MAX)
  @Matches(...codesForm)
  @Field(() => [String], { description: 'What the old network keeps: NUTS or ISTAT codes.' })
  readonly remaining!: readonly string[];

  @ArrayMaxSize(MEMBERS_MAX)
  @AreIdsOf('network')
  @Field(() => [ID], { description: 'The nested networks that go (reti nidificate).' })
  readonly nested!: readonly string[];

  @IsOptional()
  @ValidateNested()
  @Type(() => AwardChangeInput)
  @Field(() => AwardChangeInput, {
    nullable: true,
    description: 'What it rests on; needed when the network is or was active.',
  })
  readonly change?: AwardChangeInput;
}
