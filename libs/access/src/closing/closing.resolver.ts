import { Mutations, notSignedIn, personOf } from '@tavolo/graphql';
import type { CommandResult, RequestContext } from '@tavolo/graphql';
import type { PersonRef } from '@tavolo/kernel';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ClosedLogins } from './closed-logins.js';
import { closing, CLOSING_STREAM } from './closing.js';
import { ClosedLogin, CloseLoginsInput, LoginsChangedResult } from './closing.types.js';
import { ReopenLoginsInput } from './closing.types.js';
import { MayClose } from './may-close.js';

/** Whose logins are closed; closing and reopening them. */
@Resolver()
export class ClosingResolver {
  constructor(
    private readonly closed: ClosedLogins,
    private readonly mayClose: MayClose,
    private readonly mutations: Mutations,
  ) {}

  @Query(() => [ClosedLogin], {
    description:
      'Whose logins are closed, for who may close them under the mandate named; always as they are now.',
  })
  async closedLogins(@Context() { sender }: RequestContext): Promise<readonly ClosedLogin[]> {
    if (!sender) throw notSignedIn();
    if (!(await this.mayClose.isFor(sender))) return [];
    return Object.entries(this.closed.all).map(([person, { closedBy, ...closed }]) => ({
      ...{ ...closed, person: personOf(person as PersonRef), closedBy: personOf(closedBy) },
    }));
  }

  @Mutation(() => LoginsChangedResult, {
    description:
      'Closes the logins of a person who has left or whose login is in other hands: tokens are refused, sessions and subscriptions end, no invitation opens a way (chiusura degli accessi).',
  })
  closeLogins(
    @Args('input') input: CloseLoginsInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('CloseLogins', input, context);
  }

  @Mutation(() => LoginsChangedResult, {
    description:
      'Reopens the logins of a person: those that were theirs, and no others; or discards these, and the person comes back by a new invitation (riapertura degli accessi).',
  })
  reopenLogins(
    @Args('input') input: ReopenLoginsInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('ReopenLogins', input, context);
  }

  #send(type: string, input: object, context: RequestContext): Promise<CommandResult> {
    const about = { aggregate: closing.category, type, target: CLOSING_STREAM };
    return this.mutations.send({ ...about, field: 'person', input }, context);
  }
}
