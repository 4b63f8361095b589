import { describe, it } from '@jest/globals';
import { someone, specificationFor } from '@tavolo/testing/specification';
import * as a from './sitting.examples.js';
import type { SittingEvent } from './sitting.events.js';
import { sitting } from './sitting.js';

const given = specificationFor(sitting);
const by = (seat: string) => ({ ...someone.by, person: a.personOf(seat) });

describe('sitting, a conflict of interest', () => {
  const declare = (seat: string, person = seat) =>
    ({
      type: 'DeclareConflict',
      data: { item: a.item, seat, grounds: { roll: a.roll } },
      by: by(person),
    }) as const;
  const resolve = (isUpheld: boolean, person: string, seat = 's2') =>
    ({
      type: 'ResolveConflict',
      data: { item: a.item, seat, upheld: isUpheld },
      by: by(person),
    }) as const;
  const recuse = (seat: string) =>
    ({ type: 'RecordRecusal', data: { item: a.item, seat } }) as const;

  it('X-7, GB-2, X-11: is declared by the holder, before or during the sitting', () => {
    given(a.convened).when(declare('s2')).then(a.conflict('s2'));
    given(...a.voting())
      .when(declare('s2'))
      .then(a.conflict('s2'));
    given(a.convened).when(declare('s2', 's3')).thenRefused('NotTheHolder');
    given(a.convened).when(declare('s9')).thenRefused('SeatNotInOffice');
  });
  it('X-11: once', () => {
    given(a.convened, a.conflict('s2')).when(declare('s2')).thenRefused('ConflictDeclared');
    given(...a.there('s2'), ...a.recusal('s2'))
      .when(declare('s2'))
      .thenRefused('ConflictDeclared');
    given(a.convened, a.conflict('s2'), a.dismissed('s2'))
      .when(declare('s2'))
      .then(a.conflict('s2'));
  });
  it('X-11: not on an item that is done', () =>
    given(...a.there('s1', 's2', 's3'), {
      type: 'AgendaItemDeferred',
      data: { item: a.item, decision: a.decision },
    })
      .when(declare('s2'))
      .thenRefused('ItemDone'));
  it('X-12: on an item that there is, by a board that exists', () => {
    const onOther = <T extends { readonly data: object }>(asked: T) => ({
      ...asked,
      data: { ...asked.data, item: 'i9' },
    });
    given(a.convened)
      .when(onOther(declare('s2')))
      .thenRefused('ItemUnknown');
    given(a.convened)
      .when(onOther(resolve(true, 's1')))
      .thenRefused('ItemUnknown');
    given(...a.there('s2'))
      .when(onOther(recuse('s2')))
      .thenRefused('ItemUnknown');
    const nowhere = { ...declare('s2').data, grounds: { roll: null } };
    given(a.convened)
      .when({ ...declare('s2'), data: nowhere })
      .thenRefused('BoardUnknown');
  });
  it('X-5, X-11: is resolved by another person', () => {
    given(a.convened, a.conflict('s2')).when(resolve(true, 's2')).thenRefused('OwnConflict');
    given(a.convened, a.conflict('s2')).when(resolve(true, 's1')).then(a.upheld('s2'));
    given(a.convened, a.conflict('s2')).when(resolve(false, 's1')).then(a.dismissed('s2'));
    given(a.convened).when(resolve(true, 's1')).thenRefused('NoConflictDeclared');
  });
  it('GB-3: recuses when upheld, and not otherwise', () => {
    given(...a.there('s2'), a.conflict('s2'), a.upheld('s2'))
      .when(recuse('s2'))
      .then(a.recused('s2'));
    given(...a.there('s2'), a.conflict('s2'))
      .when(recuse('s2'))
      .thenRefused('NoConflictUpheld');
    given(...a.there('s2'))
      .when(recuse('s2'))
      .thenRefused('NoConflictUpheld');
  });
  it('GB-3: declared after the opening it takes the seat out, and cancels what it voted', () => {
    const out: SittingEvent = { type: 'SeatRecusedFromVote', data: { item: a.item, seat: 's2' } };
    const open = [...a.voting(), a.conflict('s2'), a.upheld('s2')] as const;
    given(...open)
      .when(recuse('s2'))
      .then(a.recused('s2'), out);
    given(...a.voting(), a.voteCast('s2', 'for'), a.conflict('s2'), a.upheld('s2'))
      .when(recuse('s2'))
      .then(a.recused('s2'), out, {
        type: 'VoteCancelled',
        data: { item: a.item, seat: 's2', choice: 'for' },
      });
  });
});
