import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Instant, LocalDate, OrganisationId, PersonRef } from '@tavolo/kernel';
import { specificationFor } from '@tavolo/testing/specification';
import { appointmentEventTypes } from './appointment.events.js';
import type { AppointmentEvent } from './appointment.events.js';
import { appointmentDecider } from './appointment.js';

const given = specificationFor(appointmentDecider);
// The specification acts at 2030-01-01T12:00Z, as a person of its own.
const at = '2030-01-01T12:00:00.000Z' as Instant;
const day = (text: string) => text as LocalDate;
const actor = 'person-00000000-0000-4000-8000-000000000001' as PersonRef;
const ada = 'person-ada' as PersonRef;
const eva = 'person-eva' as PersonRef;
const scope = 'network-n';
const as = (person: PersonRef) => ({ person, mandate: null, organisation: null });

type Changed = Readonly<{ person?: PersonRef; scope?: string; from?: string; until?: string }>;
const appoint = <Type extends 'AppointAuditor' | 'AppointCoordinator'>(
  type: Type,
  { from = '2030-01-01', ...changed }: Changed = {},
  isThere = true,
) => {
  const { until, ...who } = changed;
  const end = until === undefined ? {} : { until: day(until) };
  const data = { person: ada, scope, ...who, from: day(from), ...end, grounds: { isThere } };
  return { type, data };
};
const held = {
  ...{ person: ada, scope, from: day('2030-01-01'), until: null },
  ...{ appointedBy: actor, appointedAt: at },
};
const auditor: AppointmentEvent = { type: 'AuditorAppointed', data: held };
const coordinator: AppointmentEvent = { type: 'CoordinatorAppointed', data: held };
const propose = (person: PersonRef) => ({
  ...{ type: 'ProposeAdministrator' as const, data: { person, from: day('2030-01-01') } },
});
const proposedUntil = (until: LocalDate | null): AppointmentEvent => ({
  type: 'AdministratorProposed',
  data: { person: ada, from: day('2029-01-01'), until, proposedBy: eva, proposedAt: at },
});
const proposed = proposedUntil(null);
const confirm = (by: PersonRef) => ({
  ...{ type: 'ConfirmAdministrator' as const, data: {}, by: as(by) },
});
const confirmed: AppointmentEvent = {
  type: 'AdministratorConfirmed',
  data: { confirmedBy: actor, confirmedAt: at },
};
const organisation = 'partner-p' as OrganisationId;
const service = 'service-s' as PersonRef;
const admit = (isThere = true) =>
  ({
    type: 'AdmitService',
    data: {
      ...{ name: 'Protocollo', organisation, responsible: eva, from: day('2030-01-01') },
      grounds: { isThere, newId: service },
    },
  }) as const;
const admitted: AppointmentEvent = {
  type: 'ServiceAdmitted',
  data: {
    ...{ service, name: 'Protocollo', organisation, responsible: eva },
    ...{ from: day('2030-01-01'), until: null, admittedBy: actor, admittedAt: at },
  },
};
const revoke = <Type extends 'RevokeAppointment' | 'RevokeCoordinator' | 'RevokeService'>(
  type: Type,
  on?: string,
  isLast = false,
) => ({ type, data: { ...(on !== undefined && { on: day(on) }), grounds: { isLast } } });
const revokedFrom = (lastDay: string): AppointmentEvent => ({
  type: 'AppointmentRevoked',
  data: { lastDay: day(lastDay), revokedAt: at },
});

describe('an appointment', () => {
  it('is given to an auditor and to a coordinator, at a scope, from a day', () => {
    given().when(appoint('AppointAuditor')).then(auditor);
    given().when(appoint('AppointCoordinator')).then(coordinator);
    const until = day('2030-12-31');
    given()
      .when(appoint('AppointAuditor', { until }))
      .then({ type: 'AuditorAppointed', data: { ...held, until } });
  });

  it('X-2: begins today or later', () => {
    given()
      .when(appoint('AppointAuditor', { from: '2029-12-31' }))
      .thenRefused('AppointedBackwards');
  });

  it('X-11: does not end before it begins, and may be of one day', () => {
    given()
      .when(appoint('AppointAuditor', { from: '2030-01-02', until: '2030-01-01' }))
      .thenRefused('AppointmentReversed');
    const oneDay = { from: day('2030-01-02'), until: day('2030-01-02') };
    given()
      .when(appoint('AppointAuditor', oneDay))
      .then({ type: 'AuditorAppointed', data: { ...held, ...oneDay } });
  });

  it('X-12: is held at a scope that is there', () => {
    given()
      .when(appoint('AppointAuditor', {}, false))
      .thenRefused('ScopeUnknown');
    given().when(admit(false)).thenRefused('ScopeUnknown');
  });

  it('X-11: of a coordinator is held at a level, a plan or a network; an auditor reads all of it', () => {
    const everything = { scope: 'instance-tavolo' };
    given().when(appoint('AppointCoordinator', everything)).thenRefused('ScopeNotHeldAt');
    given()
      .when(appoint('AppointAuditor', everything))
      .then({ type: 'AuditorAppointed', data: { ...held, ...everything } });
  });

  it('X-5: is given by nobody to themself', () => {
    given()
      .when(appoint('AppointAuditor', { person: actor }))
      .thenRefused('AppointsThemself');
    given()
      .when(appoint('AppointCoordinator', { person: actor }))
      .thenRefused('AppointsThemself');
    given().when(propose(actor)).thenRefused('AppointsThemself');
  });
});

describe('a second administrator', () => {
  it('X-5, X-11: is proposed by one person and confirmed by another, neither of them the one appointed', () => {
    const data = { ...{ person: ada, until: null }, proposedBy: actor, proposedAt: at };
    given()
      .when(propose(ada))
      .then({ type: 'AdministratorProposed', data: { ...data, from: day('2030-01-01') } });
    given(proposed).when(confirm(eva)).thenRefused('ConfirmedByThemself');
    given(proposed).when(confirm(ada)).thenRefused('ConfirmedByThemself');
    given(proposed).when(confirm(actor)).then(confirmed);
  });

  it('X-11: is confirmed once, before it is over and not when it was withdrawn', () => {
    given(proposed, confirmed).when(confirm(actor)).thenRefused('NothingToConfirm');
    given(proposed, revokedFrom('2029-12-31')).when(confirm(actor)).thenRefused('NothingToConfirm');
    given(auditor).when(confirm(actor)).thenRefused('NothingToConfirm');
    given(proposedUntil(day('2029-12-31')))
      .when(confirm(actor))
      .thenRefused('ProposalPast');
    given(proposedUntil(day('2030-01-01')))
      .when(confirm(actor))
      .then(confirmed);
  });
});

describe('a service', () => {
  it('is admitted for an organisation, with a person who answers for it', () => {
    given().when(admit()).then(admitted);
  });
});

describe('a revocation', () => {
  it('X-11: is at once, or from a day on', () => {
    given(auditor).when(revoke('RevokeAppointment')).then(revokedFrom('2029-12-31'));
    given(auditor).when(revoke('RevokeAppointment', '2030-03-01')).then(revokedFrom('2030-03-01'));
    given(proposed).when(revoke('RevokeAppointment')).then(revokedFrom('2029-12-31'));
    given(admitted).when(revoke('RevokeService')).then(revokedFrom('2029-12-31'));
  });

  it('X-11: is given by the command of its kind, for another person may give each', () => {
    given(coordinator).when(revoke('RevokeAppointment')).thenRefused('RevokedOtherwise');
    given(coordinator).when(revoke('RevokeCoordinator')).then(revokedFrom('2029-12-31'));
    given(auditor).when(revoke('RevokeCoordinator')).thenRefused('RevokedOtherwise');
    given(admitted).when(revoke('RevokeAppointment')).thenRefused('RevokedOtherwise');
  });

  it('X-3, X-11: leaves somebody to administer; a proposal and another appointment leave as many', () => {
    const isLast = true;
    given(proposed, confirmed)
      .when(revoke('RevokeAppointment', undefined, isLast))
      .thenRefused('LastAdministrator');
    given(proposed, confirmed).when(revoke('RevokeAppointment')).then(revokedFrom('2029-12-31'));
    given(proposed)
      .when(revoke('RevokeAppointment', undefined, isLast))
      .then(revokedFrom('2029-12-31'));
  });

  it('X-2, X-11: takes no past days away', () => {
    given(auditor).when(revoke('RevokeAppointment', '2029-12-31')).thenRefused('RevokedBackwards');
    given(auditor).when(revoke('RevokeAppointment', '2030-01-01')).then(revokedFrom('2030-01-01'));
  });

  it('X-11: is of something that goes on longer', () => {
    given(auditor, revokedFrom('2030-03-01'))
      .when(revoke('RevokeAppointment', '2030-03-01'))
      .thenRefused('RevokedAlready');
    given(auditor, revokedFrom('2030-03-01'))
      .when(revoke('RevokeAppointment'))
      .then(revokedFrom('2029-12-31'));
  });
});

describe('the stored facts of appointments', () => {
  const samples = JSON.parse(
    readFileSync(new URL('samples.json', import.meta.url), 'utf8'),
  ) as readonly (AppointmentEvent & { readonly schema: number })[];

  it('have a sample of each type, which the fold reads', () => {
    expect(samples.map(({ type }) => type).sort()).toStrictEqual([...appointmentEventTypes].sort());
    const { evolve, initial } = appointmentDecider;
    const kinds = samples.map((event) => evolve(initial, event)?.kind ?? null);
    expect(kinds).toStrictEqual(['auditor', 'coordinator', 'administrator', null, 'service', null]);
    const last = samples.slice(2, 4).reduce(evolve, initial);
    expect(last).toMatchObject({ status: 'given', scope: 'instance-tavolo', until: '2027-12-31' });
  });
});
