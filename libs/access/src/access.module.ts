import { Clock, CommandGateway, Instance, Mandates, Transactions } from '@tavolo/command';
import { ReadModel } from '@tavolo/projection';
import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { AppointmentGrounds } from './appointment/appointment-grounds.js';
import { AppointmentHandler } from './appointment/appointment.handler.js';
import { AppointmentMandates } from './appointment/appointment.mandates.js';
import { AppointmentMutations } from './appointment/appointments.mutations.js';
import { AppointmentsRealm } from './appointment/appointments.realm.js';
import { AppointmentsResolver } from './appointment/appointments.resolver.js';
import { ActivationHandler, ActivationRequest } from './activation/activation.handler.js';
import { activations } from './activation/activation.js';
import { PoliciesResolver } from './activation/policies.resolver.js';
import { Policies } from './activation/policies.js';
import { Administrators } from './closing/administrators.js';
import { ClosingHandler } from './closing/closing.handler.js';
import { ClosingRequest } from './closing/closing.request.js';
import { ClosingGrounds } from './closing/closing-grounds.js';
import { closing } from './closing/closing.js';
import { ClosingResolver } from './closing/closing.resolver.js';
import { KeptOut } from './closing/kept-out.js';
import { KnownPeople } from './closing/known-people.js';
import { MayClose } from './closing/may-close.js';
import { Explainer } from './explain/explainer.js';
import { ExplanationResolver } from './explain/explanation.resolver.js';
import { Holders } from './explain/holders.js';
import { INSTANCE_STREAM } from './instance.js';
import { InstanceResolver } from './instance.resolver.js';
import { Accounts } from './identity/accounts.js';
import { InvitationHandler } from './invitation/invitation.handler.js';
import { Invitations } from './invitation/invitations.js';
import { LoginsOfInvited } from './invitation/logins-of-invited.js';
import { InvitationsResolver } from './invitation/invitations.resolver.js';
import { People } from './people.js';
import { PeopleResolver } from './people.resolver.js';
import { Realm } from './policy/realm.js';
import { SessionsResolver } from './session/sessions.resolver.js';

type Administering = readonly [
  ...[Accounts, Clock, Instance],
  ...[Mandates, ReadModel, Transactions],
];
type Closing = readonly [CommandGateway, Mandates, Policies, Realm];
type Explaining = readonly [Clock, CommandGateway, Instance, Mandates, Policies, Realm];

/** Who there is and what this instance is; policies and sign-in join it. */
@Module({
  providers: [
    ActivationHandler,
    {
      provide: Administrators,
      inject: [Accounts, Clock, Instance, Mandates, ReadModel, Transactions],
      useFactory: (...parts: Administering) => {
        const [accounts, clock, instance, mandates, readModel, transactions] = parts;
        return new Administrators({ accounts, clock, instance, mandates, readModel, transactions });
      },
    },
    AppointmentGrounds,
    AppointmentHandler,
    AppointmentMandates,
    AppointmentMutations,
    AppointmentsRealm,
    AppointmentsResolver,
    ClosingGrounds,
    ClosingHandler,
    ClosingResolver,
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
    KeptOut,
    KnownPeople,
    LoginsOfInvited,
    {
      provide: MayClose,
      inject: [CommandGateway, Mandates, Policies, Realm],
      useFactory: (...parts: Closing) => {
        const [gateway, mandates, policies, realm] = parts;
        return new MayClose({ gateway, mandates, policies, realm });
      },
    },
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
    this.gateway.register(closing, ClosingRequest);
    this.realm.governs({
      category: closing.category,
      acts: { CloseLogins: 'closeLogins', ReopenLogins: 'closeLogins' },
      place: () => Promise.resolve({ above: [INSTANCE_STREAM], basis: null }),
    });
    this.realm.governs({
      category: 'invitation',
      acts: { InviteToSignIn: { action: 'invite' }, RevokeSignInInvitation: 'invite' },
      place: () => Promise.resolve({ above: [INSTANCE_STREAM], basis: null }),
    });
  }
}
