import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { awaitedAfter, OpenRows } from '@tavolo/testing';
import { keyOf } from '@tavolo/waiting';
import { rulebookPresets } from '../contract/index.js';
import { decisionEventTypes } from '../domain/event-types.js';
import type { BoardRow } from './board.projection.js';
import { boardWaiting } from './board.waiting.js';
import { decisionProjection } from './decision.projection.js';
import { noLaterRow } from './decision.later.rows.js';
import { laterMovesOf } from './decision.later.waiting.js';
import { decisionWaiting } from './decision.waiting.js';

type Fact = Readonly<{ type: string; data: object }>;
const samples = JSON.parse(
  readFileSync(new URL('../domain/samples.json', import.meta.url), 'utf8'),
) as readonly Fact[];

const office = (person: string) => ({
  n: 1,
  seat: 's1',
  person,
  from: '2030-01-01',
  until: '2030-12-31',
});
const row = {
  ...{ id: 'board-1', status: 'Established', network: null, plan: null, name: 'Cabina' },
  ...{ nameEn: null, dissolved: false, termUntil: '2030-12-31', chairs: [], secretaries: [] },
  ...{ viceChairs: [], alternates: [], seats: [] },
} as unknown as BoardRow;
const keysOf = (board: BoardRow) =>
  (boardWaiting.capacities?.(board, new OpenRows()) ?? []).map(({ id, holder, gives }) => ({
    ...{ id, holder, gives: gives.map((who) => keyOf(who)) },
  }));

describe('who is waited for about a body', () => {
  it('GB-8: a chair and a secretary first, then whoever the rulebook wants represented', () => {
    const seat = { seat: 's1', category: 'c', person: 'person-1', from: '2030-01-01' };
    const rulebook = {
      ...rulebookPresets.italianCollegialBody,
      representation: [{ category: 'scuole', min: 1 }],
    };
    const codes = (board: Partial<BoardRow>) => {
      const state = boardWaiting.states.Established;
      const seats = [{ ...seat, status: 'Appointed' }] as unknown as BoardRow['seats'];
      const found = { ...row, seats, rulebook, seatCount: 1, ...board };
      return state.is === 'awaited' ? state.of(found, new OpenRows()).map(({ move }) => move) : [];
    };
    expect(codes({})).toStrictEqual(['appointChair', 'appointSecretary']);
    const chairs = [office('person-1')] as unknown as BoardRow['chairs'];
    expect(codes({ chairs })).toStrictEqual(['appointSecretary']);
    const secretaries = [office('person-2')] as unknown as BoardRow['secretaries'];
    expect(codes({ chairs, secretaries })).toStrictEqual(['constituteBoard']);
  });

  it('a seat is its holder’s once appointed, an office gives what it is for', () => {
    const inOffice = { suspendedFrom: null, reinstatedFrom: null };
    const holder = { category: 'c', person: 'person-1', organisation: null };
    const seat = { seat: 's1', ...holder, ...inOffice };
    const designated = { ...seat, status: 'Designated', from: null, until: null };
    const appointed = { ...seat, status: 'Appointed', from: '2030-01-01', until: '2030-12-31' };
    const board = (of: object) => ({ ...row, ...of }) as unknown as BoardRow;
    expect(keysOf(board({ seats: [designated] }))).toStrictEqual([]);
    expect(keysOf(board({ seats: [appointed] }))).toStrictEqual([
      {
        ...{ id: 's1', holder: 'person-1' },
        gives: ['seat:board-1#s1', 'sitter:board-1#s1', 'board:board-1'],
      },
    ]);
    expect(keysOf(board({ alternates: [office('person-3')] }))).toStrictEqual([
      { id: 'alternate-1', holder: 'person-3', gives: ['sitter:board-1#s1'] },
    ]);
    expect(keysOf(board({ secretaries: [office('person-2')] }))).toStrictEqual([
      {
        ...{ id: 'secretary-1', holder: 'person-2' },
        gives: ['secretary:board-1', 'signers:board-1', 'presidency:board-1'],
      },
    ]);
  });
});

describe('who is waited for about a decision', () => {
  it('has an answer after every golden sample, and D-6: a publication has its day', () => {
    const facts = samples.filter(({ type }) =>
      (decisionEventTypes as readonly string[]).includes(type),
    );
    const answers = awaitedAfter(facts, {
      ...{ part: decisionWaiting, projections: [decisionProjection], stream: 'decision-1' },
    });
    const codes = answers.flat().map(({ move, who }) => `${move} ${who.kind}`);
    expect(codes).toContain('giveOpinion secretary');
    expect(codes).toContain('signDecision signers');
    const effect = answers.flat().find(({ move }) => move === 'makeEffective');
    expect(effect?.due).toStrictEqual({ on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/u) });
  });

  const decision = (of: object) =>
    ({ ...noLaterRow, board: 'board-1', proposer: 'person-7', status: 'Approved', ...of }) as never;
  const awaited = (of: object) =>
    laterMovesOf(decision(of)).map(({ move, who, due }) => [move, keyOf(who), due ?? null]);

  it('D-9: no signature is waited for before the result of the route, nor against one that binds', () => {
    const state = decisionWaiting.states.Approved;
    const signing = (of: object) => {
      const [move] = state.is === 'awaited' ? state.of(decision(of), new OpenRows()) : [];
      return move && [move.move, keyOf(move.who), move.about ?? null];
    };
    const sign = ['signDecision', 'signers:board-1', null];
    const again = ['decideAgain', 'board:board-1', null];
    const on = (routeResult: string | null, routeBinds = true) =>
      signing({ route: 'route-1', routeResult, routeBinds });
    expect(signing({ route: null, routeResult: null, routeBinds: false })).toEqual(sign);
    expect(on(null)).toEqual(['awaitRoute', 'process:routeOrigin', 'route-1']);
    expect(on('passed')).toEqual(sign);
    expect([on('failed'), on('failed', false)]).toEqual([again, sign]);
    expect([on('withdrawn'), on('withdrawn', false)]).toEqual([again, again]);
  });

  it('a condition waits for its evidence, then for who verifies it, and no more once it is met', () => {
    const verifier = { kind: 'seat', seat: 's2' };
    const one = { id: 'c1', dueOn: '2030-06-30', verifier };
    const at = (status: string, of: object = {}) =>
      awaited({ ...of, conditions: [{ ...one, status }] });
    expect(at('Open')).toStrictEqual([
      ['submitConditionEvidence', 'person:person-7', { on: '2030-06-30' }],
    ]);
    expect(at('Submitted')).toStrictEqual([['verifyCondition', 'seat:board-1#s2', null]]);
    for (const status of ['Proposed', 'Met', 'Waived', 'Failed']) expect(at(status)).toEqual([]);
    expect(at('Open', { status: 'Lapsed' })).toStrictEqual([]);
  });

  it('D-9: a failure that is only reported waits for the body to take note, ended or not', () => {
    const one = { id: 'c1', status: 'Failed', onFailure: 'report' };
    for (const status of ['Effective', 'Lapsed']) {
      const conditions = [one, { ...one, status: 'Noted' }, { ...one, onFailure: 'suspend' }];
      expect(awaited({ status, conditions })).toStrictEqual([
        ['noteFailure', 'board:board-1', null],
      ]);
    }
  });

  it('an objection, an implementation and an act of urgency wait until they are answered', () => {
    const objections = [{ id: 'o1', answer: null }];
    const implementation = { partner: 'partner-1', office: null, dueOn: '2030-07-31' };
    const urgency = { ratifyBy: '2030-08-31', ratifiedAt: null };
    const open = { ...implementation, implementedOn: null };
    expect(awaited({ objections, implementation: open, urgency })).toStrictEqual([
      ['answerObjection', 'board:board-1', null],
      ['confirmImplementation', 'organisation:partner-1#plan', { on: '2030-07-31' }],
      ['ratifyAct', 'board:board-1', { on: '2030-08-31' }],
    ]);
    const done = {
      objections: [{ id: 'o1', answer: 'upheld' }],
      implementation: { ...implementation, implementedOn: '2030-07-01' },
      urgency: { ...urgency, ratifiedAt: '2030-08-01T09:00:00.000Z' },
    };
    expect(awaited(done)).toStrictEqual([]);
  });
});
