import { describe, expect, it } from '@jest/globals';
import { added, approvedBy, asked, clause } from '../test/examples.js';
import { amendment, amendedText, amendmentCycle, amendmentProposed } from '../test/examples.js';
import { cents, childInForce, friends, inForce } from '../test/examples.js';
import { condition, day, draftedAs, entry, frozen, hash } from '../test/examples.js';
import { personRef } from '../test/examples.js';
import { openToSign, parent, proposed, region, registered } from '../test/examples.js';
import { signedBy, submitted, text, toRegister, town } from '../test/examples.js';
import { projected } from '../test/rows.js';
import type { AgreementEvent } from '../domain/facts.events.js';
import { agreement } from '../domain/agreement.js';
import type { AgreementState } from '../domain/agreement.state.js';

const back: AgreementEvent = { type: 'AgreementChangesRequested', data: { frozenVersion: 1 } };
const frozenText = openToSign.slice(0, 6);

describe('the projection of agreements', () => {
  it('is in the state in which the decider is, after every event', () => {
    const history: readonly AgreementEvent[] = [
      ...inForce,
      { type: 'AgreementSuspended', data: { from: day('2030-02-01') } },
      { type: 'AgreementResumed', data: { from: day('2030-03-01') } },
      { type: 'AgreementTerminated', data: { cause: 'breach', endedOn: day('2030-04-01') } },
      { type: 'AgreementAnnulled', data: { act: hash(90), endedOn: day('2030-05-01') } },
      { type: 'AgreementClosed', data: { closedOn: day('2030-06-01'), settledCents: cents(0) } },
    ];
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

describe('the versions of an agreement', () => {
  const change = {
    ...{ totalCents: cents(120_00), title: 'Accordo integrato', leave: [town] },
    join: [
      { partner: friends, shareCents: cents(70_00), role: 'partner', publicBody: false } as const,
    ],
    clauses: [{ ...clause, text: 'Altro.' }],
  };
  const cycle = [...inForce, amendmentProposed(change), ...amendmentCycle()];
  const amended: AgreementEvent = {
    type: 'AgreementAmended',
    data: {
      ...{ amendment, version: 2, amends: 1, textSha256: amendedText },
      ...{ kind: 'partnershipAgreement', network: null, plan: null, parties: [region, friends] },
      ...{ totalCents: cents(120_00), end: day('2031-12-31'), from: day('2029-12-30') },
      released: null,
    },
  };

  it('A-11: the agreement and its parties stay as they are until the amendment is in force', () => {
    const before = projected(inForce);
    const after = projected(cycle);
    expect({ ...after.row, revision: 0 }).toStrictEqual({ ...before.row, revision: 0 });
    expect(after.party(town)).toStrictEqual(before.party(town));
    expect(after.party(friends)).toBeNull();
    expect(after.version('founding')).toStrictEqual(before.version('founding'));
  });
  it('shows each version with its own approvals and signatures', () => {
    const { version } = projected(cycle);
    const [one, own] = [version(), version(amendment)];
    expect(one).toMatchObject({ number: 1, status: 'InForce', from: '2029-12-22', before: null });
    expect(one.parties.map(({ signature }) => signature?.textSha256)).toStrictEqual([text, text]);
    expect(own).toMatchObject({
      ...{ number: null, amends: 1, status: 'Registered', textSha256: amendedText, change },
      registration: { protocolNo: '4720/2029' },
    });
    const signed = own.parties.map(({ partner, leaving, joining, approval, signature }) => ({
      ...{ partner, leaving, joining, approved: approval !== null },
      text: signature?.textSha256 ?? null,
    }));
    expect(signed).toStrictEqual([
      { ...quiet, partner: region, text: amendedText },
      { ...quiet, partner: town, leaving: true, text: amendedText },
      { ...quiet, partner: friends, joining: true, approved: false, text: null },
    ]);
  });
  it('A-11: the new version takes the place of the one before', () => {
    const { row, version, party } = projected([...cycle, amended]);
    expect(row).toMatchObject({
      ...{ version: 2, totalCents: 120_00, title: 'Accordo integrato', textSha256: amendedText },
      ...{ status: 'InForce', clauses: change.clauses },
    });
    expect(version()).toMatchObject({ number: 1, before: '2029-12-30' });
    expect(version(amendment)).toMatchObject({ number: 2, from: '2029-12-30', before: null });
    expect(party(town)).toBeNull();
    expect(party(friends)).toMatchObject({ shareCents: 70_00 });
    expect(party(region)?.signature?.textSha256).toBe(amendedText);
  });
  it('A-14: shows what the second look at a signature found, and the end', () => {
    const found = { validAtSigning: true, validNow: false, report: hash(95) };
    const looked = { ...found, verifiedOn: day('2032-01-02') };
    const { version, row } = projected([
      ...inForce,
      { type: 'AgreementExpired', data: { endedOn: day('2031-12-31') } },
      { type: 'SignatureReverified', data: { version: 1, party: town, ...looked } },
    ]);
    expect(version().parties[1]?.reverification).toStrictEqual(looked);
    expect(version()).toMatchObject({ status: 'Expired', before: '2031-12-31' });
    expect(row).toMatchObject({ status: 'Expired', endedOn: '2031-12-31' });
  });
  it('A-1: shows a refusal, and a signature that is void', () => {
    const of = { party: town, textSha256: text };
    const refused: AgreementEvent = {
      type: 'SignatureRefused',
      data: { ...of, refusedOn: day('2029-12-21'), statement: hash(70) },
    };
    const invalid: AgreementEvent = {
      type: 'SignatureInvalidated',
      data: { ...of, party: region, document: hash(71) },
    };
    const { row, party, version } = projected([...openToSign, signedBy(region), refused, invalid]);
    expect(row.status).toBe('OpenForSignature');
    expect(party(region)?.signature).toBeNull();
    expect(version().parties).toMatchObject([
      { partner: region, signature: null, refusal: null },
      { partner: town, refusal: { refusedOn: '2029-12-21', statement: hash(70) } },
    ]);
    expect(projected([...toRegister, invalid]).row.status).toBe('PartiallySigned');
  });
  it('A-10: shows a later end that was asked for, and by which rule it was refused', () => {
    const asks: AgreementEvent = {
      type: 'AgreementExtensionRequested',
      data: {
        ...{ version: 2, end: day('2032-06-30'), totalCents: cents(100_00), parent, beside: 1 },
        ...{ requestedOn: day('2030-01-01'), requestedBy: personRef(1) },
      },
    };
    const denied: AgreementEvent = {
      type: 'AgreementReservationDenied',
      data: { version: 2, rule: 'A-8', code: 'OutlastsParent' },
    };
    const asked_ = projected([...childInForce, asks]).row;
    expect(asked_.extension).toMatchObject({ end: '2032-06-30', reserved: false });
    const { row, party } = projected([...childInForce, asks, denied]);
    expect(row).toMatchObject({
      ...{ status: 'InForce', extension: null, textSha256: text },
      extensionDenied: { rule: 'A-8', code: 'OutlastsParent' },
    });
    expect(party(region)?.signature).not.toBeNull();
  });
});

const quiet = { leaving: false, joining: false, approved: true } as const;
