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

/** What a member is in a network. */
export const memberRole = messages<EnumOf<'MemberRole'>>({
  it: { LEAD: 'capofila', PARTNER: 'partner', ADHERING: 'aderente', OBSERVER: 'osservatore' },
  en: { LEAD: 'lead partner', PARTNER: 'partner', ADHERING: 'adhering body', OBSERVER: 'observer' },
});

/** States of a membership. */
export const memberStatus = messages<EnumOf<'MemberStatus'>>({
  it: {
    INVITED: 'invitato',
    ACCEPTED: 'ha aderito',
    ACTIVE: 'attivo',
    DECLINED: 'ha rifiutato',
    INVITATION_EXPIRED: 'invito scaduto',
    INVITATION_REVOKED: 'invito revocato',
    SUSPENDED: 'sospeso',
    LEFT: 'uscito',
    EXPELLED: 'espulso',
  },
  en: {
    INVITED: 'invited',
    ACCEPTED: 'accepted',
    ACTIVE: 'active',
    DECLINED: 'declined',
    INVITATION_EXPIRED: 'invitation expired',
    INVITATION_REVOKED: 'invitation revoked',
    SUSPENDED: 'suspended',
    LEFT: 'left',
    EXPELLED: 'expelled',
  },
});
