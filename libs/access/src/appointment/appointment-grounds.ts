import { commandOf, derivedId, Instance } from '@tavolo/command';
import type { Grounded } from '@tavolo/command';
import { Injectable } from '@nestjs/common';
import type { MandateRef } from '@tavolo/kernel';
import { Administrators } from '../closing/administrators.js';
import { closingRules } from '../closing/closing.rules.js';
import { Realm } from '../policy/realm.js';
import { appointmentDecider } from './appointment.js';
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

  /**
   * Only of an administrator without an end is it asked who else there is, and only once nothing
   * else keeps the revocation out: from then on they do not count, whatever becomes of it.
   */
  async #amongAdministrators(
    request: AppointmentRequest,
    state: AppointmentState,
  ): Promise<Ground> {
    const command = commandOf(request, { isLast: false });
    const { person, kind, status, until } = state ?? {};
    const isLasting = kind === 'administrator' && status === 'given' && until === null;
    if (person === undefined || !isLasting || isKeptOut(command, state)) return { command };
    const mandate = `${request.target}#administrator` as MandateRef;
    const counted = await this.administrators.countOut(request.envelope, { person, mandate });
    const { refusal, basis } = counted;
    if (!refusal) return { command, basis };
    const isLast = refusal.code === closingRules.LastAdministrator.code;
    return isLast ? { command: commandOf(request, { isLast }) } : { refusal };
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

function isKeptOut(command: AppointmentCommand, state: AppointmentState): boolean {
  return appointmentDecider.decide(command, state).outcome === 'refused';
}
