import { specificationFor } from '@tavolo/testing/specification';
import { describe, it } from '@jest/globals';
import type { LocalDate } from '@tavolo/kernel';
import type { AgreementEvent } from './facts.events.js';
import { added, asked, clause, condition, day, drafted } from '../test/examples.js';
import { draftedAs, entry, hash } from '../test/examples.js';
import { network, openToSign, plan, proposed, region, registered } from '../test/examples.js';
import { revised, toRegister, town } from '../test/examples.js';
import { agreement } from './agreement.js';

const given = specificationFor(agreement);
const ask = { type: 'AskRegistration', data: {} } as const;
const free = { registerExists: true, heldBy: null };
const register = (
  change: object = {},
  grounds: { registerExists: boolean; heldBy: string | null } = free,
) => ({ type: 'RegisterAgreement', data: { ...entry, ...change, grounds } }) as const;
const denied = { ...entry, rule: 'A-7', code: 'ClaimTaken' } as const;
const force = { type: 'BringIntoForce', data: {} } as const;
const inForce = (from: LocalDate): AgreementEvent => ({
  type: 'AgreementEnteredIntoForce',
  data: { kind: 'partnershipAgreement', network, plan, parties: [region, town], from },
});
const met = (metOn: LocalDate) => ({ condition, document: hash(60), metOn });
const conditionMet = (metOn: LocalDate): AgreementEvent => ({
  type: 'PrecedentConditionMet',
  data: met(metOn),
});
const conditional = draftedAs({ conditions: [{ id: condition, title: 'CUP' }] });
const startingOn = (start: LocalDate, clauses = [clause] as readonly object[]): AgreementEvent =>
  ({
    type: 'AgreementTextRevised',
    data: { ...revised.data, start, clauses },
  }) as AgreementEvent;
const withText = (text: AgreementEvent) =>
  toRegister.map((event) => (event.type === 'AgreementTextRevised' ? text : event));
const withCondition = (history: readonly AgreementEvent[]) => [conditional, ...history.slice(1)];

describe('registration', () => {
  it('X-11: is asked for when all have signed', () =>
    given(...toRegister.slice(0, -1))
      .when(ask)
      .then(asked));
  it('X-11: is asked of the lead where there is one', () => {
    const led = [drafted, added(region), added(town, { role: 'lead' }), ...toRegister.slice(3, -1)];
    given(...led)
      .when(ask)
      .then({ type: 'RegistrationAsked', data: { askedOf: town } });
  });
  it('X-11: is not asked for twice', () =>
    given(...toRegister)
      .when(ask)
      .thenRefused('RegistrationAlreadyAsked'));
  it('X-11: is not asked for before', () =>
    given(...openToSign)
      .when(ask)
      .thenRefused('WrongState'));
  it('A-7, X-11: a number is first proposed, and counts when nobody else holds it', () => {
    given(...toRegister)
      .when(register())
      .then(proposed);
    given(...toRegister, proposed)
      .when({ type: 'ConfirmRegistration', data: entry })
      .then(registered);
  });
  it('A-7: a number of another agreement is refused at once', () =>
    given(...toRegister)
      .when(register({}, { registerExists: true, heldBy: 'agreement-x' }))
      .thenRefused('ProtocolNumberTaken'));
  it('A-7, X-11: a number found taken is denied with its rule, and another may be given', () => {
    const event: AgreementEvent = { type: 'AgreementRegistrationDenied', data: denied };
    given(...toRegister, proposed)
      .when({ type: 'DenyRegistration', data: denied })
      .then(event);
    const next = { ...entry, protocolNo: '4712/2029' };
    given(...toRegister, proposed, event)
      .when(register(next))
      .then({ type: 'AgreementRegistrationProposed', data: next });
  });
  it('X-11: one number at a time', () =>
    given(...toRegister, proposed)
      .when(register({ protocolNo: '1' }))
      .thenRefused('RegistrationPending'));
  it('X-11: only the number proposed is confirmed or denied', () => {
    const other = { ...entry, protocolNo: '1' };
    given(...toRegister, proposed)
      .when({ type: 'ConfirmRegistration', data: other })
      .thenRefused('NoSuchRegistration');
    given(...toRegister)
      .when({ type: 'DenyRegistration', data: denied })
      .thenRefused('NoSuchRegistration');
  });
  it('X-11: is not older than the last signature', () => {
    given(...toRegister)
      .when(register({ protocolDate: day('2029-12-19') }))
      .thenRefused('RegisteredBeforeSignature');
    const same = { ...entry, protocolDate: day('2029-12-20') };
    given(...toRegister)
      .when(register(same))
      .then({ type: 'AgreementRegistrationProposed', data: same });
  });
  it('X-2, X-11: is not of the future, but may be of today', () => {
    given(...toRegister)
      .when(register({ protocolDate: day('2030-01-02') }))
      .thenRefused('InFuture');
    const today = { ...entry, protocolDate: day('2030-01-01') };
    given(...toRegister)
      .when(register(today))
      .then({ type: 'AgreementRegistrationProposed', data: today });
  });
  it('X-12: is by a body that exists', () =>
    given(...toRegister)
      .when(register({}, { registerExists: false, heldBy: null }))
      .thenRefused('UnknownObject'));
});

describe('a precedent condition', () => {
  const meet = (metOn = day('2029-12-28')) =>
    ({ type: 'RecordConditionMet', data: met(metOn) }) as const;
  it('X-11: is met by a document', () =>
    given(...withCondition(toRegister))
      .when(meet())
      .then(conditionMet(day('2029-12-28'))));
  it('X-12: is one of the agreement', () =>
    given(...toRegister)
      .when(meet())
      .thenRefused('UnknownCondition'));
  it('X-11: is met once', () =>
    given(...withCondition(toRegister), conditionMet(day('2029-12-28')))
      .when(meet())
      .thenRefused('ConditionAlreadyMet'));
  it('X-11: not of a text that can still change', () =>
    given(conditional).when(meet()).thenRefused('WrongState'));
  it('X-2, X-11: is not met tomorrow, but may be today', () => {
    given(...withCondition(toRegister))
      .when(meet(day('2030-01-02')))
      .thenRefused('InFuture');
    given(...withCondition(toRegister))
      .when(meet(day('2030-01-01')))
      .then(conditionMet(day('2030-01-01')));
  });
});

describe('entry into force', () => {
  it('A-6, X-11: is from the registration when that is last', () =>
    given(...toRegister, registered)
      .when(force)
      .then(inForce(day('2029-12-22'))));
  it('A-6, X-11: is from the last condition when that is last', () =>
    given(...withCondition(toRegister), conditionMet(day('2029-12-28')), registered)
      .when(force)
      .then(inForce(day('2029-12-28'))));
  it('A-6: waits for every condition', () =>
    given(...withCondition(toRegister), registered)
      .when(force)
      .thenRefused('ConditionsOpen'));
  it('A-6, X-11: is from the last signature when the entry is of the same day', () => {
    const same: AgreementEvent = {
      type: 'AgreementRegistered',
      data: { ...entry, protocolDate: day('2029-12-20') },
    };
    given(...toRegister, same)
      .when(force)
      .then(inForce(day('2029-12-20')));
  });
  it('A-6, X-11: is from the start that the text names, when that is later', () =>
    given(...withText(startingOn(day('2030-03-01'))), registered)
      .when(force)
      .then(inForce(day('2030-03-01'))));
  it('A-6, X-11: is earlier only where a clause allows it', () => {
    const early = startingOn(day('2029-01-01'), [{ ...clause, effectFrom: day('2029-06-01') }]);
    given(...withText(early), registered)
      .when(force)
      .then(inForce(day('2029-06-01')));
    const late = startingOn(day('2029-01-01'), [{ ...clause, effectFrom: day('2030-06-01') }]);
    given(...withText(late), registered)
      .when(force)
      .then(inForce(day('2029-12-22')));
  });
  it('A-6, X-11: does not begin after the end, but may on its last day', () => {
    const registeredOn = (protocolDate: LocalDate): AgreementEvent => ({
      type: 'AgreementRegistered',
      data: { ...entry, protocolDate },
    });
    given(...toRegister, registeredOn(day('2032-01-01')))
      .when(force)
      .thenRefused('TermOver');
    given(...toRegister, registeredOn(day('2031-12-31')))
      .when(force)
      .then(inForce(day('2031-12-31')));
  });
  it('X-11: needs the registration, and happens once', () => {
    given(...toRegister)
      .when(force)
      .thenRefused('WrongState');
    given(...toRegister, registered, inForce(day('2029-12-22')))
      .when(force)
      .thenRefused('WrongState');
  });
});
