import { describe, expect, it } from '@jest/globals';
import type { Cents, LocalDate, PersonRef } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import fc from 'fast-check';
import type { ActKind } from '../contract/index.js';
import type { PartnerEvent } from './partner.events.js';
import { partner } from './partner.js';
import type { PartnerState } from './partner.state.js';

const given = specificationFor(partner);
const { at } = someone;
const day = (text: string) => text as LocalDate;
const [ada, bo] = ['person-ada', 'person-bo'] as [PersonRef, PersonRef];
const registered: PartnerEvent = {
  type: 'PartnerRegistered',
  data: { name: 'Comune di Milano', kind: 'municipality', registeredAt: at },
};

const appoint = (from: string, until?: string, newId = 'r1') =>
  ({
    type: 'AppointLegalRepresentative',
    data: {
      ...{ person: ada, from: day(from), grounds: { newId } },
      ...(until !== undefined && { until: day(until) }),
    },
  }) as const;
const appointed = (from: string, until: string | null, representation = 'r1'): PartnerEvent => ({
  type: 'LegalRepresentativeAppointed',
  data: {
    ...{ representation, person: ada, from: day(from) },
    ...{ until: until === null ? null : day(until), appointedAt: at },
  },
});
const authorise = (acts: readonly ActKind[], more: { person?: PersonRef; from?: string } = {}) =>
  ({
    type: 'AuthoriseSignatory',
    data: {
      ...{ person: more.person ?? bo, acts, maxCents: 500_000 as Cents },
      ...{ from: day(more.from ?? '2030-01-01'), until: day('2030-12-31') },
      grounds: { newId: 's1' },
    },
  }) as const;
const authorised = (acts: readonly ActKind[], person = bo, from = '2030-01-01'): PartnerEvent => ({
  type: 'SignatoryAuthorised',
  data: {
    ...{ representation: 's1', person, acts, maxCents: 500_000 as Cents },
    ...{ from: day(from), until: day('2030-12-31'), authorisedAt: at },
  },
});
const end = (representation: string, on: string, more: object = {}) => {
  const grounds = { agreements: [], newId: 'r9' };
  const data = { representation, on: day(on), grounds, ...more };
  return { type: 'EndLegalRepresentation', data } as const;
};
const ended = (on: string): PartnerEvent => ({
  type: 'LegalRepresentativeMandateEnded',
  data: { representation: 'r1', on: day(on), endedAt: at },
});
const revoke = (representation: string, on: string) =>
  ({ type: 'RevokeSignatory', data: { representation, on: day(on) } }) as const;
const revoked = (on: string): PartnerEvent => ({
  type: 'SignatoryRevoked',
  data: { representation: 's1', on: day(on), revokedAt: at },
});

describe('a legal representative', () => {
  it('is appointed', () =>
    given(registered).when(appoint('2030-01-01')).then(appointed('2030-01-01', null)));
  it('X-11: not of a partner that is not there', () =>
    given().when(appoint('2030-01-01')).thenRefused('OutOfTurn'));
  it('PA-4: not while there is another one without an end', () =>
    given(registered, appointed('2029-01-01', null))
      .when(appoint('2030-01-01'))
      .thenRefused('RepresentativeWithoutEnd'));
  it('PA-4: not from the last day of another one on', () =>
    given(registered, appointed('2029-01-01', '2030-01-01'))
      .when(appoint('2030-01-01'))
      .thenRefused('RepresentativesOverlap'));
  it('PA-4: from the day after the last day of another one on', () =>
    given(registered, appointed('2029-01-01', '2029-12-31'))
      .when(appoint('2030-01-01', undefined, 'r2'))
      .then(appointed('2030-01-01', null, 'r2')));
  it('PA-4: not around the whole time of another one', () =>
    given(registered, appointed('2029-06-01', '2029-06-30'))
      .when(appoint('2029-01-01', '2029-12-31'))
      .thenRefused('RepresentativesOverlap'));
  it('PA-4: beside signatories', () =>
    given(registered, authorised(['agreement']))
      .when(appoint('2030-01-01'))
      .then(appointed('2030-01-01', null)));
  it('PA-4: not with an end before the beginning', () => {
    given(registered).when(appoint('2030-01-02', '2030-01-01')).thenRefused('PeriodReversed');
    given(registered)
      .when(appoint('2030-01-01', '2030-01-01'))
      .then(appointed('2030-01-01', '2030-01-01'));
  });
  it('X-11: is ended, which makes room for the next one', () => {
    given(registered, appointed('2029-01-01', null))
      .when(end('r1', '2029-12-31'))
      .then(ended('2029-12-31'));
    given(registered, appointed('2029-01-01', null), ended('2029-12-31'))
      .when(appoint('2030-01-01', undefined, 'r2'))
      .then(appointed('2030-01-01', null, 'r2'));
  });
  it('PA-4, X-11: is not ended without a successor while an agreement is in force after it', () => {
    const head = appointed('2029-01-01', null);
    const agreements = [{ agreement: 'agreement-1', until: day('2030-06-30') }];
    const bound = (more: object = {}) => ({ grounds: { agreements, newId: 'r2' }, ...more });
    given(registered, head)
      .when(end('r1', '2030-06-29', bound()))
      .thenRefused('RepresentationGap');
    given(registered, head)
      .when(end('r1', '2030-06-30', bound()))
      .then(ended('2030-06-30'));
    given(registered, head)
      .when(end('r1', '2030-03-31', bound({ successor: ada, successorUntil: day('2030-12-31') })))
      .then(ended('2030-03-31'), appointed('2030-04-01', '2030-12-31', 'r2'));
    given(registered, head)
      .when(end('r1', '2030-03-31', bound({ successor: ada, successorUntil: day('2030-03-31') })))
      .thenRefused('PeriodReversed');
  });
  it('PA-4: is ended alone where the next one follows on the day after', () => {
    const agreements = [{ agreement: 'agreement-1', until: null }];
    const bound = { grounds: { agreements, newId: 'r9' } };
    const next = (from: string) => [
      ...[registered, appointed('2029-01-01', '2030-06-30')],
      appointed(from, null, 'r2'),
    ];
    given(...next('2030-07-01'))
      .when(end('r1', '2030-05-31', bound))
      .thenRefused('RepresentationGap');
    given(...next('2030-07-01'), ended('2030-06-30'))
      .when(end('r2', '2031-01-31', bound))
      .thenRefused('RepresentationGap');
    given(registered, appointed('2029-01-01', '2030-06-30'), authorised(['agreement']))
      .when(end('r1', '2030-05-31', bound))
      .thenRefused('RepresentationGap');
  });
  it('PA-4: is not ended before the first day', () =>
    given(registered, appointed('2029-01-01', null))
      .when(end('r1', '2028-12-31'))
      .thenRefused('PeriodReversed'));
  it('X-11: is not ended later than it ends by itself', () =>
    given(registered, appointed('2029-01-01', '2029-12-31'))
      .when(end('r1', '2030-01-01'))
      .thenRefused('MandateEndsBefore'));
  it('X-12: is one that was appointed', () => {
    given(registered).when(end('r1', '2030-01-01')).thenRefused('RepresentationUnknown');
    given(registered, authorised(['plan']))
      .when(end('s1', '2030-06-30'))
      .thenRefused('RepresentationUnknown');
  });
});

describe('a signatory', () => {
  it('PA-5: is authorised for named acts, each once', () =>
    given(registered)
      .when(authorise(['agreement', 'plan', 'agreement']))
      .then(authorised(['agreement', 'plan'])));
  it('PA-5: not for no act', () =>
    given(registered).when(authorise([])).thenRefused('ActsMissing'));
  it('PA-5: not again for the same act', () =>
    given(registered, authorised(['agreement']))
      .when(authorise(['agreement', 'plan']))
      .thenRefused('PowerRepeated'));
  it('PA-5: for other acts beside', () =>
    given(registered, authorised(['agreement']))
      .when(authorise(['plan']))
      .then(authorised(['plan'])));
  it('PA-5: for the same acts as another person', () =>
    given(registered, authorised(['agreement']))
      .when(authorise(['agreement'], { person: ada }))
      .then(authorised(['agreement'], ada)));
  it('PA-4: not with an end before the beginning', () =>
    given(registered)
      .when(authorise(['plan'], { from: '2031-01-01' }))
      .thenRefused('PeriodReversed'));
  it('PA-5, X-11: is revoked, and may be authorised again', () => {
    given(registered, authorised(['plan']))
      .when(revoke('s1', '2030-01-31'))
      .then(revoked('2030-01-31'));
    given(registered, authorised(['plan']), revoked('2030-01-31'))
      .when(authorise(['plan'], { from: '2030-02-01' }))
      .then(authorised(['plan'], bo, '2030-02-01'));
  });
  it('X-11: is not revoked twice', () =>
    given(registered, authorised(['plan']), revoked('2030-01-31'))
      .when(revoke('s1', '2030-01-31'))
      .thenRefused('MandateEndsBefore'));
  it('X-12: is one that was authorised', () =>
    given(registered, appointed('2030-01-01', null))
      .when(revoke('r1', '2030-01-31'))
      .thenRefused('RepresentationUnknown'));
});

describe('the last day of a power', () => {
  const lapse = (representation: string, today: string) =>
    ({ type: 'LapseRepresentation', data: { representation }, today: day(today) }) as const;
  const lapsed = (representation: string, until: string): PartnerEvent => ({
    type: 'RepresentationLapsed',
    data: { representation, until: day(until), lapsedAt: someone.at },
  });
  const head = appointed('2029-01-01', '2029-12-31');

  it('PA-4, X-11: is recorded when it has passed, once, and leaves its dates as they were', () => {
    given(registered, head).when(lapse('r1', '2029-12-31')).thenRefused('RepresentationHolds');
    given(registered, head).when(lapse('r1', '2030-01-01')).then(lapsed('r1', '2029-12-31'));
    given(registered, head, lapsed('r1', '2029-12-31'))
      .when(lapse('r1', '2030-01-02'))
      .thenRefused('RepresentationLapsed');
    given(registered, head, lapsed('r1', '2029-12-31'))
      .when(appoint('2030-01-01', undefined, 'r2'))
      .then(appointed('2030-01-01', null, 'r2'));
  });
  it('PA-4, X-11, X-12: does not come where there is none', () => {
    given(registered, appointed('2029-01-01', null))
      .when(lapse('r1', '2090-01-01'))
      .thenRefused('RepresentationHolds');
    given(registered).when(lapse('r1', '2090-01-01')).thenRefused('RepresentationUnknown');
  });
});

describe('whatever is asked of a partner', () => {
  const anyDay = fc
    .integer({ min: 1, max: 28 })
    .map((n) => day(`2030-01-${String(n).padStart(2, '0')}`));
  const anyEnd = fc.option(anyDay, { nil: undefined });
  const anyAsked = fc.oneof(
    fc.tuple(anyDay, anyEnd, fc.uuid()).map(([from, until, newId]) => appoint(from, until, newId)),
    fc.tuple(fc.nat(5), anyDay),
  );

  it('PA-4, X-11, X-12: no day has two legal representatives', () => {
    fc.assert(
      fc.property(fc.array(anyAsked, { maxLength: 20, size: 'max' }), (asked) => {
        let state = partner.evolve(partner.initial, registered);
        for (const step of asked) state = next(state, step);
        for (let n = 1; n <= 28; n += 1) {
          const today = day(`2030-01-${String(n).padStart(2, '0')}`);
          const inOffice = state.powers.filter(
            ({ from, until }) => from <= today && (until === null || today <= until),
          );
          expect(inOffice.length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  type Step = ReturnType<typeof appoint> | [number, LocalDate];

  /** A number and a day stand for: end that one of the mandates, if it is there. */
  function next(state: PartnerState, step: Step): PartnerState {
    const asked = Array.isArray(step) ? end(state.powers[step[0]]?.id ?? 'none', step[1]) : step;
    const decision = partner.decide({ ...someone, ...asked }, state);
    return decision.outcome === 'accepted' ? decision.events.reduce(partner.evolve, state) : state;
  }
});
