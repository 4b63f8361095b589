import { beforeEach, describe, expect, it } from '@jest/globals';
import { commandOf, Mandates, NoSnapshots, StoreTransactions } from '@tavolo/command';
import type { Answer, Envelope } from '@tavolo/command';
import { MemoryEventStore } from '@tavolo/event-store';
import type { NewEvent, Uuid } from '@tavolo/event-store';
import type { Instant, LocalDate, PersonRef, Sha256 } from '@tavolo/kernel';
import type { ReadModel } from '@tavolo/projection';
import { FixedClock, FixedInstance, LaggingIndex } from '../../../command/test/sums.js';
import { AppointmentGrounds } from '../appointment/appointment-grounds.js';
import { AppointmentHandler } from '../appointment/appointment.handler.js';
import { AppointmentMandates } from '../appointment/appointment.mandates.js';
import { AppointmentRequest } from '../appointment/appointment.request.js';
import type { Accounts } from '../identity/accounts.js';
import type { Realm } from '../policy/realm.js';
import { Administrators } from './administrators.js';
import { closing, CLOSING_STREAM } from './closing.js';
import { ClosingRequest } from './closing.request.js';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as Uuid;
const personOf = (n: number) => `person-${uuid(n)}` as PersonRef;
const appointmentOf = (n: number) => `appointment-${uuid(n)}`;

let store: MemoryEventStore;
let count: number;
beforeEach(() => {
  [store, count] = [new MemoryEventStore(), 100];
});

/** Appointed, and confirmed, as an administrator. */
async function appointed(n: number, until: string | null = null): Promise<void> {
  const person = personOf(n);
  const said = { person, from: '2029-01-01', until, proposedBy: personOf(9), proposedAt: 'then' };
  const facts = [
    { type: 'AdministratorProposed', data: said },
    { type: 'AdministratorConfirmed', data: { confirmedBy: personOf(8), confirmedAt: 'then' } },
  ];
  const events = facts.map((fact) => {
    const id = uuid(count++);
    const meta = { recordedAt: '2029-01-01T12:00:00.000Z', salt: '0'.repeat(32), commandId: id };
    return { ...fact, id, schema: 1, meta } as unknown as NewEvent;
  });
  await store.append(appointmentOf(n), events, { expected: 'noStream' });
}

function envelopeBy(n: number): Envelope {
  const commandId = uuid(count++);
  return {
    ...{ commandId, correlationId: commandId, commandHash: 'a'.repeat(64) as Sha256, basis: [] },
    by: { person: personOf(n), mandate: null, organisation: null },
    auth: { issuer: 'test', assurance: 'none' },
    ...{ at: '2030-01-01T12:00:00.000Z' as Instant, today: '2030-01-01' as LocalDate },
  };
}

/** A server on the one log that there is, which knows of these appointments. */
function replica(...known: readonly number[]) {
  const [clock, instance, mandates] = [new FixedClock(), new FixedInstance(), new Mandates()];
  const parts = { store, clock, instance, index: new LaggingIndex(), snapshots: new NoSnapshots() };
  const transactions = new StoreTransactions(parts);
  new AppointmentMandates(mandates, transactions).onModuleInit();
  const rows = known.map((n) => ({ id: appointmentOf(n) }));
  const readModel = {
    now: () => null,
    where: () => Promise.resolve(new Map([['administrator', rows]])),
  } as unknown as ReadModel;
  const accounts = { maySignIn: () => Promise.resolve(true) } as unknown as Accounts;
  const about = { accounts, clock, instance, mandates, readModel, transactions };
  const administrators = new Administrators(about);
  const grounds = new AppointmentGrounds({} as Realm, instance, administrators);
  const handler = new AppointmentHandler(transactions, grounds);
  return {
    revoke(n: number, by: number, on?: string): Promise<Answer> {
      const data = on === undefined ? {} : { on: on as LocalDate };
      const asked = { type: 'RevokeAppointment', data } as const;
      return handler.execute(new AppointmentRequest(appointmentOf(n), asked, envelopeBy(by)));
    },
    close(n: number, by: number): Promise<Answer> {
      const asked = { type: 'CloseLogins', data: { person: personOf(n), cause: 'left' } } as const;
      const request = new ClosingRequest(CLOSING_STREAM, asked, envelopeBy(by));
      return transactions.run(closing, request, async () => {
        const found = await administrators.lasting();
        return { command: commandOf(request, { isKnown: true, ...found }) };
      });
    },
  };
}

const outcomeOf = (answer: Answer) =>
  answer.outcome === 'refused' ? answer.refusal.code : answer.outcome;
const outcomes = async (...answers: readonly Promise<Answer>[]) =>
  (await Promise.all(answers)).map(outcomeOf).toSorted();
async function written(type: string): Promise<number> {
  const events = await Array.fromAsync(store.readAll());
  return events.filter((event) => event.type === type).length;
}

describe('two administrators, each on a server of their own', () => {
  beforeEach(async () => {
    await appointed(1);
    await appointed(2);
  });

  it('X-3: who revoke each other at the same instant: one is left', async () => {
    const [one, two] = [replica(1, 2), replica(1, 2)];
    const answers = await outcomes(one.revoke(2, 1), two.revoke(1, 2));
    expect(answers).toStrictEqual(['LastAdministrator', 'accepted']);
    expect(await written('AppointmentRevoked')).toBe(1);
  });

  it('X-3: of whom one closes the logins of the other, who revokes: one is left', async () => {
    const [one, two] = [replica(1, 2), replica(1, 2)];
    const answers = await outcomes(one.close(2, 1), two.revoke(1, 2));
    expect(answers).toStrictEqual(['LastAdministrator', 'accepted']);
    expect((await written('AppointmentRevoked')) + (await written('LoginsClosed'))).toBe(1);
  });

  it('X-3: may both go where a third one stays', async () => {
    await appointed(3);
    const [one, two] = [replica(1, 2, 3), replica(1, 2, 3)];
    const answers = await outcomes(one.revoke(2, 1), two.revoke(1, 2));
    expect(answers).toStrictEqual(['accepted', 'accepted']);
    expect(await written('AdministratorCountedOut')).toBe(2);
  });
});

describe('a revocation of an administrator', () => {
  it('X-2: that is refused for another reason counts nobody out', async () => {
    await appointed(1);
    await appointed(2);
    const server = replica(1, 2);
    expect(outcomeOf(await server.revoke(2, 1, '2029-12-31'))).toBe('RevokedBackwards');
    expect(await written('AdministratorCountedOut')).toBe(0);
  });

  it('X-3: asks for nobody else where the appointment has an end of its own', async () => {
    await appointed(1, '2030-12-31');
    expect(outcomeOf(await replica(1).revoke(1, 2))).toBe('accepted');
    expect(await written('AdministratorCountedOut')).toBe(0);
  });

  it('X-3: names in its basis where its holder was counted out', async () => {
    await appointed(1);
    await appointed(2);
    await replica(1, 2).revoke(2, 1);
    const revoked = (await Array.fromAsync(store.readStream(appointmentOf(2)))).at(-1);
    const { basis } = revoked?.meta as unknown as { basis: readonly object[] };
    expect(basis).toContainEqual({ stream: CLOSING_STREAM, revision: 0 });
  });
});
