import type { JsonObject, RecordedEvent } from '@tavolo/event-store';
import type { TableDefinition, Writer } from '@tavolo/projection';
import { describe, expect, it } from '@jest/globals';
import { added, agreementId, approvedBy, asked, clause } from '../test/examples.js';
import { condition, day, draftedAs, entry, frozen, hash } from '../test/examples.js';
import { openToSign, parent, proposed, region, registered } from '../test/examples.js';
import { signedBy, submitted, text, toRegister, town } from '../test/examples.js';
import type { AgreementEvent } from '../domain/facts.events.js';
import { agreement } from '../domain/agreement.js';
import type { AgreementState } from '../domain/agreement.state.js';
import { agreementProjection } from './agreement.projection.js';
import { agreementPartyTable, agreementTable } from './agreement.rows.js';

const id = agreementId(1);

type Row = Readonly<{ id: string }>;
/** The open rows of a read model, in memory. */
class OpenRows implements Writer {
  readonly #rows = new Map<string, Row>();
  get<R extends Row>({ name }: TableDefinition<R>, rowId: string): R | null {
    return (this.#rows.get(`${name} ${rowId}`) ?? null) as R | null;
  }
  where<R extends Row>(
    { name }: TableDefinition<R>,
    column: keyof R & string,
    value: string,
  ): readonly R[] {
    const rows = [...this.#rows].filter(([place]) => place.startsWith(`${name} `));
    return rows.map(([, row]) => row as R).filter((row) => row[column] === value);
  }
  put<R extends Row>({ name }: TableDefinition<R>, row: R): void {
    this.#rows.set(`${name} ${row.id}`, row);
  }
  close<R extends Row>({ name }: TableDefinition<R>, rowId: string): void {
    this.#rows.delete(`${name} ${rowId}`);
  }
}

function projected(history: readonly AgreementEvent[]) {
  const rows = new OpenRows();
  history.forEach(({ type, data }, revision) => {
    const event = { stream: id, revision, type, data: data as JsonObject, schema: 1 };
    agreementProjection.apply(event as unknown as RecordedEvent, rows);
  });
  const party = (partner: string) => rows.get(agreementPartyTable, `${id}#${partner}`);
  const row = rows.get(agreementTable, id);
  if (!row) throw new Error('the history has no draft');
  return { row, party };
}

const back: AgreementEvent = { type: 'AgreementChangesRequested', data: { frozenVersion: 1 } };
const frozenText = openToSign.slice(0, 6);

describe('the projection of agreements', () => {
  it('is in the state in which the decider is, after every event', () => {
    const history = [...toRegister, proposed, registered];
    history.forEach((_, last) => {
      const events = history.slice(0, last + 1);
      const state = events.reduce<AgreementState>(agreement.evolve, null);
      const { row } = projected(events);
      const { status, title, totalCents, inForceFrom } = row;
      expect({ status, title, totalCents, inForceFrom }).toStrictEqual({
        ...{ status: state?.status, title: state?.title },
        ...{ totalCents: state?.totalCents, inForceFrom: state?.inForceFrom },
      });
      expect(row.revision).toBe(last);
    });
  });
  it('shows the frozen text until it is sent back', () => {
    expect(projected(frozenText).row).toMatchObject({ textSha256: text, textVersion: 1 });
    expect(projected([...frozenText, back]).row).toMatchObject({
      ...{ status: 'Drafted', textSha256: null, textVersion: null, clauses: [clause] },
    });
  });
  it('shows a party with its approval and its signature, and no certificate', () => {
    const { party } = projected([...openToSign, signedBy(region)]);
    expect(party(region)).toMatchObject({
      approval: { act: hash(20), date: '2029-12-01', body: 'Giunta' },
      signature: { signedOn: '2029-12-20', level: 'digital', textSha256: text },
    });
    expect(party(region)?.signature).not.toHaveProperty('certificateRef');
    expect(party(town)?.signature).toBeNull();
  });
  it('forgets approvals of a text that was sent back, and who is no party', () => {
    const { party, row } = projected([...frozenText, approvedBy(region), back]);
    expect(party(region)?.approval).toBeNull();
    expect(row.status).toBe('Drafted');
    const removed: AgreementEvent = { type: 'AgreementPartyRemoved', data: { partner: region } };
    expect(projected([...frozenText, back, removed]).party(region)).toBeNull();
  });
  it('A-8: shows that the amount is not yet reserved, and by which rule it was refused', () => {
    const child = [draftedAs({ parent }), added(region), added(town), submitted];
    const frozenChild = { ...frozen, data: { ...frozen.data, parent } } as AgreementEvent;
    expect(projected([...child, frozenChild]).row.reserved).toBe(false);
    const answered = (type: 'AgreementReservationConfirmed' | 'AgreementReservationDenied') =>
      ({ type, data: { version: 1, rule: 'A-8', code: 'OverResidual' } }) as AgreementEvent;
    const confirmed = answered('AgreementReservationConfirmed');
    expect(projected([...child, frozenChild, confirmed]).row.reserved).toBe(true);
    const denied = answered('AgreementReservationDenied');
    expect(projected([...child, frozenChild, denied]).row).toMatchObject({
      ...{ status: 'Drafted', reserved: false },
      reservationDenied: { rule: 'A-8', code: 'OverResidual' },
    });
  });
  it('A-7: shows a number that is being checked, denied or in the protocol', () => {
    const denied = { ...entry, rule: 'A-7', code: 'ProtocolNumberTaken' } as const;
    const denial: AgreementEvent = { type: 'AgreementRegistrationDenied', data: denied };
    expect(projected([...toRegister, proposed]).row).toMatchObject({
      ...{ registrationProposed: entry, registration: null, registrationAskedOf: region },
    });
    expect(projected([...toRegister, proposed, denial]).row).toMatchObject({
      ...{ registrationProposed: null, registrationDenied: denied },
    });
    expect(projected([...toRegister, proposed, registered]).row).toMatchObject({
      ...{ registrationProposed: null, registration: entry, status: 'Registered' },
    });
  });
  it('shows which condition is met, by which document', () => {
    const conditional = draftedAs({ conditions: [{ id: condition, title: 'CUP' }] });
    const met: AgreementEvent = {
      type: 'PrecedentConditionMet',
      data: { condition, document: hash(60), metOn: day('2029-12-28') },
    };
    const open = { id: condition, title: 'CUP', metOn: null, document: null };
    expect(projected([conditional]).row.conditions).toStrictEqual([open]);
    const shown = { ...open, metOn: '2029-12-28', document: hash(60) };
    expect(projected([conditional, met]).row.conditions).toStrictEqual([shown]);
  });
  it('passes over what it does not know', () => {
    const unknown = { type: 'AgreementTurnedGreen', data: {} } as unknown as AgreementEvent;
    const { row } = projected([...toRegister, asked, unknown]);
    expect(row.status).toBe('FullySigned');
  });
});
