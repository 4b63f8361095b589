import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { AppointmentHandler } from './appointment/appointment.handler.js';
import { AppointmentMandates } from './appointment/appointment.mandates.js';
import { AppointmentMutations } from './appointment/appointments.mutations.js';
import { AppointmentsRealm } from './appointment/appointments.realm.js';
import { AppointmentsResolver } from './appointment/appointments.resolver.js';
import { INSTANCE_STREAM } from './instance.js';
import { InstanceResolver } from './instance.resolver.js';
import { InvitationHandler } from './invitation/invitation.handler.js';
import { Invitations } from './invitation/invitations.js';
import { InvitationsResolver } from './invitation/invitations.resolver.js';
import { People } from './people.js';
import { PeopleResolver } from './people.resolver.js';
import { Realm } from './policy/realm.js';
import { SessionsResolver } from './session/sessions.resolver.js';

/** Who there is and what this instance is; policies and sign-in join it. */
@Module({
  providers: [
    AppointmentHandler,
    AppointmentMandates,
    AppointmentMutations,
    AppointmentsRealm,
    AppointmentsResolver,
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
export class AccessModule implements OnModuleInit {
  constructor(private readonly realm: Realm) {}

  /** For whom a link may be is the invitation's own to decide. */
  onModuleInit(): void {
    this.realm.governs({
      category: 'invitation',
      acts: { InviteToSignIn: { action: 'invite' }, RevokeSignInInvitation: 'invite' },
      place: () => Promise.resolve({ above: [INSTANCE_STREAM], basis: null }),
    });
  }
}
