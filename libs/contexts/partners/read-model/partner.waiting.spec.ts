import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { awaitedAfter, OpenRows } from '@tavolo/testing';
import { keyOf } from '@tavolo/waiting';
import { partnerProjection } from './partner.projection.js';
import type { PartnerRow } from './partner.projection.js';
import { partnerWaiting } from './partner.waiting.js';

type Fact = Readonly<{ type: string; data: object }>;
const samples = JSON.parse(
  readFileSync(new URL('../domain/samples.json', import.meta.url), 'utf8'),
) as readonly Fact[];
const stream = 'partner-00000000-0000-4000-8000-000000000001';
const told = { part: partnerWaiting, projections: [partnerProjection], stream };
const awaited = (...facts: readonly Fact[]) =>
  (awaitedAfter(facts, told).at(-1) ?? []).map(({ move, who }) => `${move} ${keyOf(who)}`);

const registered: Fact = { type: 'PartnerRegistered', data: { name: 'Comune', kind: 'other' } };
const confirmed: Fact = { type: 'PartnerRegistrationConfirmed', data: {} };
const evidence: Fact = {
  ...{ type: 'EligibilityEvidenceSubmitted', data: { documents: ['a'], until: '2030-12-31' } },
};
const eligible: Fact = { type: 'PartnerEligibilityConfirmed', data: { until: '2030-12-31' } };
const own = `organisation:${stream}#membership`;
const authority = 'authority:instance-tavolo';

describe('who is waited for about a partner', () => {
  it('has an answer after every golden sample', () => {
    expect(awaitedAfter(samples, told)).toHaveLength(samples.length);
  });

  it('PA-2: evidence is awaited of the partner, its verification of the authority', () => {
    expect(awaited(registered)).toStrictEqual(['confirmRegistration process:registration']);
    expect(awaited(registered, confirmed)).toStrictEqual([`submitEvidence ${own}`]);
    expect(awaited(registered, confirmed, evidence)).toStrictEqual([
      `verifyEligibility ${authority}`,
    ]);
    const facts = [registered, confirmed, evidence, eligible];
    expect(awaited(...facts)).toStrictEqual([`renewEligibility ${own}`]);
    expect(awaitedAfter(facts, told).at(-1)).toMatchObject([{ due: { on: '2030-12-31' } }]);
  });

  it('PA-7: an exclusion awaits the reply of the partner, and its decision after that or the time for it', () => {
    const opened = {
      type: 'PartnerExclusionProposed',
      data: { notice: ['a'], replyUntil: '2030-02-01', openedAt: '2030-01-01T00:00:00.000Z' },
    };
    const answered = {
      ...{ type: 'PartnerExclusionAnswered', data: { reply: ['b'], answeredAt: '2030-01-02' } },
    };
    const lapsed = {
      ...{ type: 'PartnerReplyTimeLapsed', data: { replyUntil: '2030-02-01', lapsedAt: 'x' } },
    };
    const unanswered = awaited(registered, confirmed, opened, lapsed);
    expect(unanswered).toContain(`decideExclusion ${authority}`);
    expect(unanswered).not.toContain(`answerExclusion ${own}`);
    expect(awaited(registered, confirmed, opened)).toContain(`answerExclusion ${own}`);
    const after = awaited(registered, confirmed, opened, answered);
    expect(after).toContain(`decideExclusion ${authority}`);
    expect(after).not.toContain(`answerExclusion ${own}`);
  });

  it('PA-5: a legal representative may give all acts, a signatory those named', () => {
    const of = (kind: 'legalRepresentative' | 'signatory', acts: readonly string[]) => {
      const bounds = { acts, maxCents: 100, from: '2030-01-01', until: null };
      const representations = [{ id: 'r1', person: 'person-1', kind, ...bounds }];
      const row = { id: stream, representations } as unknown as PartnerRow;
      return partnerWaiting.capacities?.(row, new OpenRows()) ?? [];
    };
    expect(of('legalRepresentative', [])[0]?.gives).toHaveLength(4);
    expect(of('signatory', ['plan'])[0]?.gives.map((who) => keyOf(who))).toStrictEqual([
      `organisation:${stream}#plan`,
    ]);
    expect(of('signatory', ['plan'])[0]).toMatchObject({ maxCents: 100, isMandate: true });
  });
});
