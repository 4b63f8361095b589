import type { OnModuleInit } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Mandates, Transactions } from '@tavolo/command';
import type { Position } from '@tavolo/event-store';
import type { Mandate, MandateSource } from '@tavolo/command';
import type { MandateRef } from '@tavolo/kernel';
import { appointments } from './appointment.js';

/** `appointment-<uuid>#<kind>`: the mandate of an auditor, a coordinator, an administrator, a service. */
@Injectable()
export class AppointmentMandates implements MandateSource, OnModuleInit {
  readonly category = appointments.category;

  constructor(
    private readonly mandates: Mandates,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.mandates.register(this);
  }

  /** Null too for an administrator whom nobody has confirmed. */
  async find(ref: MandateRef, upTo?: Position): Promise<Mandate | null> {
    const [stream = '', local] = ref.split('#');
    const found = await this.transactions.load(appointments, stream, upTo);
    const { state, basis } = found ?? {};
    if (!state || !basis || state.kind !== local) return null;
    if (state.status === 'proposed' || state.status === 'withdrawn') return null;
    const { kind, person, organisation, scope, responsible, from, until, givenBy } = state;
    return {
      ...{ ref, person, organisation, kind, scope, from, until, basis, givenBy },
      ...(responsible !== null && { responsible }),
    };
  }
}
