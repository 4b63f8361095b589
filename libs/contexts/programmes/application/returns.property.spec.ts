import { someone } from '@tavolo/testing/specification';
import { describe, expect, it } from '@jest/globals';
import type {
  ProcessCommand,
  ProcessDefinition,
  ProcessEvent,
  ProcessInput,
} from '@tavolo/process';
import fc from 'fast-check';
import { budgetOf } from '../contract/index.js';
import type { BudgetCommand } from '../domain/budget.commands.js';
import { budget } from '../domain/budget.js';
import { committedOf, heldOf } from '../domain/budget.state.js';
import { call } from '../domain/call.js';
import type { CallCommand } from '../domain/call.js';
import { heldBy, residualOf } from '../domain/call.state.js';
import { programme } from '../domain/programme.js';
import type { ProgrammeCommand } from '../domain/programme.js';
import { agreement, all, asColleague, cents, decision, lines } from '../test/budget.js';
import { one, plan, running, town, uuid } from '../test/budget.js';
import { act, id, planOf, ready } from '../test/calls.js';
import { assignmentProcess } from './assignment.process.js';
import { fundsReturn, programmeReturn } from './return.process.js';

const numRuns = process.env.TAVOLO_SOAK === '1' ? 2000 : 200;
const other = planOf(2);
const asked = fc.record({
  kind: fc.constantFrom(
    ...(['reserve', 'reserve', 'commit', 'commit', 'commit', 'decommit', 'decommit'] as const),
    ...(['decommit', 'assign', 'other', 'grow', 'increase', 'reduce', 'revoke'] as const),
  ),
  amount: fc.integer({ min: 1, max: 100 }),
  pool: fc.constantFrom('plan', 'call', 'programme'),
  nth: fc.integer({ min: 0, max: 2 }),
});
type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never;
type Sent = Readonly<{ aggregate: string; type: string; data: object; by?: object }>;

/** Budget, call and programme, with the processes that tell one what happened on another. */
class Money {
  budget = budget.initial;
  call = ready.reduce(call.evolve, call.initial);
  programme = programme.initial;
  #of: string | null = null;
  returned = 0;

  /** Decides, and does at once what follows from it. */
  give(sent: Sent, asked?: ProcessCommand): void {
    const decided = this.#decide(sent);
    if (asked) {
      const answer = { kind: 'answer', command: asked, ...decided, result: {} };
      this.#answer(answer as unknown as ProcessInput);
    }
    if (decided.outcome === 'refused') return;
    for (const event of decided.events) this.#happened(sent.aggregate, event);
  }

  #decide({ aggregate, type, data, by = someone.by }: Sent) {
    const command = { ...someone, type, data, by };
    if (aggregate === 'budget') return budget.decide(command as BudgetCommand, this.budget);
    if (aggregate === 'call') return call.decide(command as CallCommand, this.call);
    return programme.decide(command as ProgrammeCommand, this.programme);
  }

  #happened(aggregate: string, event: { type: string; data: object }): void {
    if (aggregate === 'budget') {
      this.budget = budget.evolve(this.budget, event as never);
      this.#tell(fundsReturn, budgetOf(plan), event);
    } else if (aggregate === 'call') {
      this.call = call.evolve(this.call, event as never);
      this.returned += event.type === 'FundsReturned' ? 1 : 0;
      // Only one of the two plans has its budget here.
      if ('plan' in event.data && event.data.plan !== plan) return;
      for (const each of [assignmentProcess, programmeReturn]) this.#tell(each, id, event);
    } else this.programme = programme.evolve(this.programme, event as never);
  }

  #tell(process: ProcessDefinition<string | null>, stream: string, about: object): void {
    const event = { ...about, stream } as unknown as ProcessEvent;
    if (process.keyOf(event) === null) return;
    const { state, commands = [] } = process.react(this.#of, { kind: 'event', event });
    if (stream === budgetOf(plan)) this.#of = state;
    for (const next of commands) this.give(next, next);
  }

  #answer(input: ProcessInput): void {
    if (input.kind !== 'answer' || input.command.name !== 'LowerAssignment') return;
    for (const next of assignmentProcess.react(null, input).commands ?? []) this.give(next);
  }

  /** B-1, B-10: every cent of the call is left, held by a plan, or the programme's again. */
  check(): void {
    const { call: state } = this;
    const held = heldBy(state, plan) + heldBy(state, other);
    const back = this.programme.returnedCents;
    expect(residualOf(state)).toBeGreaterThanOrEqual(0);
    expect(residualOf(state) + held + back).toBe(state.terms?.budgetCents);
    expect(heldOf(this.budget)).toBe(heldBy(state, plan));
    expect(heldOf(this.budget)).toBeGreaterThanOrEqual(committedOf(this.budget));
    if (this.budget.isRevoked) expect(heldOf(this.budget)).toBe(committedOf(this.budget));
  }
}

/** The command, on the nth of what there is. */
function wishOf({ kind, amount, pool, nth }: Asked, money: Money, n: number): Sent {
  const grounds = { ...all, newId: uuid(1000 + n) };
  const acts = { agreement: agreement.id, decision: decision.id };
  const reservation = Object.keys(money.budget.reservations)[nth] ?? uuid(99);
  const commitment = Object.keys(money.budget.commitments)[nth] ?? uuid(99);
  const onCall = (type: string, data: object): Sent => ({
    ...{ aggregate: 'call', type, data: { act, ...data } },
  });
  const toPlan = { call: id, plan: { call: id } };
  switch (kind) {
    case 'assign':
      return onCall('AssignFunding', { plan, cents: 200 + amount, grounds: toPlan });
    case 'other':
      return onCall('AssignFunding', { plan: other, cents: amount * 8, grounds: toPlan });
    case 'grow':
      return onCall('IncreaseAssignment', { plan: other, addedCents: amount });
    case 'increase':
      return onCall('IncreaseAssignment', { plan, addedCents: amount });
    case 'reduce':
      return onCall('ReduceAssignment', { plan, cents: 150 + amount });
    case 'reserve':
      return {
        ...{ aggregate: 'budget', type: 'ReserveFunds' },
        data: { line: one, partner: town, cents: cents(amount % 60), grounds },
      };
    case 'commit':
      return {
        ...{ aggregate: 'budget', type: 'CommitFunds', by: asColleague },
        data: { reservation, cents: cents(amount % 20), ...acts, grounds },
      };
    case 'decommit':
      return {
        ...{ aggregate: 'budget', type: 'DecommitFunds' },
        data: { commitment, cents: cents((amount % 5) + 1), pool },
      };
    case 'revoke':
      return { aggregate: 'budget', type: 'RevokeBudget', data: { plan, change: uuid(70) } };
  }
}

describe('the money of a call, of its plans and of its programme', () => {
  it('B-1, B-10: is one sum after every command, whatever comes back and wherever it goes', () => {
    let [returned, revoked] = [0, 0];
    fc.assert(
      fc.property(fc.array(asked, { minLength: 20, maxLength: 60, size: 'max' }), (wishes) => {
        const money = new Money();
        const grounds = { plan: running };
        money.give({ aggregate: 'budget', type: 'OpenBudget', data: { plan, grounds } });
        expect(Object.keys(money.budget.lines)).toHaveLength(lines.length);
        // Mostly something is assigned before anything else is asked; not always.
        const [first] = wishes;
        if (first && first.nth > 0) money.give(wishOf({ ...first, kind: 'assign' }, money, 0));
        for (const [n, wish] of wishes.entries()) {
          // A revocation ends all the rest: it is rare.
          if (wish.kind === 'revoke' && wish.amount < 70) continue;
          money.give(wishOf(wish, money, n + 1));
          money.check();
        }
        returned += money.returned;
        revoked += money.budget.isRevoked ? 1 : 0;
      }),
      { seed: 20300103, numRuns },
    );
    expect(returned).toBeGreaterThan(numRuns);
    expect(revoked).toBeGreaterThan(numRuns / 4);
  });
});
