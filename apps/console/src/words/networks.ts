import { messages } from '../app/text.ts';
import type { EnumOf } from '../data/graphql.ts';

/** States of a network. */
export const networkStatus = messages<EnumOf<'NetworkStatus'>>({
  it: {
    PROPOSED: 'proposta',
    CONSTITUTING: 'in costituzione',
    ACTIVE: 'attiva',
    SUSPENDED: 'sospesa',
    DISSOLVING: 'in scioglimento',
    DISSOLVED: 'sciolta',
  },
  en: {
    PROPOSED: 'proposed',
    CONSTITUTING: 'constituting',
    ACTIVE: 'active',
    SUSPENDED: 'suspended',
    DISSOLVING: 'dissolving',
    DISSOLVED: 'dissolved',
  },
});

/** Levels of networks. */
export const networkLevel = messages<EnumOf<'NetworkLevel'>>({
  it: { REGION: 'regionale', TERRITORY: 'territoriale', LOCAL: 'locale' },
  en: { REGION: 'regional', TERRITORY: 'territorial', LOCAL: 'local' },
});
