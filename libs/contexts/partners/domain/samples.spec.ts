import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '@tavolo/kernel';
import { involvement, involvementEventTypes } from './involvement.js';
import type { InvolvementEvent } from './involvement.js';
import { partnerEventTypes } from './partner.events.js';
import type { PartnerEvent } from './partner.events.js';
import { partner } from './partner.js';

const samples = JSON.parse(
  readFileSync(new URL('samples.json', import.meta.url), 'utf8'),
) as readonly (PartnerEvent & { readonly schema: number })[];

const isOfPartner = ({ type }: { readonly type: string }) =>
  !(involvementEventTypes as readonly string[]).includes(type);

describe('the stored facts of a partner', () => {
  it('have a sample of each type', () => {
    expect(samples.map(({ type }) => type).sort()).toStrictEqual(
      [...partnerEventTypes, ...involvementEventTypes].sort(),
    );
  });

  it('are read by the fold, each for itself and all in a row', () => {
    const origin = partner.evolve(partner.initial, samples[0] as PartnerEvent);
    for (const { type, data } of samples.filter(isOfPartner)) {
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

  it('of where a partner is involved are read by their own fold', () => {
    const events = samples.filter((sample) => !isOfPartner(sample)) as unknown[];
    const last = (events as InvolvementEvent[]).reduce(involvement.evolve, involvement.initial);
    expect(last.streams).toStrictEqual(['agreement-7a6f3c1e-2b4d-4e5f-8a9b-0c1d2e3f4a5b']);
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
    expect(after('PartnerExclusionProposed', 'PartnerReplyTimeLapsed').exclusion).toMatchObject({
      ...{ isAnswered: false, isOver: true },
    });
    expect(after('PartnerWithdrawn').status).toBe('Withdrawn');
    expect(after('PartnerExcluded').status).toBe('Excluded');
    expect(after('PartnerSucceeded').status).toBe('Succeeded');
    expect(after('PartnerDissolved').status).toBe('Dissolved');
    expect(after('PartnerDuplicateMarked').status).toBe('Rejected');
  });
});
