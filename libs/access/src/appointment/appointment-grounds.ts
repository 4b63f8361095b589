import { commandOf, derivedId, Instance } from '@tavolo/command';
import type { Grounded } from '@tavolo/command';
import { Injectable } from '@nestjs/common';
import { Administrators } from '../closing/administrators.js';
import { Realm } from '../policy/realm.js';
import type { AppointmentCommand, AppointmentState } from './appointment.js';
import type { AppointmentRequest } from './appointment.request.js';

type Ground = Grounded<AppointmentCommand>;

/** What a command on an appointment rests on in other streams. */
@Injectable()
export class AppointmentGrounds {
  constructor(
    private readonly realm: Realm,
    private readonly instance: Instance,
    private readonly administrators: Administrators,
  ) {}

  of(request: AppointmentRequest, state: AppointmentState): Ground | Promise<Ground> {
    const { asked } = request;
    switch (asked.type) {
      case 'AppointAuditor':
      case 'AppointCoordinator':
        return this.#atScope(request, asked.data.scope);
      case 'AdmitService':
        return this.#service(request, asked.data.organisation);
      case 'RevokeAppointment':
      case 'RevokeCoordinator':
      case 'RevokeService':
        return this.#amongAdministrators(request, state);
      default:
        return { command: commandOf(request) };
    }
  }

  async #atScope(request: AppointmentRequest, scope: string): Promise<Ground> {
    const place = await this.realm.place(scope);
    const basis = place?.basis ? [place.basis] : [];
    return { command: commandOf(request, { isThere: place !== null }), basis };
  }

  /** Only of an administrator is it asked who else there is. */
  async #amongAdministrators(
    request: AppointmentRequest,
    state: AppointmentState,
  ): Promise<Ground> {
    if (state?.kind !== 'administrator') return { command: commandOf(request, { isLast: false }) };
    const { basis, ...grounds } = await this.administrators.isLast(state.person);
    return { command: commandOf(request, grounds), basis };
  }

  async #service(request: AppointmentRequest, organisation: string): Promise<Ground> {
    const { by, commandId } = request.envelope;
    const { id } = this.instance.facts;
    const newId = `service-${derivedId(id, by.person, commandId, 'service')}`;
    const place = await this.realm.place(organisation);
    const basis = place?.basis ? [place.basis] : [];
    const command = commandOf(request, { isThere: place !== null, newId });
    return { command, basis, result: { newId } };
  }
}
