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
    const events = samples.filter(({ type }) => !/Refused|Rejected/.test(type));
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
});
