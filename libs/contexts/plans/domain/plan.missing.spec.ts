import { describe, expect, it } from '@jest/globals';
import { someone } from '@tavolo/testing/specification';
import type { NetworkStanding } from '@tavolo/networks';
import type { PlanStatus } from '../contract/index.js';
import { planStatuses } from '../contract/index.js';
import type { PlanEvent } from './plan.events.js';
import { action, added, adopted, begun, budgeted, composed } from '../test/examples.js';
import { contribution, date, frozen, hash, held, indicator } from '../test/examples.js';
import { intervention, line, network, opened, planned, proposed } from '../test/examples.js';
import { running, session, shareOf, table, text, town, uuid } from '../test/examples.js';
import { asked, drafted } from '../test/changes.js';
import { colleague, validated } from '../test/examples.js';
import { checkedIn, missingFor, notReady, statesOf } from './plan.missing.js';
import type { Beside, PlanStep } from './plan.missing.js';
import { plan } from './plan.js';
import { ownersGone } from './plan.readiness.js';

const stateAfter = (history: readonly PlanEvent[]) => history.reduce(plan.evolve, plan.initial);

/** Every item as `code field mutation`. */
function told(step: PlanStep, history: readonly PlanEvent[], beside: Partial<Beside> = {}) {
  return missingFor(step, checkedIn(stateAfter(history), beside)).map(
    ({ code, field, mutation }) => `${code} ${field} ${mutation}`,
  );
}

/** The codes of what a step needs of this content in another state. */
function codesIn(step: PlanStep, status: PlanStatus | null, history: readonly PlanEvent[]) {
  return missingFor(step, { ...checkedIn(stateAfter(history)), status }).map(({ code }) => code);
}

const bare = [...begun, added, planned, budgeted, shareOf(town, 1), opened, held, proposed];
const openContent = [
  `ActionWithoutTargetGroup actions.${action}.targetGroups linkTargetGroup`,
  `ActionWithoutIndicator actions.${action}.indicators defineIndicator`,
  `InterventionWithoutOwner actions.${action}.interventions.${intervention}.owner assignOwner`,
  `SharesBelowLine actions.${action}.budgetLines.${line}.shares allocateToPartner`,
];
const openTables = [
  `TableOpen tables.${table}.open closeTable`,
  `MinutesNotApproved tables.${table}.sessions.${session}.approvedBy approveSessionMinutes`,
  `ContributionOpen tables.${table}.contributions.${contribution}.status acceptContribution`,
];
const outOfTurn = ['WrongState status '];
const unconsolidated = 'NotConsolidated versions consolidateDraft';
const unvalidated = 'NotValidated versions validatePlan';
const undecided = 'DecisionMissing adoption proposeDecision';

const ended: PlanEvent = { type: 'InterventionEnded', data: { intervention, on: date('2029-12') } };
const final: PlanEvent = {
  type: 'IndicatorValueRecorded',
  data: { indicator, value: 61, on: date('2029-12'), final: true },
};
const completed: PlanEvent = { type: 'PlanCompleted', data: { on: date('2029-12-31') } };
const reported: PlanEvent = {
  type: 'FinalReportSubmitted',
  data: { document: hash(1), submittedBy: colleague },
};

describe('what a plan needs before it is validated, adopted and submitted', () => {
  it('PL-2, PL-3, PL-4, PL-7: is named item by item, each with the field to go to', () => {
    const open = [...openContent, ...openTables, unconsolidated];
    expect(told('validation', bare)).toStrictEqual(open);
    expect(told('adoption', bare)).toStrictEqual([...open, unvalidated, undecided]);
    expect(told('submission', bare)).toStrictEqual([...open, unvalidated, undecided]);
  });
  it('PL-3, PL-4: is an action first of all', () =>
    expect(told('validation', begun)).toStrictEqual([
      'ActionMissing actions addAction',
      unconsolidated,
    ]));
  it('PL-2, PL-4: is an owner that is an active member still', () => {
    const gone = { ownersGone: [intervention] };
    const item = `OwnerNoLongerActive actions.${action}.interventions.${intervention}.owner assignOwner`;
    expect(told('validation', frozen, gone)).toStrictEqual([item]);
    expect(told('submission', frozen, gone)).toStrictEqual([item, unvalidated, undecided]);
    // What was found complete once is not found incomplete after: the text cannot be edited there.
    expect(told('adoption', [...frozen, validated], gone)).toStrictEqual([undecided]);
    expect(told('submission', [...frozen, validated, adopted], gone)).toStrictEqual([]);
  });
  it('PL-4: is nothing but the steps themselves where the content is complete', () => {
    expect(told('validation', composed)).toStrictEqual([unconsolidated]);
    expect(told('validation', frozen)).toStrictEqual([]);
    expect(told('adoption', frozen)).toStrictEqual([unvalidated, undecided]);
    expect(told('submission', frozen)).toStrictEqual([unvalidated, undecided]);
  });
  it('PL-4: is the effective decision once it is validated', () => {
    expect(told('adoption', [...frozen, validated])).toStrictEqual([undecided]);
    expect(told('submission', [...frozen, validated])).toStrictEqual([undecided]);
    expect(told('submission', [...frozen, validated, adopted])).toStrictEqual([]);
  });
  it('X-11: is another state where the step is behind, or does not come any more', () => {
    expect(told('validation', [...frozen, validated])).toStrictEqual(outOfTurn);
    expect(told('adoption', [...frozen, validated, adopted])).toStrictEqual(outOfTurn);
    expect(told('submission', running)).toStrictEqual(outOfTurn);
    expect(told('adoption', [])).toStrictEqual(outOfTurn);
  });
});

describe('what a plan needs before it is completed and closed', () => {
  it('PL-13: is the end of its interventions, its final values and its changes', () => {
    expect(told('completion', [...running, drafted(1)])).toStrictEqual([
      `InterventionRunning actions.${action}.interventions.${intervention}.endedOn endIntervention`,
      `FinalValueMissing actions.${action}.indicators.${indicator}.values recordIndicatorValue`,
      `ChangeOnItsWay changes.${uuid(70)}.status authoriseRemodulation`,
    ]);
    expect(told('completion', [...running, ended, final])).toStrictEqual([]);
  });
  it('PL-13: names who ends a change by what it changes', () => {
    const mutationFor = (kind: 'costed' | 'noCost') =>
      told('completion', [...running, ended, final, asked(kind)]);
    expect(mutationFor('costed')).toStrictEqual([
      `ChangeOnItsWay changes.${uuid(70)}.status authoriseExtension`,
    ]);
    expect(mutationFor('noCost')).toStrictEqual([
      `ChangeOnItsWay changes.${uuid(70)}.status grantNoCostExtension`,
    ]);
    const checked = checkedIn(stateAfter([...running, ended, final]));
    const revoking = { ...checked, change: { id: 'c', kind: 'revocation' } } as const;
    expect(missingFor('completion', revoking)).toMatchObject([
      { code: 'ChangeOnItsWay', field: 'changes.c.status', mutation: '' },
    ]);
  });
  it('PL-13, PL-4: is the final report, and what its evaluation and its tables left open', () => {
    const found: PlanEvent = {
      type: 'EvaluationFindingRecorded',
      data: { finding: 'f', action, kind: 'weakness', title: 'x' },
    };
    const reopened: PlanEvent = { type: 'CoDesignTableReopened', data: { table } };
    const open = [
      'FindingOpen findings.f.followUp closeEvaluationFinding',
      `ChangeOnItsWay changes.${uuid(70)}.status authoriseRemodulation`,
      `TableOpen tables.${table}.open closeTable`,
    ];
    expect(told('closure', [...running, found, drafted(1), reopened])).toStrictEqual([
      ...open,
      'FinalReportMissing finalReport submitFinalReport',
    ]);
    const over = [...running, ended, final, completed];
    expect(told('closure', over)).toStrictEqual([
      'FinalReportMissing finalReport submitFinalReport',
    ]);
    expect(told('closure', [...over, reported, found])).toStrictEqual(open.slice(0, 1));
    expect(told('closure', [...over, reported])).toStrictEqual([]);
  });
  it('X-11: is the state alone before and after', () => {
    expect(told('completion', [...frozen, validated])).toStrictEqual(outOfTurn);
    expect(told('closure', [...frozen, validated])).toStrictEqual(outOfTurn);
  });
});

describe('the states of a plan and the steps it is checked for', () => {
  const drafting = ['CoProgramming', 'CoDesigning', 'DraftConsolidated'];
  const complete = [...frozen, ended, final];
  const wrong = 'WrongState';
  const aheadIn: Readonly<Record<PlanStep, readonly string[]>> = {
    validation: drafting,
    adoption: [...drafting, 'Validated'],
    submission: [...drafting, 'Validated', 'Adopted'],
    completion: ['Approved', 'InExecution', 'Suspended'],
    closure: ['InExecution', 'Suspended', 'Completed', 'FinallyReported'],
  };
  const own: Readonly<Record<PlanStep, PlanStatus>> = {
    ...{ validation: 'DraftConsolidated', adoption: 'Validated', submission: 'Adopted' },
    ...{ completion: 'InExecution', closure: 'FinallyReported' },
  };
  const all = Object.keys(own) as readonly PlanStep[];

  it('X-11: each step has the one in which it is taken', () => {
    expect(all.map((step) => statesOf(step))).toStrictEqual(all.map((step) => [own[step]]));
  });
  it('X-11, PL-13: a step is out of turn wherever it is neither next nor to come', () => {
    for (const step of all) {
      const isOut = (status: PlanStatus | null) => codesIn(step, status, bare).join() === wrong;
      const turns = planStatuses.filter((status) => !isOut(status));
      expect([step, turns]).toStrictEqual([step, aheadIn[step]]);
      expect(isOut(null)).toBe(true);
    }
  });
  it('X-11, PL-13: a plan that does not run is not completed, whatever it has reached', () => {
    expect(codesIn('completion', 'Suspended', complete)).toStrictEqual(['WrongState']);
    expect(codesIn('completion', 'Approved', frozen)).toStrictEqual([
      ...['WrongState', 'InterventionRunning', 'FinalValueMissing'],
    ]);
    expect(codesIn('completion', 'InExecution', complete)).toStrictEqual([]);
    expect(codesIn('closure', 'Approved', complete)).toStrictEqual(['WrongState']);
  });
});

describe('a step that is not ready', () => {
  it('PL-4: is refused by the first thing missing, all of them named with where to go', () => {
    expect(notReady('submission', checkedIn(stateAfter(frozen)))).toMatchObject({
      outcome: 'refused',
      refusal: {
        ...{ rule: 'PL-4', code: 'NotValidated' },
        details: {
          missing: ['NotValidated', 'DecisionMissing'],
          field: ['versions', 'adoption'],
          mutation: ['validatePlan', 'proposeDecision'],
          ...{ status: 'DraftConsolidated', allowed: ['Adopted'] },
        },
      },
    });
    expect(notReady('validation', checkedIn(stateAfter(frozen)))).toBeNull();
  });
  it('PL-2, PL-3, PL-4, PL-7: keeps a submission out with every item at once', () => {
    const submit = (history: readonly PlanEvent[], networks: readonly NetworkStanding[]) =>
      plan.decide(
        {
          ...{ type: 'SubmitPlan', ...someone },
          data: { sha256: text, grounds: { networks, call: null } },
        },
        stateAfter(history),
      );
    expect(submit(bare, [network])).toMatchObject({
      refusal: {
        code: 'ActionWithoutTargetGroup',
        details: {
          missing: [
            `ActionWithoutTargetGroup ${action}`,
            `ActionWithoutIndicator ${action}`,
            `InterventionWithoutOwner ${intervention}`,
            `SharesBelowLine ${line}`,
            `TableOpen ${table}`,
            `MinutesNotApproved ${session}`,
            `ContributionOpen ${contribution}`,
            ...['NotConsolidated', 'NotValidated', 'DecisionMissing'],
          ],
        },
      },
    });
    expect(submit(frozen, [])).toMatchObject({ refusal: { code: 'OwnerNoLongerActive' } });
  });
  it('X-11: says in which state it is, also of a plan that is not there', () => {
    expect(notReady('closure', checkedIn(plan.initial))).toMatchObject({
      refusal: { code: 'WrongState', details: { status: '-', allowed: ['FinallyReported'] } },
    });
  });
});

describe('owners of interventions', () => {
  const gone = (members: (typeof network)['members'], id = network.id) =>
    ownersGone(stateAfter(frozen), [{ id, members }]);
  it('PL-2: are gone where the network has them no more as active members', () => {
    expect(gone(network.members)).toStrictEqual([]);
    expect(gone(network.members.filter(({ partner }) => partner !== town))).toStrictEqual([
      intervention,
    ]);
    expect(gone([{ partner: town, role: 'partner', status: 'Suspended' }])).toStrictEqual([
      intervention,
    ]);
    const other = 'network-other' as typeof network.id;
    expect(gone(network.members, other)).toStrictEqual([intervention]);
    // One that has no owner yet is another matter.
    expect(ownersGone(stateAfter(bare), [])).toStrictEqual([]);
  });
});

describe('where a part lies that the plan does not know', () => {
  it('PL-4: the path says so instead of a wrong place', () => {
    const none = { ...checkedIn(stateAfter(bare)), sessions: { s: { approved: false } } };
    expect(missingFor('validation', none as never)).toContainEqual({
      ...{ code: 'MinutesNotApproved', part: 's', mutation: 'approveSessionMinutes' },
      field: 'tables.-.sessions.s.approvedBy',
    });
  });
});
