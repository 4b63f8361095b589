import { Instant, Refusal } from '@tavolo/graphql';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsUUID, Matches, Max, Min } from 'class-validator';
import { INVITATION_DAYS_MAX } from './invitation.js';

const INVITATION = /^invitation-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const MANDATE = /^[a-z]+-[\w-]{1,80}#[\w-]{1,80}$/u;

@InputType({ description: 'Invites somebody to sign in (invito).' })
export class InviteToSignInInput {
  @IsOptional()
  @IsUUID()
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID of your choice; sent again it is refused, for a link is shown once.',
  })
  readonly commandId?: string;

  @Matches(MANDATE)
  @Field(() => ID, {
    description:
      'The mandate that the invited person holds: a seat, a representation, an appointment. One’s own makes a link for a second login of one’s own.',
  })
  readonly mandate!: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(INVITATION_DAYS_MAX)
  @Field(() => Int, {
    nullable: true,
    description: 'For how many days it is good, 60 at most; 14 unless told (giorni di validità).',
  })
  readonly days?: number | null;
}

@InputType({ description: 'Ends an invitation before it is used (revoca).' })
export class RevokeSignInInvitationInput {
  @IsOptional()
  @IsUUID()
  @Field(() => ID, { nullable: true, description: 'A UUID of your choice.' })
  readonly commandId?: string;

  @Matches(INVITATION)
  @Field(() => ID, { description: 'The invitation.' })
  readonly invitation!: string;
}

@ObjectType({ description: 'An invitation that was made.' })
export class SignInInvitation {
  @Field(() => ID, { description: 'The invitation, to revoke it by.' })
  readonly id!: string;

  @Field(() => String, {
    description: 'Path of the link on this server, with its secret: this is the only time.',
  })
  readonly path!: string;

  @Field(() => Instant, { description: 'Until when it is good (scadenza).' })
  readonly until!: string;
}

@ObjectType({ description: 'An invitation whose link leads nowhere any more.' })
export class SignInInvitationEnded {
  @Field(() => ID, { description: 'The invitation.' })
  readonly id!: string;
}

export const SignInInvitationResult = createUnionType({
  name: 'SignInInvitationResult',
  description: 'What inviting answers; a refused one is an answer too.',
  types: () => [SignInInvitation, Refusal] as const,
  resolveType: (value: object) => ('rule' in value ? Refusal : SignInInvitation),
});

export const SignInInvitationEndedResult = createUnionType({
  name: 'SignInInvitationEndedResult',
  description: 'What revoking an invitation answers; a refused one is an answer too.',
  types: () => [SignInInvitationEnded, Refusal] as const,
  resolveType: (value: object) => ('rule' in value ? Refusal : SignInInvitationEnded),
});
