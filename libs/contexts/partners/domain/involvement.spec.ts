import { describe, it } from '@jest/globals';
import { someone, specificationFor } from '@tavolo/testing/specification';
import { involvement } from './involvement.js';
import type { InvolvementEvent } from './involvement.js';

const given = specificationFor(involvement);
const involve = (stream: string) => ({ type: 'InvolvePartner', data: { in: stream } }) as const;
const involved = (stream: string): InvolvementEvent => ({
  type: 'PartnerInvolved',
  data: { in: stream, involvedAt: someone.at },
});

describe('where a partner is involved', () => {
  it('PA-6: is listed, each stream once', () => {
    given().when(involve('budget-1')).then(involved('budget-1'));
    given(involved('budget-1')).when(involve('agreement-1')).then(involved('agreement-1'));
    given(involved('budget-1'), involved('agreement-1')).when(involve('budget-1')).then();
  });
});
