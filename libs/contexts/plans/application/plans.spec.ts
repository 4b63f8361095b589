import { createHash } from 'node:crypto';
import type { Answer } from '@tavolo/command';
import type { Sha256 } from '@tavolo/kernel';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { PlanId } from '../contract/index.js';
import { colleague, decision, decisionId, hash, initiated, networkId } from '../test/examples.js';
import { otherPlan, planId, town } from '../test/examples.js';
import { World } from '../test/world.js';

let world: World;

const told = (answer: Answer) => {
  if (answer.outcome === 'refused') throw new Error(answer.refusal.en);
  return answer;
};
const newId = (answer: Answer) => told(answer).result.newId as string;
const codeOf = (answer: Answer) =>
  answer.outcome === 'refused' ? answer.refusal.code : answer.outcome;
const initiate = (plan: PlanId, regionCode = 'ITC4') =>
  world.say(plan, 'InitiatePlan', { ...initiated.data, regionCode });
const asColleague = { person: colleague };

/** Initiated, with one action that is complete in all it needs. */
async function composed(): Promise<{ action: string; line: string; intervention: string }> {
  told(await initiate(planId));
  await world.settled();
  // Decomposed letters, which the text of the plan composes.
  const title = 'Città e scuola'.normalize('NFD');
  const action = newId(await world.say(planId, 'AddAction', { title }));
  told(await world.say(planId, 'LinkTargetGroup', { action, code: 'TG1', title: 'Alunni' }));
  const indicator = { action, title: 'Scuole', unit: 'scuole', target: 60 };
  told(await world.say(planId, 'DefineIndicator', indicator));
  const intervention = newId(
    await world.say(planId, 'AddIntervention', { action, title: 'x', start: '2018-10' }),
  );
  const owner = { intervention, partner: town, network: networkId };
  told(await world.say(planId, 'AssignOwner', owner));
  const cost = { action, category: 'personale', cents: 100_00 };
  const line = newId(await world.say(planId, 'AddBudgetLine', cost));
  told(await world.say(planId, 'AllocateToPartner', { line, partner: town, cents: 100_00 }));
  return { action, line, intervention };
}

/** Co-designed and consolidated; the hash of its text. */
async function consolidated(): Promise<Sha256> {
  await composed();
  const table = newId(await world.say(planId, 'OpenTable', { title: 'Tavolo' }));
  told(await world.say(planId, 'CloseTable', { table }));
  told(await world.say(planId, 'ConsolidateDraft'));
  return (await world.standing(planId)).frozen?.sha256 ?? hash(0);
}

async function decided(sha256: Sha256): Promise<void> {
  const subject = { kind: 'adoptPlan', plan: planId, version: 1, sha256 } as const;
  world.decisions.answer = { ...decision, subject, textSha256: sha256 };
  const { board, number, effectiveOn } = decision;
  const data = { board, subject, textSha256: sha256, number, effectiveOn };
  await world.happened(decisionId, 'DecisionBecameEffective', data);
  await world.settled();
}

beforeEach(() => {
  world = new World();
  world.run();
});
afterEach(async () => {
  await world.stop();
  expect(world.troubles).toStrictEqual([]);
});

describe('PL-1: one plan for a region under a call', () => {
  it('is confirmed by the claim, and another is refused at once', async () => {
    told(await initiate(planId));
    await world.settled();
    expect(await world.standing(planId)).toMatchObject({ status: 'CoProgramming', frozen: null });
    expect(codeOf(await initiate(otherPlan))).toBe('RegionTaken');
    told(await initiate(otherPlan, 'ITC1'));
    await world.settled();
    expect((await world.standing(otherPlan)).status).toBe('CoProgramming');
  });
  it('is refused by the claim where two raced', async () => {
    const raced = new World();
    told(await raced.say(planId, 'InitiatePlan', initiated.data));
    told(await raced.say(otherPlan, 'InitiatePlan', initiated.data));
    raced.run();
    await raced.settled();
    const statuses = [await raced.standing(planId), await raced.standing(otherPlan)];
    expect(statuses.map(({ status }) => status)).toStrictEqual([
      'CoProgramming',
      'InitiationRefused',
    ]);
    await raced.stop();
  });
});

describe('parts of a plan', () => {
  it('have ids that a repeat of the command finds again', async () => {
    told(await initiate(planId));
    await world.settled();
    const first = await world.say(planId, 'AddAction', { title: 'x' }, { nth: 100 });
    const again = await world.say(planId, 'AddAction', { title: 'x' }, { nth: 100 });
    expect(newId(again)).toBe(newId(first));
    expect(told(again).receipt.repeated).toBe(true);
    expect(newId(await world.say(planId, 'AddAction', { title: 'x' }))).not.toBe(newId(first));
  });
  it('PL-11: are dated inside the eligibility that the call says', async () => {
    const { action } = await composed();
    const late = { action, title: 'x', start: '2024' };
    expect(codeOf(await world.say(planId, 'AddIntervention', late))).toBe('OutsideEligibility');
  });
  it('PL-2, X-12: have an owner of a network of this plan', async () => {
    const { intervention } = await composed();
    world.networks.plan = otherPlan;
    const owner = { intervention, partner: town, network: networkId };
    expect(codeOf(await world.say(planId, 'AssignOwner', owner))).toBe('NetworkUnknown');
  });
});

describe('the work at a table', () => {
  it('X-6, X-12: rests on documents that were uploaded, and on partners that are there', async () => {
    const { action } = await composed();
    const table = newId(await world.say(planId, 'OpenTable', { title: 'Tavolo' }));
    const minutes = await world.upload('verbale');
    const held = { table, heldOn: '2029-11-05', attendance: [town], minutes };
    const hold = (change: object) => world.say(planId, 'HoldSession', { ...held, ...change });
    expect(codeOf(await hold({ minutes: hash(9) }))).toBe('DocumentUnknown');
    expect(codeOf(await hold({ attendance: [town, 'partner-x'] }))).toBe('PartnerUnknown');
    expect(codeOf(await hold({}))).toBe('accepted');
    const proposal = { table, on: action, document: hash(9) };
    expect(codeOf(await world.say(planId, 'ProposeContribution', proposal))).toBe(
      'DocumentUnknown',
    );
  });
  it('PL-4: takes the reason from the text or the document given with the command', async () => {
    const { action } = await composed();
    const table = newId(await world.say(planId, 'OpenTable', { title: 'Tavolo' }));
    const document = await world.upload('contributo');
    const propose = async () =>
      newId(await world.say(planId, 'ProposeContribution', { table, on: action, document }));
    const decide = async (about: object) =>
      codeOf(
        await world.say(
          ...([planId, 'RejectContribution', { contribution: await propose() }] as const),
          { ...asColleague, ...about },
        ),
      );
    expect(await decide({})).toBe('ContributionReasonMissing');
    expect(await decide({ reasonRef: `x:${hash(1)}` })).toBe('accepted');
    expect(await decide({ documents: [{ sha256: document }] })).toBe('accepted');
  });
});

describe('a consolidated version', () => {
  it('is a document that anybody can hash again, and that names its plan', async () => {
    const sha256 = await consolidated();
    const bytes = await world.read(sha256);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    expect(JSON.parse(bytes.toString())).toMatchObject({
      format: 'tavolo/plan/1',
      plan: planId,
      regionCode: 'ITC4',
      actions: [
        {
          title: 'Città e scuola'.normalize('NFC'),
          budgetLines: [{ shares: [{ cents: 100_00 }] }],
        },
      ],
    });
    expect(bytes.toString()).not.toContain('person-');
  });
  it('X-8: is of the content that its sender saw', async () => {
    const { action } = await composed();
    told(await world.say(planId, 'OpenTable', { title: 'Tavolo' }));
    const { basis } = await world.standing(planId);
    told(await world.say(planId, 'LinkTargetGroup', { action, code: 'TG2', title: 'Giovani' }));
    const seen = { seenRevision: basis.revision };
    expect(codeOf(await world.say(planId, 'ConsolidateDraft', {}, seen))).toBe('ContentMoved');
    expect(codeOf(await world.say(planId, 'ConsolidateDraft'))).toBe('accepted');
  });
  it('PL-4: is ready for the board once it is validated', async () => {
    const sha256 = await consolidated();
    expect(await world.standing(planId)).toMatchObject({ readyForAdoption: ['NotValidated'] });
    told(await world.say(planId, 'ValidatePlan', { sha256 }, asColleague));
    expect(await world.standing(planId)).toMatchObject({
      status: 'Validated',
      frozen: { version: 1, sha256 },
      totalCents: 100_00,
      readyForAdoption: [],
    });
  });
});

describe('D-9: adoption', () => {
  it('follows from an effective decision on the validated text', async () => {
    const sha256 = await consolidated();
    told(await world.say(planId, 'ValidatePlan', { sha256 }, asColleague));
    await decided(sha256);
    expect((await world.standing(planId)).status).toBe('Adopted');
  });
  it('does not follow where the text moved on: the process stops, for somebody to see', async () => {
    const sha256 = await consolidated();
    told(await world.say(planId, 'ValidatePlan', { sha256 }, asColleague));
    told(await world.say(planId, 'AddAction', { title: 'Un’altra azione' }));
    await decided(sha256);
    expect((await world.standing(planId)).status).toBe('CoDesigning');
    const process = await world.types(`pm_planAdoption-${decisionId.slice('decision-'.length)}`);
    expect(process.at(-1)).toBe('ProcessStopped');
  });
});
