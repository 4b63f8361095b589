import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '@tavolo/kernel';
import { partnerEventTypes } from './partner.events.js';
import type { PartnerEvent } from './partner.events.js';
import { partner } from './partner.js';

const samples = JSON.parse(
  readFileSync(new URL('samples.json', import.meta.url), 'utf8'),
) as readonly (PartnerEvent & { readonly schema: number })[];

describe('the stored facts of a partner', () => {
  it('have a sample of each type', () => {
    expect(samples.map(({ type }) => type).sort()).toStrictEqual([...partnerEventTypes].sort());
  });

  it('are read by the fold, each for itself and all in a row', () => {
    const origin = partner.evolve(partner.initial, samples[0] as PartnerEvent);
    for (const { type, data } of samples) {
      const event = { type, data } as PartnerEvent;
      expect(canonicalJson(partner.evolve(origin, event))).toContain('"status":');
    }
    const path = samples.slice(
      0,
      samples.findIndex(({ type }) => type === 'PartnerDetailsUpdated'),
    );
    const events = path.filter(({ type }) => !/Refused|Rejected/.test(type));
    const last = events.reduce<typeof partner.initial>(partner.evolve, partner.initial);
    expect(last).toMatchObject({
      status: 'Eligible',
      eligibleUntil: '2022-12-31',
      identifiers: { ipaCode: 'c_f205' },
      powers: [
        { kind: 'legalRepresentative', acts: 'all', until: '2021-10-04' },
        { kind: 'signatory', acts: ['agreement', 'membership'], until: '2018-06-30' },
      ],
    });
  });

  it('of what a partner is and how it ends are read as well', () => {
    const after = (...types: readonly PartnerEvent['type'][]) =>
      samples
        .filter(({ type }) => type === 'PartnerRegistered' || types.includes(type))
        .reduce<typeof partner.initial>(partner.evolve, partner.initial);
    expect(
      after('PartnerDetailsUpdated', 'PartnerClassified', 'BeneficialOwnersRecorded'),
    ).toMatchObject({ name: 'Città di Milano', territory: 'ITC4C', kind: 'municipalUnion' });
    expect(after('InterestDeclared').interests).toHaveLength(1);
    expect(after('PartnerSuspended').status).toBe('Suspended');
    expect(after('PartnerWithdrawalRequested').status).toBe('Withdrawing');
    expect(after('PartnerExclusionProposed', 'PartnerExclusionAnswered').exclusion).toMatchObject({
      ...{ replyUntil: '2019-05-20', isAnswered: true },
    });
    expect(after('PartnerWithdrawn').status).toBe('Withdrawn');
    expect(after('PartnerExcluded').status).toBe('Excluded');
    expect(after('PartnerSucceeded').status).toBe('Succeeded');
    expect(after('PartnerDissolved').status).toBe('Dissolved');
    expect(after('PartnerDuplicateMarked').status).toBe('Rejected');
  });
});
