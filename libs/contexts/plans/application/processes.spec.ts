import type { Uuid } from '@tavolo/event-store';
import type { Instant } from '@tavolo/kernel';
import type { ProcessCommand, ProcessEvent, ProcessInput } from '@tavolo/process';
import { describe, expect, it } from '@jest/globals';
import { decision, decisionId, initiated, otherPlan, planId, text } from '../test/examples.js';
import { planRules } from '../domain/plan.rules.js';
import { budgetProcess } from './budget.process.js';
import { extensionProcess } from './extension.process.js';
import { adoptionProcess } from './adoption.process.js';
import { authorisationProcess } from './authorisation.process.js';
import { initiationProcess } from './initiation.process.js';

const fact = (stream: string, type: string, data: object): ProcessEvent => ({
  ...{ stream, type, data: data as ProcessEvent['data'], id: 'e' as Uuid, revision: 0, schema: 1 },
  recordedAt: '2030-01-01T12:00:00.000Z' as Instant,
});
const accepted = (command: ProcessCommand): ProcessInput => ({
  ...{ kind: 'answer', command, outcome: 'accepted', result: {} },
});
const refused = (command: ProcessCommand, details = {}): ProcessInput => ({
  ...{ kind: 'answer', command, outcome: 'refused' },
  refusal: { ...planRules.OtherText, details },
});

describe('PL-1: the initiation of a plan', () => {
  const begun = fact(planId, 'PlanInitiated', initiated.data);
  const claim: ProcessCommand = {
    ...{ name: 'Claim', aggregate: 'claim', type: 'Claim' },
    target: 'claim-plan-00000000-0000-4000-8000-000000000001-itc4',
    data: { holder: planId, kind: 'plan' },
  };
  const react = initiationProcess.react.bind(initiationProcess);

  it('claims region and call', () => {
    expect(initiationProcess.keyOf(begun)).toBe('00000000-0000-4000-8000-000000000001');
    expect(initiationProcess.keyOf(fact(planId, 'PlanValidated', {}))).toBeNull();
    expect(react(null, { kind: 'event', event: begun }).commands).toStrictEqual([claim]);
  });
  it('is confirmed when they were free', () => {
    const [confirm] = react(null, accepted(claim)).commands ?? [];
    expect(confirm).toMatchObject({ target: planId, type: 'ConfirmInitiation', data: {} });
    expect(react(null, accepted(confirm as ProcessCommand)).done).toBe(true);
  });
  it('is refused, naming the plan that has them', () =>
    expect(react(null, refused(claim, { holder: otherPlan })).commands).toMatchObject([
      { target: planId, type: 'RefuseInitiation', data: { heldBy: otherPlan } },
    ]));
});

describe('D-9: an effective decision', () => {
  const { subject, board, textSha256, number, effectiveOn } = decision;
  const effective = (about: object) =>
    fact(decisionId, 'DecisionBecameEffective', {
      ...{ board, subject: about, textSha256, number, effectiveOn },
    });
  const adopt: ProcessCommand = {
    ...{ name: 'AdoptPlan', aggregate: 'plan', target: planId, type: 'AdoptPlan' },
    data: { decision: decisionId, version: 1, sha256: text },
  };

  it('adopts the plan that it is about', () => {
    const event = effective(subject);
    const reaction = adoptionProcess.react(adoptionProcess.initial, { kind: 'event', event });
    expect(reaction).toStrictEqual({ state: { board }, commands: [adopt] });
    expect(adoptionProcess.react({ board }, accepted(adopt)).done).toBe(true);
  });
  it('on anything else, or another fact of a decision, adopts nothing', () => {
    expect(adoptionProcess.keyOf(effective({ kind: 'other' }))).toBeNull();
    expect(adoptionProcess.keyOf(fact(decisionId, 'DecisionPublished', { subject }))).toBeNull();
    expect(adoptionProcess.keyOf(effective(subject))).toBe('00000000-0000-4000-8000-000000000001');
  });
  it('that meets another text stops, and the board sees it', () => {
    const { stopped } = adoptionProcess.react({ board }, refused(adopt));
    expect(stopped).toMatchObject({ owner: board });
    expect(stopped?.why.en).toContain('X-8, OtherText');
  });
});

describe('PL-10: an effective funding decision', () => {
  const { board, textSha256, number, effectiveOn } = decision;
  const extending = { kind: 'extendPlan', plan: planId, change: 'c', agreement: 'agreement-1' };
  const effective = (subject: object) =>
    fact(decisionId, 'DecisionBecameEffective', {
      ...{ board, subject, textSha256, number, effectiveOn },
    });
  const authorise: ProcessCommand = {
    ...{ name: 'AuthoriseExtension', aggregate: 'plan', target: planId },
    type: 'AuthoriseExtension',
    data: { change: 'c', decision: decisionId, agreement: 'agreement-1' },
  };

  it('D-9: authorises the extension that it is about, and one on anything else does not', () => {
    const input: ProcessInput = { kind: 'event', event: effective(extending) };
    const reaction = authorisationProcess.react(authorisationProcess.initial, input);
    expect(reaction).toStrictEqual({ state: { board }, commands: [authorise] });
    expect(authorisationProcess.react({ board }, accepted(authorise)).done).toBe(true);
    expect(authorisationProcess.keyOf(effective(decision.subject))).toBeNull();
    expect(authorisationProcess.keyOf(effective({ kind: 'other' }))).toBeNull();
  });
  it('PL-10: whose extension is there no more stops, and the board sees it', () => {
    const { stopped } = authorisationProcess.react({ board }, refused(authorise));
    expect(stopped).toMatchObject({ owner: board });
    expect(stopped?.why.en).toContain('X-8, OtherText');
  });
});

describe('PL-8, PL-9: the budget of a plan', () => {
  const react = (input: ProcessInput) => budgetProcess.react(null, input);
  const sentFor = (type: string, data: object) =>
    react({ kind: 'event', event: fact(planId, type, data) }).commands ?? [];
  const budget = planId.replace('plan-', 'budget-');
  const changed = { change: 'c', lines: [] };

  it('is opened when the plan is approved', () => {
    expect(budgetProcess.keyOf(fact(planId, 'PlanApproved', {}))).toBe(planId.slice(5));
    expect(budgetProcess.keyOf(fact(planId, 'RemodulationRequested', {}))).toBeNull();
    expect(sentFor('PlanApproved', {})).toMatchObject([
      { aggregate: 'budget', target: budget, type: 'OpenBudget', data: { plan: planId } },
    ]);
  });
  it('is asked before a remodulation is applied, which it may hold back', () => {
    const [ask] = sentFor('RemodulationAuthorised', changed);
    expect(ask).toMatchObject({ target: budget, type: 'ChangeLines' });
    expect(react(accepted(ask as ProcessCommand)).commands).toMatchObject([
      { target: planId, type: 'ApplyRemodulation', data: { change: 'c' } },
    ]);
    expect(react(refused(ask as ProcessCommand)).commands).toMatchObject([
      { type: 'HoldBackRemodulation', data: { change: 'c', rule: 'X-8', code: 'OtherText' } },
    ]);
  });
  it('is asked before a revocation is applied, and told of a costed extension', () => {
    const [ask] = sentFor('RevocationOrdered', changed);
    expect(react(accepted(ask as ProcessCommand)).commands).toMatchObject([
      { type: 'ApplyRevocation' },
    ]);
    const [tell] = sentFor('CostedExtensionGranted', changed);
    expect(react(accepted(tell as ProcessCommand)).commands).toBeUndefined();
  });
  it('B-10: is told of a whole revocation, and gives back what nobody committed', () => {
    const revoked = (extent: string) => sentFor('FundingRevoked', { ...changed, extent });
    expect(budgetProcess.keyOf(fact(planId, 'FundingRevoked', {}))).toBe(planId.slice(5));
    expect(revoked('total')).toMatchObject([
      { target: budget, type: 'RevokeBudget', data: { plan: planId, change: 'c' } },
    ]);
    // In part, the budget was asked before and has the lines already.
    expect(revoked('partial')).toStrictEqual([]);
    const [tell] = revoked('total');
    expect(react(accepted(tell as ProcessCommand)).commands).toBeUndefined();
  });
});

describe('PL-10: a costed extension', () => {
  const { initial } = extensionProcess;
  const event = (stream: string, type: string, data: object): ProcessInput => ({
    kind: 'event',
    event: fact(stream, type, data),
  });
  const authorised = event(planId, 'ExtensionAuthorised', { change: 'c' });
  const pending = extensionProcess.react(initial, authorised).state;

  it('is tried at its decision, and again at amendment and increase', () => {
    const grant = { target: planId, type: 'GrantCostedExtension', data: { change: 'c' } };
    expect(extensionProcess.react(initial, authorised).commands).toMatchObject([grant]);
    for (const type of ['AgreementAmended', 'FundingIncreased']) {
      const input = event('agreement-1', type, { plan: planId });
      expect(extensionProcess.react(pending, input).commands).toMatchObject([grant]);
      expect(extensionProcess.react(initial, input).commands).toBeUndefined();
      expect(extensionProcess.keyOf(fact('x', type, { plan: planId }))).toBe(planId.slice(5));
    }
    expect(extensionProcess.keyOf(fact('x', 'AgreementAmended', { plan: null }))).toBeNull();
  });
  it('asks the call for the money and the agreement for its amendment, then tries', () => {
    const whole = { call: 'call-1', totalCents: 110, shares: [], decision: decisionId };
    const data = { change: 'c', agreement: 'agreement-1', end: '2023-02', ...whole };
    const input = event(planId, 'ExtensionAuthorised', data);
    const { commands = [] } = extensionProcess.react(initial, input);
    expect(commands.map(({ target, type, data: about }) => [target, type, about])).toStrictEqual([
      ['call-1', 'CoverAssignment', { plan: planId, cents: 110, act: decisionId }],
      ['agreement-1', 'ProposeExtension', { end: '2023-02-28', shares: [], decision: decisionId }],
      [planId, 'GrantCostedExtension', { change: 'c' }],
    ]);
    const [money] = commands;
    expect(extensionProcess.react(pending, accepted(money as ProcessCommand)).state).toBe(pending);
    const told = extensionProcess.react(pending, refused(money as ProcessCommand));
    expect(told.waiting?.why.en).toContain('CoverAssignment (X-8, OtherText)');
    expect(told.state).toBe(pending);
  });
  it('waits for what is missing, and says what', () => {
    const [grant] = extensionProcess.react(initial, authorised).commands ?? [];
    const pendingRule = { code: 'ExtensionPending' };
    const answer = refused(grant as ProcessCommand, { missing: ['AssignmentIncrease'] });
    const refusal = { ...(answer as { refusal: object }).refusal, ...pendingRule };
    const told = extensionProcess.react(pending, { ...answer, refusal } as ProcessInput);
    expect(told.waiting?.why.en).toContain('AssignmentIncrease');
  });
  it('is over when it is granted, refused, or the funding is revoked', () => {
    for (const type of ['CostedExtensionGranted', 'ExtensionRefused', 'FundingRevoked']) {
      const { state } = extensionProcess.react(pending, event(planId, type, {}));
      const later = event('call-1', 'FundingIncreased', { plan: planId });
      expect(extensionProcess.react(state, later).commands).toBeUndefined();
    }
  });
});
