import { Module } from '@nestjs/common';
import { InstanceResolver } from './instance.resolver.js';
import { InvitationHandler } from './invitation/invitation.handler.js';
import { Invitations } from './invitation/invitations.js';
import { InvitationsResolver } from './invitation/invitations.resolver.js';
import { People } from './people.js';
import { PeopleResolver } from './people.resolver.js';
import { SessionsResolver } from './session/sessions.resolver.js';

/** Who there is and what this instance is; policies and sign-in join it. */
@Module({
  providers: [
    InvitationHandler,
    Invitations,
    InvitationsResolver,
    InstanceResolver,
    People,
    PeopleResolver,
    SessionsResolver,
  ],
  exports: [Invitations, People],
})
export class AccessModule {}
