import { describe, expect, it } from '@jest/globals';
import { awaitedAfter } from '@tavolo/testing';
import { keyOf } from '@tavolo/waiting';
import * as p from '../domain/procedure.examples.js';
import { procedureStatuses } from '../domain/procedure.state.js';
import * as a from '../domain/sitting.examples.js';
import type { SittingEvent } from '../domain/sitting.events.js';
import * as t from '../domain/tie.examples.js';
import type { TieBreak } from '../domain/tie.events.js';
import { procedureProjection } from './procedure.projection.js';
import { procedureWaiting } from './procedure.waiting.js';
import { sittingProjection } from './sitting.projection.js';
import { sittingWaiting } from './sitting.waiting.js';

const drawn: TieBreak = {
  ...{ kind: 'lot', side: 'for', record: t.record, drawnBy: a.personOf('s2') },
};
const inSitting = { part: sittingWaiting, projections: [sittingProjection], stream: a.sittingId };
const inWriting = {
  ...{ part: procedureWaiting, projections: [procedureProjection], stream: 'procedure-1' },
};

describe('who is waited for while votes are equal', () => {
  const awaited = (facts: readonly SittingEvent[]) =>
    (awaitedAfter(facts, inSitting).at(-1) ?? []).map(
      ({ move, who, key, about }) => [move, keyOf(who), key, about] as const,
    );
  const of = [a.item, a.decision];
  const lot = t.tied({ rule: 'lot' });
  const second = t.tied({ rule: 'chairSecond' });

  it('D-2: of a draw who conducts the sitting, until it is recorded', () => {
    expect(awaited(lot)).toEqual([['breakTie', 'presidency:board-1', ...of]]);
    expect(awaited([...lot, t.brokenIn(lot, drawn)]).map(([move]) => move)).toEqual([
      'closeSitting',
    ]);
  });
  it('D-2: of a second vote who sits for the seat that presided, else who can put it off', () => {
    expect(awaited(second)).toEqual([['breakTie', 'seat:board-1#s1', ...of]]);
    expect(awaited([...second, a.left('s1')])).toEqual([['breakTie', 'presidency:board-1', ...of]]);
  });
  it('D-2: in writing too', () => {
    const moves = (rule: 'chairSecond' | 'lot') =>
      (awaitedAfter(t.tiedInWriting(rule), inWriting).at(-1) ?? []).map(
        ({ move, who, about }) => [move, keyOf(who), about] as const,
      );
    expect(moves('lot')).toEqual([['breakTie', 'presidency:board-1', p.decision]]);
    expect(moves('chairSecond')).toEqual([['breakTie', 'seat:board-1#s1', p.decision]]);
    const facts = t.tiedInWriting('lot');
    const broken = [...facts, t.brokenInWriting(facts, drawn)];
    expect(awaitedAfter(broken, inWriting).at(-1)).toEqual([]);
    expect(Object.keys(procedureWaiting.states).sort()).toEqual([...procedureStatuses].sort());
  });
});
