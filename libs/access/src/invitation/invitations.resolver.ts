import { randomUUID } from 'node:crypto';
import { Clock } from '@tavolo/command';
import type { Uuid } from '@tavolo/event-store';
import { notSignedIn, Refusal, refusalOf } from '@tavolo/graphql';
import type { RequestContext } from '@tavolo/graphql';
import type { Instant, MandateRef } from '@tavolo/kernel';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Invitations } from './invitations.js';
import {
  SignInInvitationEnded,
  SignInInvitationEndedResult,
  SignInInvitation,
} from './invitations.types.js';
import { SignInInvitationResult, InviteToSignInInput } from './invitations.types.js';
import { RevokeSignInInvitationInput } from './invitations.types.js';

const DAYS = 14;
const DAY_MS = 86_400_000;

@Resolver()
export class InvitationsResolver {
  constructor(
    private readonly invitations: Invitations,
    private readonly clock: Clock,
  ) {}

  @Mutation(() => SignInInvitationResult, {
    description:
      'Makes a link, good once, that binds the first login through it to the person who holds this mandate (invito).',
  })
  async inviteToSignIn(
    @Args('input') { commandId, mandate, days }: InviteToSignInInput,
    @Context() { sender, locale }: RequestContext,
  ): Promise<SignInInvitation | Refusal> {
    if (!sender) throw notSignedIn();
    const untilMs = Date.parse(this.clock.now()) + (days ?? DAYS) * DAY_MS;
    const until = new Date(untilMs).toISOString() as Instant;
    const wanted = { mandate: mandate as MandateRef, until };
    const issued = await this.invitations.issue(wanted, sender, { commandId: idOf(commandId) });
    return 'refusal' in issued ? refusalOf(issued.refusal, locale) : issued;
  }

  @Mutation(() => SignInInvitationEndedResult, {
    description: 'Ends an invitation before it is used: its link leads nowhere any more (revoca).',
  })
  async revokeSignInInvitation(
    @Args('input') { commandId, invitation: id }: RevokeSignInInvitationInput,
    @Context() { sender, locale }: RequestContext,
  ): Promise<SignInInvitationEnded | Refusal> {
    if (!sender) throw notSignedIn();
    const refusal = await this.invitations.revoke(id, sender, { commandId: idOf(commandId) });
    return refusal ? refusalOf(refusal, locale) : { id };
  }
}

function idOf(given: string | undefined): Uuid {
  return (given?.toLowerCase() ?? randomUUID()) as Uuid;
}
