import { someone, specificationFor } from '@tavolo/testing/specification';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AgreementStatus } from '../contract/index.js';
import { agreementId, cents, day } from '../test/examples.js';
import type { LedgerEvent } from './ledger.events.js';
import { heldByChildren, ledger, residual } from './ledger.js';
import type { LedgerCommand, LedgerState } from './ledger.js';

const given = specificationFor(ledger);
const [one, two] = [agreementId(1), agreementId(2)];
const end = day('2031-12-31');
const inForce = { status: 'InForce' as AgreementStatus, totalCents: cents(100), end };
const reserve = (child: typeof one, amount: number, change: object = {}) => {
  const data = { child, version: 1, cents: cents(amount), end, grounds: { parent: inForce } };
  return { type: 'ReserveForChild', data: { ...data, ...change } } as const;
};
const release = (child: typeof one, version = 1) =>
  ({ type: 'ReleaseChild', data: { child, version } }) as const;
const reserved = (child: typeof one, amount: number, version = 1): LedgerEvent => ({
  type: 'ChildReserved',
  data: { child, version, cents: cents(amount), end },
});
const released = (child: typeof one): LedgerEvent => ({
  type: 'ChildReleased',
  data: { child, version: 1 },
});

describe('the ledger of a parent agreement', () => {
  it('A-8, X-11: reserves up to the last cent, not one more', () => {
    given(reserved(one, 60)).when(reserve(two, 41)).thenRefused('OverResidual');
    given(reserved(one, 60)).when(reserve(two, 40)).then(reserved(two, 40));
  });
  it('A-8, X-11: has again what was released', () =>
    given(reserved(one, 60), released(one)).when(reserve(two, 100)).then(reserved(two, 100)));
  it('A-8, X-11: a newer text of a child takes the place of the older', () => {
    given(reserved(one, 60))
      .when(reserve(one, 100, { version: 2 }))
      .then(reserved(one, 100, 2));
    given(reserved(one, 60), reserved(one, 100, 2))
      .when(release(one))
      .thenRefused('NothingReserved');
  });
  it('A-8, X-11: a child does not outlast its parent', () => {
    given()
      .when(reserve(one, 1, { end: day('2032-01-01') }))
      .thenRefused('OutlastsParent');
    given().when(reserve(one, 1)).then(reserved(one, 1));
  });
  it('A-8: the parent can no longer change', () =>
    given()
      .when(reserve(one, 1, { grounds: { parent: { ...inForce, status: 'TextFrozen' } } }))
      .thenRefused('ParentNotSettled'));
  it('X-12: the parent exists', () =>
    given()
      .when(reserve(one, 1, { grounds: { parent: null } }))
      .thenRefused('ParentUnknown'));
  it('X-11: reserves a text once', () =>
    given(reserved(one, 1)).when(reserve(one, 1)).thenRefused('AlreadyReserved'));
  it('X-11: releases what is reserved, once', () => {
    given(reserved(one, 1)).when(release(one)).then(released(one));
    given().when(release(one)).thenRefused('NothingReserved');
  });
});

describe('the ledger under amendments and closing', () => {
  const beside = (amount: number) => reserve(one, amount, { version: 2, beside: 1 });
  const held = (amount: number): LedgerEvent => ({
    type: 'ChildReserved',
    data: { child: one, version: 2, cents: cents(amount), end, beside: 1 },
  });
  const settle = (amount: number) =>
    ({ type: 'SettleChild', data: { child: one, cents: cents(amount) } }) as const;
  const settled = (amount: number): LedgerEvent => ({
    type: 'ChildSettled',
    data: { child: one, cents: cents(amount) },
  });

  it('A-8, X-11: an amendment is held beside the version in force; the larger one counts', () => {
    given(reserved(one, 60)).when(beside(80)).then(held(80));
    given(reserved(one, 60), held(80)).when(reserve(two, 21)).thenRefused('OverResidual');
    given(reserved(one, 60), held(80)).when(reserve(two, 20)).then(reserved(two, 20));
    given(reserved(one, 60), held(10)).when(reserve(two, 41)).thenRefused('OverResidual');
  });
  it('A-8, X-11: with the former version gone the new one alone counts', () => {
    given(reserved(one, 60), held(10), released(one))
      .when(reserve(two, 90))
      .then(reserved(two, 90));
    given(reserved(one, 60), held(10), released(one))
      .when(reserve(two, 91))
      .thenRefused('OverResidual');
  });
  it('A-8, X-11: an amendment that is given up leaves the version in force held', () => {
    const back: LedgerEvent = { type: 'ChildReleased', data: { child: one, version: 2 } };
    given(reserved(one, 60), held(80)).when(release(one, 2)).then(back);
    given(reserved(one, 60), held(80), back).when(reserve(two, 41)).thenRefused('OverResidual');
    given(reserved(one, 60), held(80), back).when(reserve(two, 40)).then(reserved(two, 40));
  });
  it('A-8, X-11: a closed child keeps what it used, and frees the rest', () => {
    given(reserved(one, 60)).when(settle(61)).thenRefused('SettledOverReserved');
    given(reserved(one, 60)).when(settle(45)).then(settled(45));
    given(reserved(one, 60), settled(45)).when(reserve(two, 56)).thenRefused('OverResidual');
    given(reserved(one, 60), settled(45)).when(reserve(two, 55)).then(reserved(two, 55));
  });
  it('X-11: settles once, and what is held', () => {
    given().when(settle(0)).thenRefused('NothingReserved');
    given(reserved(one, 60), settled(0)).when(settle(0)).thenRefused('NothingReserved');
  });
  it('A-12, A-8, X-11: no child stands below what has ended', () => {
    for (const status of ['Suspended', 'Expired', 'Terminated', 'Annulled', 'Closed'] as const) {
      given()
        .when(reserve(one, 1, { grounds: { parent: { ...inForce, status } } }))
        .thenRefused('ParentNotSettled');
    }
    given()
      .when(reserve(one, 1, { grounds: { parent: inForce } }))
      .then(reserved(one, 1));
  });
});

describe('A-8 under any order of commands', () => {
  const child = fc.integer({ min: 1, max: 4 }).map(agreementId);
  const version = fc.integer({ min: 1, max: 3 });
  const commands: fc.Arbitrary<LedgerCommand> = fc.oneof(
    fc
      .tuple(child, version, fc.integer({ min: 0, max: 120 }))
      .map(([id, n, amount]) => ({ ...someone, ...reserve(id, amount, { version: n }) })),
    fc.tuple(child, version).map(([id, n]) => ({ ...someone, ...release(id, n) })),
    fc
      .tuple(child, version, version, fc.integer({ min: 0, max: 120 }))
      .map(([id, n, beside, amount]) => ({
        ...someone,
        ...reserve(id, amount, { version: n, beside }),
      })),
    fc.tuple(child, fc.integer({ min: 0, max: 120 })).map(([id, amount]) => ({
      ...{ ...someone, type: 'SettleChild' as const },
      data: { child: id, cents: cents(amount) },
    })),
  );

  it('A-8: the children never hold more than the total, amendments and settlements included', () => {
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 40 }), (given_) => {
        let state: LedgerState = ledger.initial;
        for (const command of given_) {
          const decision = ledger.decide(command, state);
          if (decision.outcome === 'accepted') state = decision.events.reduce(ledger.evolve, state);
          const held = heldByChildren(state).heldCents;
          expect(held).toBeLessThanOrEqual(inForce.totalCents);
          expect(residual(inForce.totalCents, state, agreementId(5))).toBe(100 - held);
        }
      }),
    );
  });
});
