import { CommandGateway, Transactions } from '@tavolo/command';
import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Realm } from '../policy/realm.js';
import type { GovernedKind } from '../policy/realm.js';
import { AppointmentRequest } from './appointment.request.js';
import { appointments } from './appointment.js';

/** What each command is to the policies: who may give an appointment may take it back. */
const acts: GovernedKind['acts'] = {
  AppointAuditor: { action: 'mandate', under: ['scope'] },
  AppointCoordinator: { action: 'appoint', under: ['scope'] },
  ProposeAdministrator: { action: 'mandate' },
  ConfirmAdministrator: 'mandate',
  RevokeAppointment: 'mandate',
  RevokeCoordinator: 'appoint',
  AdmitService: { action: 'empower', under: ['organisation'] },
  RevokeService: 'empower',
};

/** The door for appointments, and what the policies are asked about them. */
@Injectable()
export class AppointmentsRealm implements OnModuleInit {
  constructor(
    private readonly gateway: CommandGateway,
    private readonly realm: Realm,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.gateway.register(appointments, AppointmentRequest);
    this.realm.governs({
      ...{ category: appointments.category, acts },
      place: async (id) => {
        const found = await this.transactions.load(appointments, id);
        return found?.state ? { above: [found.state.scope], basis: found.basis } : null;
      },
    });
  }
}
