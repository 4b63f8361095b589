import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { AgreementEvent } from './facts.events.js';
import { agreement } from './agreement.js';
import { agreementEventTypes } from './agreement.state.js';
import type { AgreementState } from './agreement.state.js';
import type { LedgerEvent } from './ledger.events.js';
import { ledger, ledgerEventTypes } from './ledger.js';
import type { LedgerState } from './ledger.js';

type Sample = Readonly<{ type: string; schema: number; data: object }>;
const samples = JSON.parse(
  readFileSync(new URL('samples.json', import.meta.url), 'utf8'),
) as readonly Sample[];
const of = (types: readonly string[]) => samples.filter(({ type }) => types.includes(type));

describe('the golden samples, which must stay readable for ever', () => {
  it('hold one of every event type', () => {
    const types = [...new Set(samples.map(({ type }) => type))];
    expect(types.toSorted()).toStrictEqual([...agreementEventTypes, ...ledgerEventTypes].sort());
  });
  it('are read by the agreement one after another, each changing something', () => {
    let state: AgreementState = agreement.initial;
    for (const sample of of(agreementEventTypes)) {
      const next = agreement.evolve(state, sample as unknown as AgreementEvent);
      expect({ after: sample.type, state: next }).not.toStrictEqual({ after: sample.type, state });
      state = next;
    }
    expect(state).toMatchObject({
      ...{ status: 'Closed', inForceFrom: '2029-12-28', version: 2, versionFrom: '2030-06-01' },
      ...{ totalCents: 12000, end: '2032-12-31', held: 5, settledCents: 9000, amendments: [] },
    });
  });
  it('are read by the ledger', () => {
    const folded = of(ledgerEventTypes).map((sample) => sample as unknown as LedgerEvent);
    const [reserved, released, ...later] = folded as [LedgerEvent, LedgerEvent, ...LedgerEvent[]];
    const held: LedgerState = ledger.evolve(ledger.initial, reserved);
    expect(Object.values(held)).toStrictEqual([[{ version: 1, cents: 6000, end: '2031-06-30' }]]);
    expect(ledger.evolve(held, released)).toStrictEqual({});
    const settled = later.reduce<LedgerState>(ledger.evolve, held);
    expect(Object.values(settled)).toStrictEqual([[{ version: 0, cents: 5000, end: null }]]);
  });
});
