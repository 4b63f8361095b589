import { describe, expect, it } from '@jest/globals';
import { accept, refuse, rules } from '@tavolo/kernel';
import type { Command, Decision, Instant, LocalDate, PersonRef } from '@tavolo/kernel';
import { decidedByPerson } from './four-eyes.js';

type Approve = Command<'Approve', { of?: PersonRef; amount?: number }>;
type Fact = Readonly<{ type: 'Approved'; by: PersonRef }>;
type State = Readonly<{ proposedBy?: unknown; approved?: boolean }>;

const kept = rules({
  Own: ['X-5', 'Propria.', 'Own.'],
  Twice: ['X-11', 'Due volte.', 'Twice.'],
});
const [ana, bo, service] = ['person-ana', 'person-bo', 'service-1'] as PersonRef[] as [
  PersonRef,
  PersonRef,
  PersonRef,
];

const holds = (value: unknown, person: PersonRef): boolean =>
  JSON.stringify(
    value instanceof Set || value instanceof Map ? [...value] : (value ?? null),
  ).includes(person);

function decide({ data, by }: Approve, { proposedBy, approved = false }: State): Decision<Fact> {
  if (approved) return refuse(kept.Twice);
  const isOwn = holds(proposedBy, by.person) || data.of === by.person;
  if (isOwn) return refuse(data.amount === 0 ? kept.Twice : kept.Own);
  return accept({ type: 'Approved', by: by.person });
}

/** What comes of an approval by somebody, under whom the service and the person are one or not. */
function approval(
  by: PersonRef,
  state: State,
  {
    others = [],
    data = {},
  }: Readonly<{ others?: readonly PersonRef[]; data?: Approve['data'] }> = {},
) {
  const about = { at: '2030-01-01T12:00:00.000Z' as Instant, today: '2030-01-01' as LocalDate };
  const command: Approve = {
    ...{ type: 'Approve', data, ...about },
    by: { person: by, mandate: null, organisation: null },
  };
  const decision = decidedByPerson({ decide }, { command, state }, others);
  return decision.outcome === 'refused' ? decision.refusal.code : decision.events;
}

describe('two pairs of eyes', () => {
  it.each([
    ['a field', service],
    ['a list', ['x', service]],
    ['a set', new Set([service])],
    ['a map', new Map([['x', { by: service }]])],
    ['the names of a record', { [service]: 1 }],
  ])('X-5: are not those of a service and of who answers for it: in %s', (_where, proposedBy) => {
    expect(approval(ana, { proposedBy }, { others: [service] })).toBe('Own');
    expect(approval(ana, { proposedBy })).toEqual([{ type: 'Approved', by: ana }]);
    expect(approval(bo, { proposedBy }, { others: ['service-2' as PersonRef] })).toEqual([
      { type: 'Approved', by: bo },
    ]);
  });

  it('X-5: nor those of the person and then of the service, nor where the command names the other', () => {
    expect(approval(service, { proposedBy: ana }, { others: [ana] })).toBe('Own');
    expect(approval(service, {}, { others: [ana], data: { of: ana } })).toBe('Own');
    expect(approval(service, {}, { others: [ana], data: { of: bo } })).toEqual([
      { type: 'Approved', by: service },
    ]);
  });

  it('X-5: are counted where nothing else keeps the act out, and no other rule is heard of them', () => {
    const proposedBy = service;
    expect(approval(ana, { proposedBy, approved: true }, { others: [service] })).toBe('Twice');
    expect(approval(ana, { proposedBy }, { others: [service], data: { amount: 0 } })).toEqual([
      { type: 'Approved', by: ana },
    ]);
  });
});
