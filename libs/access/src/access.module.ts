import { Clock, CommandGateway, Instance, Mandates } from '@tavolo/command';
import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { AppointmentHandler } from './appointment/appointment.handler.js';
import { AppointmentMandates } from './appointment/appointment.mandates.js';
import { AppointmentMutations } from './appointment/appointments.mutations.js';
import { AppointmentsRealm } from './appointment/appointments.realm.js';
import { AppointmentsResolver } from './appointment/appointments.resolver.js';
import { ActivationHandler, ActivationRequest } from './activation/activation.handler.js';
import { activations } from './activation/activation.js';
import { PoliciesResolver } from './activation/policies.resolver.js';
import { Policies } from './activation/policies.js';
import { Explainer } from './explain/explainer.js';
import { ExplanationResolver } from './explain/explanation.resolver.js';
import { Holders } from './explain/holders.js';
import { INSTANCE_STREAM } from './instance.js';
import { InstanceResolver } from './instance.resolver.js';
import { InvitationHandler } from './invitation/invitation.handler.js';
import { Invitations } from './invitation/invitations.js';
import { InvitationsResolver } from './invitation/invitations.resolver.js';
import { People } from './people.js';
import { PeopleResolver } from './people.resolver.js';
import { Realm } from './policy/realm.js';
import { SessionsResolver } from './session/sessions.resolver.js';

type Explaining = readonly [Clock, CommandGateway, Instance, Mandates, Policies, Realm];

/** Who there is and what this instance is; policies and sign-in join it. */
@Module({
  providers: [
    ActivationHandler,
    AppointmentHandler,
    AppointmentMandates,
    AppointmentMutations,
    AppointmentsRealm,
    AppointmentsResolver,
    ExplanationResolver,
    Holders,
    {
      provide: Explainer,
      inject: [Clock, CommandGateway, Instance, Mandates, Policies, Realm],
      useFactory: (...parts: Explaining) => {
        const [clock, gateway, instance, mandates, policies, realm] = parts;
        return new Explainer({ clock, gateway, instance, mandates, policies, realm });
      },
    },
    InvitationHandler,
    Invitations,
    InvitationsResolver,
    InstanceResolver,
    People,
    PeopleResolver,
    PoliciesResolver,
    SessionsResolver,
  ],
  exports: [Invitations, People],
})
export class AccessModule implements OnModuleInit {
  constructor(
    private readonly gateway: CommandGateway,
    private readonly realm: Realm,
  ) {}

  /** For whom a link may be is the invitation's own to decide. */
  onModuleInit(): void {
    this.gateway.register(activations, ActivationRequest);
    this.realm.governs({
      category: 'invitation',
      acts: { InviteToSignIn: { action: 'invite' }, RevokeSignInInvitation: 'invite' },
      place: () => Promise.resolve({ above: [INSTANCE_STREAM], basis: null }),
    });
  }
}
