import { describe, expect, it } from '@jest/globals';
import { awaitedAfter } from '@tavolo/testing';
import { keyOf } from '@tavolo/waiting';
import type { Move } from '@tavolo/waiting';
import { added, agreementId, amendment, amendmentCycle, draftedAs } from '../test/examples.js';
import { frozen, inForce, openToSign, region, registered, signedBy } from '../test/examples.js';
import { amendmentProposed, toRegister, town } from '../test/examples.js';
import type { AgreementEvent } from '../domain/facts.events.js';
import { agreementProjection } from './agreement.projection.js';
import { agreementWaiting } from './agreement.waiting.js';

const told = {
  ...{ part: agreementWaiting, projections: [agreementProjection], stream: agreementId(1) },
};
const awaited = (facts: readonly AgreementEvent[]) => awaitedAfter(facts, told).at(-1) ?? [];
const who = (moves: readonly Move[], code: string) =>
  moves.filter(({ move }) => move === code).map((move) => keyOf(move.who));

describe('who is waited for about an agreement', () => {
  it('A-1: each party whose signature is missing, with the amount that its signatory must cover', () => {
    const moves = awaited(openToSign);
    expect(new Set(who(moves, 'signAgreement'))).toStrictEqual(
      new Set([`organisation:${region}#agreement`, `organisation:${town}#agreement`]),
    );
    expect(moves.every((move) => (move.who.cents ?? 0) > 0)).toBe(true);
    expect(who(awaited([...openToSign, signedBy(region)]), 'signAgreement')).toStrictEqual([
      `organisation:${town}#agreement`,
    ]);
  });

  it('a party that refused is the matter of who coordinates', () => {
    const refusal = {
      type: 'SignatureRefused',
      data: { party: town, refusedOn: '2029-01-02', statement: 'a'.repeat(64) },
    } as unknown as AgreementEvent;
    const moves = awaited([...openToSign, refusal]);
    expect(who(moves, 'signAgreement')).toStrictEqual([`organisation:${region}#agreement`]);
    expect(who(moves, 'settleRefusal')).toHaveLength(1);
    expect(moves.find(({ move }) => move === 'settleRefusal')?.about).toBe(town);
  });

  it('says of whom a signature is awaited that they were reminded, by whom and how often', () => {
    const reminded = (remindedOn: string) =>
      ({ type: 'PartyReminded', data: { party: town, remindedOn } }) as unknown as AgreementEvent;
    const facts = [...openToSign, reminded('2029-12-20'), reminded('2029-12-22')];
    const reminders = awaited(facts).map(({ about, reminder }) => [about, reminder?.on ?? null]);
    expect(new Map(reminders as [string, string | null][])).toStrictEqual(
      new Map([
        [region, null],
        [town, '2029-12-22'],
      ]),
    );
    const ofTown = awaited(facts).find(({ about }) => about === town)?.reminder;
    expect(ofTown).toMatchObject({ times: 2, by: expect.stringMatching(/^person-/u) });
    expect(awaited([...facts, signedBy(town)]).some(({ reminder }) => reminder)).toBe(false);
  });

  it('A-4: a frozen text awaits the act of each public party, then the opening', () => {
    const facts = [draftedAs({}), added(region), added(town, { publicBody: false }), frozen];
    expect(who(awaited(facts), 'approveText')).toStrictEqual([`organisation:${region}#agreement`]);
    const alone = [draftedAs({}), added(town, { publicBody: false }), frozen];
    expect(who(awaited(alone), 'openForSignature')).toHaveLength(1);
  });

  it('every step on its way has somebody who is waited for, and in force its end has a day', () => {
    for (const facts of [inForce, [...toRegister, registered]]) awaitedAfter(facts, told);
    expect(awaited(inForce)).toMatchObject([
      { move: 'expireAgreement', who: { kind: 'process' }, due: { on: '2031-12-31' } },
    ]);
  });

  it('A-11: an amendment waits for its parties beside the version in force', () => {
    const cycle = amendmentCycle();
    const last = cycle.findIndex(({ type }) => type === 'AgreementOpenedForSignature');
    const moves = awaited([
      ...inForce,
      amendmentProposed({ title: 'Atto integrativo' }),
      ...cycle.slice(0, last + 1),
    ]);
    const signing = moves.filter(({ move }) => move === 'signAgreement');
    expect(signing.length).toBeGreaterThan(0);
    expect(signing.every(({ key }) => key?.startsWith(amendment) === true)).toBe(true);
    expect(who(moves, 'expireAgreement')).toHaveLength(1);
  });
});
