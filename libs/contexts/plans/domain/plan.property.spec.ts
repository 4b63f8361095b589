import { someone } from '@tavolo/testing/specification';
import { createHash } from 'node:crypto';
import { canonicalJson, normalised } from '@tavolo/kernel';
import type { PartialDate } from '@tavolo/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PlanCommand } from './plan.commands.js';
import { contentOf } from './plan.content.js';
import type { PlanEvent } from './plan.events.js';
import { action, added, begun, budgeted, cents, closed, colleague } from '../test/examples.js';
import {
  decision,
  decisionId,
  defined,
  hash,
  line,
  linked,
  opened,
  owned,
} from '../test/examples.js';
import {
  partnerId,
  partnerStanding,
  planId,
  planned,
  section,
  shareOf,
  uuid,
} from '../test/examples.js';
import { callStanding, network, region, town } from '../test/examples.js';
import { plan } from './plan.js';
import type { PlanState } from './plan.state.js';

type Given = Pick<PlanCommand, 'data' | 'type'> & { readonly by?: PlanCommand['by'] };

const seed = 20291220;
const other = { ...someone.by, person: colleague };
const after = (events: readonly PlanEvent[]) => events.reduce(plan.evolve, plan.initial);
const hashOf = (state: PlanState) =>
  createHash('sha256')
    .update(canonicalJson(normalised(contentOf(state))))
    .digest('hex');

function play(commands: readonly Given[], from: readonly PlanEvent[]): readonly PlanEvent[] {
  const events = [...from];
  let state = after(from);
  for (const command of commands) {
    const decided = plan.decide({ ...someone, ...command } as PlanCommand, state);
    if (decided.outcome === 'refused') continue;
    events.push(...decided.events);
    state = decided.events.reduce(plan.evolve, state);
  }
  return events;
}

const partners = [region, town, partnerId(3)] as const;
const lines = [uuid(101), uuid(102), uuid(103)];

describe('PL-7 under random edits', () => {
  const edits = fc.oneof(
    fc
      .record({ newId: fc.constantFrom(...lines), amount: fc.nat(500) })
      .map(({ newId, amount }): Given => ({
        type: 'AddBudgetLine',
        data: { action, category: 'x', cents: cents(amount), grounds: { newId } },
      })),
    fc
      .record({
        line: fc.constantFrom(...lines),
        partner: fc.constantFrom(...partners),
        amount: fc.nat(400),
      })
      .map(({ line: id, partner, amount }): Given => ({
        type: 'AllocateToPartner',
        data: {
          ...{ line: id as typeof line, partner, cents: cents(amount) },
          grounds: { partner: partnerStanding(partner, 'municipality') },
        },
      })),
  );

  it('PL-7: no line is shared out beyond its amount, by a count of the facts alone', () => {
    let refusedOnce = false;
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 40 }), (commands) => {
        const from = [...begun, added];
        const events = play(commands, from);
        refusedOnce ||= events.length - from.length < commands.length;
        const amounts = new Map<string, number>();
        const shares = new Map<string, number>();
        for (const { type, data } of events) {
          if (type === 'BudgetLineAdded') amounts.set(data.line, data.cents);
          if (type === 'PartnerShareAllocated') {
            shares.set(`${data.line} ${data.partner}`, data.cents);
          }
          for (const [id, amount] of amounts) {
            const shared = [...shares].filter(([key]) => key.startsWith(id));
            expect(shared.reduce((sum, [, share]) => sum + share, 0)).toBeLessThanOrEqual(amount);
          }
        }
      }),
      { seed, numRuns: 300 },
    );
    expect(refusedOnce).toBe(true);
  });
});

describe('a consolidated version', () => {
  // Parts that do not need each other: any order of these makes the same content.
  const parts: readonly PlanEvent[] = [section, linked, defined, planned, budgeted, opened];
  const more: readonly PlanEvent[] = ['LAB-02', 'LAB-03', 'LAB-04'].map((code, n) => ({
    type: 'ActionAdded',
    data: { action: uuid(203 - n) as typeof action, code, title: 'Città' },
  }));
  const twins: readonly PlanEvent[] = [uuid(211), uuid(212)].map((milestone) => ({
    type: 'MilestoneScheduled',
    data: { milestone, title: 'Relazione', due: '2020' as PartialDate },
  }));

  it('has one hash for one content, in whatever order it was edited', () => {
    const expected = hashOf(
      after([...begun, added, ...parts, ...more, ...twins, owned, shareOf(town, 1)]),
    );
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...parts, ...more, ...twins], { minLength: 11 }),
        (order) => {
          const state = after([...begun, added, ...order, owned, shareOf(town, 1)]);
          expect(hashOf(state)).toBe(expected);
        },
      ),
      { seed, numRuns: 100 },
    );
  });
  it('lists its parts by their codes, then by their titles', () => {
    const { actions } = contentOf(after([...begun, ...more.toReversed(), added]));
    const codes = (actions as readonly { readonly code: string }[]).map(({ code }) => code);
    expect(codes).toStrictEqual(['LAB-01', 'LAB-02', 'LAB-03', 'LAB-04']);
  });
  it('has another hash for another content', () => {
    const full = [...begun, added, ...parts, owned, shareOf(town, 1)];
    const hashes = [
      full,
      [...full, shareOf(town, 2)],
      [...full, ...more],
      [...full, { ...section, data: { ...section.data, text: 'Altro.' } }],
      full.filter((event) => event !== owned),
    ].map((events) => hashOf(after(events as readonly PlanEvent[])));
    expect(new Set(hashes).size).toBe(hashes.length);
  });
  it('does not depend on what came before, nor on how letters are composed', () => {
    const full = [...begun, added, ...parts, ...more];
    const detour = [...full, shareOf(town, 7), shareOf(town, 0), closed];
    expect(hashOf(after(detour))).toBe(hashOf(after(full)));
    const decomposed = full.map((event) =>
      event.type === 'ActionAdded'
        ? { ...event, data: { ...event.data, title: event.data.title.normalize('NFD') } }
        : event,
    );
    expect(hashOf(after(decomposed))).toBe(hashOf(after(full)));
  });
});

describe('PL-4 and PL-7 under random orders of commands', () => {
  const text = hash(1);
  const newId = (n: number) => ({ grounds: { newId: uuid(n) } });
  const bare = (type: string, data: object, by?: PlanCommand['by']) =>
    ({ type, data, ...(by && { by }) }) as unknown as Given;
  const tableOf = uuid(301);
  /** All that leads to an approved plan, in the order in which it does. */
  const path: readonly Given[] = [
    bare('AddAction', { title: 'Azione', grounds: { newId: action } }),
    bare('LinkTargetGroup', linked.data),
    bare('DefineIndicator', { action, title: 'x', unit: 'n', target: 1, ...newId(302) }),
    bare('AddBudgetLine', { action, category: 'x', cents: 100, grounds: { newId: line } }),
    bare('AllocateToPartner', {
      ...{ line, partner: town, cents: 100 },
      grounds: { partner: partnerStanding(town, 'municipality') },
    }),
    bare('OpenTable', { title: 'Tavolo', grounds: { newId: tableOf } }),
    bare('ProposeContribution', { table: tableOf, on: action, document: text, ...newId(303) }),
    bare('AcceptContribution', { contribution: uuid(303), grounds: { reason: text } }, other),
    bare('CloseTable', { table: tableOf }),
    bare('ConsolidateDraft', { grounds: { sha256: text } }),
    bare('ValidatePlan', { sha256: text, grounds: { networks: [network] } }, other),
    bare('AdoptPlan', {
      ...{ decision: decisionId, version: 1, sha256: text },
      grounds: { plan: planId, decision },
    }),
    bare('SubmitPlan', { sha256: text, grounds: { networks: [network], call: callStanding } }),
    bare('ApprovePlan', { sha256: text, cents: 100, cup: 'C', document: text }, other),
  ];
  const noise: readonly Given[] = [
    ...path,
    bare('ReviseSection', section.data),
    bare('AllocateToPartner', {
      ...{ line, partner: region, cents: 1 },
      grounds: { partner: partnerStanding(region, 'region') },
    }),
    bare('AdoptPlan', {
      ...{ decision: decisionId, version: 1, sha256: text },
      grounds: { plan: planId, decision: { ...decision, status: 'Published' } },
    }),
    bare('ApprovePlan', { sha256: text, cents: 99, cup: 'C', document: text }, other),
    bare('OpenTable', { title: 'Tavolo', ...newId(304) }),
  ];
  const sequences = fc
    .array(fc.array(fc.constantFrom(...noise), { maxLength: 1 }), {
      minLength: path.length,
      maxLength: path.length,
    })
    .map((before) => before.flatMap((some, i) => [...some, ...path.slice(i, i + 1)]));

  it('are kept by whatever reaches adoption and approval', () => {
    let approvals = 0;
    fc.assert(
      fc.property(sequences, (commands) => {
        const events = play(commands, begun);
        const types = events.map(({ type }) => type);
        const adoption = types.indexOf('PlanAdopted');
        if (adoption < 0) return;
        const before = events.slice(0, adoption);
        const count = (type: PlanEvent['type']) => before.filter((one) => one.type === type).length;
        expect(count('CoDesignTableOpened')).toBe(count('CoDesignTableClosed'));
        expect(count('ContributionProposed')).toBe(count('ContributionAccepted'));
        // No edit lies between the version that was adopted and the adoption.
        const frozenAt = types.lastIndexOf('PlanDraftConsolidated', adoption);
        expect(events.slice(frozenAt, adoption).some(plan.isContent)).toBe(false);
        const last = events.find(({ type }) => type === 'PlanApproved');
        if (!last) return;
        approvals += 1;
        const data = last.data as { readonly cents: number };
        const sums = (type: 'BudgetLineAdded' | 'PartnerShareAllocated') =>
          events
            .filter((one) => one.type === type)
            .reduce((sum, one) => sum + (one.data as { cents: number }).cents, 0);
        expect([sums('BudgetLineAdded'), sums('PartnerShareAllocated')]).toStrictEqual([
          data.cents,
          data.cents,
        ]);
      }),
      { seed, numRuns: 500 },
    );
    // Else nothing was shown: the path has to be walked to its end often enough.
    expect(approvals).toBeGreaterThan(20);
  });
});
