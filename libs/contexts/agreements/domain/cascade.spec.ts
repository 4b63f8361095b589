import { specificationFor } from '@tavolo/testing/specification';
import { describe, it } from '@jest/globals';
import type { AgreementKind } from '../contract/index.js';
import { draftedAs, parent } from '../test/examples.js';
import type { DraftAgreement } from './agreement.commands.js';
import { agreement } from './agreement.js';

const given = specificationFor(agreement);
const { title, network, plan, totalCents, start, end } = draftedAs({}).data;
const wanted = { title, network, plan, totalCents, start, end } as {
  title: string;
} & Pick<DraftAgreement['data'], 'end' | 'network' | 'plan' | 'start' | 'totalCents'>;

describe('the cascade of agreements', () => {
  it('A-8, X-11: an agreement stands below what comes before it', () => {
    const below = (kind: AgreementKind, parentKind: AgreementKind) =>
      ({
        type: 'DraftAgreement',
        data: { ...wanted, kind, parent, grounds: { newIds: [], missing: null, parentKind } },
      }) as const;
    const order: readonly AgreementKind[] = [
      ...(['actOfDelegation', 'grantAgreement', 'partnershipAgreement'] as const),
      ...(['implementingConvention', 'networkAgreement', 'coDesignConvention'] as const),
    ];
    order.forEach((parentKind, i) => {
      order.forEach((kind, j) => {
        const isSchools = kind === 'networkAgreement' && parentKind === kind;
        const asked = given().when(below(kind, parentKind));
        if (j > i || isSchools) asked.then(draftedAs({ kind, parent }));
        else asked.thenRefused('OutOfCascade');
      });
    });
    given()
      .when(below('adhesionLetter', 'memorandum'))
      .then(draftedAs({ kind: 'adhesionLetter', parent }));
    given().when(below('memorandum', 'adhesionLetter')).thenRefused('OutOfCascade');
  });
});
