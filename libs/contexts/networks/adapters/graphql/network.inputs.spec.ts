import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import { id } from '../../test/house.js';
import { ReleaseMemberInput } from './later.inputs.js';
import {
  AwardChangeInput,
  DefineTerritoryInput,
  InviteMemberInput,
  ProposeNetworkInput,
} from './network.inputs.js';

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

describe('the form of a change after the award', () => {
  const releasing = (change?: object) =>
    bad(new ReleaseMemberInput(), {
      ...{ network: id('network', 1), partner: id('partner', 1) },
      ...(change && { change: Object.assign(new AwardChangeInput(), change) }),
    });
  const change = { approval: 'D.D. 29/2019', agreement: id('agreement', 1), version: 2 };
  it('names an act, an agreement and its version, all three', () => {
    expect(releasing()).toStrictEqual([]);
    expect(releasing(change)).toStrictEqual([]);
    expect(releasing({ ...change, version: 0 })).toStrictEqual(['change']);
    expect(releasing({ ...change, agreement: 'the second one' })).toStrictEqual(['change']);
  });
});
