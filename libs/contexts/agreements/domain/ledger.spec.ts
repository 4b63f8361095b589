import { someone, specificationFor } from '@tavolo/testing';
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
const settled = { status: 'InForce' as AgreementStatus, totalCents: cents(100), end };
const reserve = (child: typeof one, amount: number, change: object = {}) => {
  const data = { child, version: 1, cents: cents(amount), end, grounds: { parent: settled } };
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
  it('A-8: reserves up to the last cent, not one more', () => {
    given(reserved(one, 60)).when(reserve(two, 41)).thenRefused('OverResidual');
    given(reserved(one, 60)).when(reserve(two, 40)).then(reserved(two, 40));
  });
  it('A-8: has again what was released', () =>
    given(reserved(one, 60), released(one)).when(reserve(two, 100)).then(reserved(two, 100)));
  it('A-8: a newer text of a child takes the place of the older', () => {
    given(reserved(one, 60))
      .when(reserve(one, 100, { version: 2 }))
      .then(reserved(one, 100, 2));
    given(reserved(one, 60), reserved(one, 100, 2))
      .when(release(one))
      .thenRefused('NothingReserved');
  });
  it('A-8: a child does not outlast its parent', () => {
    given()
      .when(reserve(one, 1, { end: day('2032-01-01') }))
      .thenRefused('OutlastsParent');
    given().when(reserve(one, 1)).then(reserved(one, 1));
  });
  it('A-8: the parent can no longer change', () =>
    given()
      .when(reserve(one, 1, { grounds: { parent: { ...settled, status: 'TextFrozen' } } }))
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

describe('A-8 under any order of commands', () => {
  const child = fc.integer({ min: 1, max: 4 }).map(agreementId);
  const version = fc.integer({ min: 1, max: 3 });
  const commands: fc.Arbitrary<LedgerCommand> = fc.oneof(
    fc
      .tuple(child, version, fc.integer({ min: 0, max: 120 }))
      .map(([id, n, amount]) => ({ ...someone, ...reserve(id, amount, { version: n }) })),
    fc.tuple(child, version).map(([id, n]) => ({ ...someone, ...release(id, n) })),
  );

  it('A-8: the children never hold more than the total', () => {
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 40 }), (given_) => {
        let state: LedgerState = ledger.initial;
        for (const command of given_) {
          const decision = ledger.decide(command, state);
          if (decision.outcome === 'accepted') state = decision.events.reduce(ledger.evolve, state);
          const held = heldByChildren(state).heldCents;
          expect(held).toBeLessThanOrEqual(settled.totalCents);
          expect(residual(settled.totalCents, state, agreementId(5))).toBe(100 - held);
        }
      }),
    );
  });
});
