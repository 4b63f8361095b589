import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import { id } from '../../test/house.js';
import { DefineTerritoryInput, InviteMemberInput, ProposeNetworkInput } from './network.inputs.js';

/** The fields with a bad form. */
function bad(input: object, fields: object): string[] {
  return validateSync(Object.assign(input, fields)).map(({ property }) => property);
}

describe('the form of a proposal', () => {
  const proposing = (fields: object) => {
    const proposal = {
      plan: id('plan', 1),
      title: 'Rete',
      level: 'region',
      lead: id('partner', 1),
    };
    return bad(new ProposeNetworkInput(), { ...proposal, ...fields });
  };
  it('takes ids of a plan and a partner', () => {
    expect(proposing({})).toStrictEqual([]);
    expect(proposing({ plan: id('partner', 1), lead: 'Regione Lombardia' }).sort()).toStrictEqual([
      ...['lead', 'plan'],
    ]);
  });
  it('takes a title of at most 200 signs', () => {
    expect(proposing({ title: 'x'.repeat(201) })).toStrictEqual(['title']);
    expect(proposing({ title: 'x'.repeat(200), titleEn: 'x'.repeat(201) })).toStrictEqual([
      'titleEn',
    ]);
  });
});

describe('the form of a territory', () => {
  const defining = (...codes: string[]) =>
    bad(new DefineTerritoryInput(), { plan: id('plan', 1), network: id('network', 1), codes });
  it('takes NUTS and ISTAT codes, at least one', () => {
    expect(defining('ITC4C', 'ITC46')).toStrictEqual([]);
    expect(defining('015146')).toStrictEqual([]);
    expect(defining()).toStrictEqual(['codes']);
    expect(defining('015146', 'Milano')).toStrictEqual(['codes']);
    expect(defining('')).toStrictEqual(['codes']);
  });
});

describe('the form of an invitation', () => {
  const inviting = (role: string) => {
    const network = id('network', 1);
    return bad(new InviteMemberInput(), { network, partner: id('partner', 1), role });
  };
  it('takes every role but that of the lead', () => {
    expect(inviting('adhering')).toStrictEqual([]);
    expect(inviting('lead')).toStrictEqual(['role']);
  });
});
