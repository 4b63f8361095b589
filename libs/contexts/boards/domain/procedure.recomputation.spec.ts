import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { VoteChoice } from './outcome.js';
import { closedOf } from './procedure.closing.js';
import * as a from './procedure.examples.js';
import type { ProcedureEvent } from './procedure.events.js';
import { procedure } from './procedure.js';
import { recomputedProcedure } from './recomputation.js';

const closed = (...events: ProcedureEvent[]): readonly ProcedureEvent[] => [
  ...events,
  closedOf(events.reduce(procedure.evolve, procedure.initial), a.deadline),
];
const three = [
  ...[a.opened(), a.reply('s1', 'for'), a.reply('s2', 'for')],
  a.reply('s3', 'against'),
];

describe('a procedure counted again', () => {
  it('D-2: comes out as it was recorded', () => {
    expect(recomputedProcedure(closed(...three))).toMatchObject({
      ...{ equal: true, computed: { outcome: 'approved' }, rulebook: a.rules },
    });
  });
  it('D-2: under another rulebook may come out otherwise', () => {
    const all = { kind: 'count', n: 4 } as const;
    const strict = { ...a.rules, written: { ...a.written, replies: all } };
    expect(recomputedProcedure(closed(...three), { another: strict })).toMatchObject({
      ...{ equal: false, computed: { outcome: 'inquorate' }, rulebook: strict },
    });
    const objected = closed(a.silent(), a.objection('s1'));
    const one = { ...a.rules, silence: { ...a.silence, objections: 1 } };
    expect(recomputedProcedure(objected)?.computed?.outcome).toBe('approved');
    expect(recomputedProcedure(objected, { another: one })?.computed?.outcome).toBe('postponed');
    const { silence: _silence, ...without } = a.rules;
    expect(recomputedProcedure(objected, { another: without })?.computed?.outcome).toBe('approved');
  });
  it('D-2: says nothing of one that has not closed or was stopped', () => {
    expect(recomputedProcedure(three)).toBeNull();
    expect(recomputedProcedure([...three, a.stopped('sittingCalled', a.secretary)])).toBeNull();
  });
  it('D-2: every one comes out again as it was recorded', () => {
    const choice = fc.constantFrom<VoteChoice | null>('for', 'against', 'abstain', null);
    const four = fc.array(choice, { minLength: 4, maxLength: 4 });
    const seats = ['s1', 's2', 's3', 's4'];
    fc.assert(
      fc.property(four, fc.subarray(seats), (choices, out) => {
        const replies = choices.flatMap((one, i) =>
          one && !out.includes(`s${String(i + 1)}`) ? [a.reply(`s${String(i + 1)}`, one)] : [],
        );
        const recused = out.flatMap((seat) => [a.declared(seat), a.upheld(seat)]);
        const written = recomputedProcedure(closed(a.opened(), ...replies, ...recused));
        const silent = recomputedProcedure(closed(a.silent(), ...recused));
        expect([written?.equal, silent?.equal]).toEqual([true, true]);
      }),
    );
  });
});
