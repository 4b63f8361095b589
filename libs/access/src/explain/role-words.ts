import type { Role } from '../policy/question.js';

/** What it is to hold a role somewhere, to be followed by where. */
export const roleWords: Readonly<Record<Role, Readonly<{ it: string; en: string }>>> = {
  administrator: { it: 'amministra', en: 'administers' },
  auditor: { it: 'controlla', en: 'audits' },
  coordinator: { it: 'coordina', en: 'coordinates' },
  seat: { it: 'ha un seggio in', en: 'has a seat in' },
  chair: { it: 'presiede', en: 'chairs' },
  concerned: {
    it: 'siede in un organo o legge per',
    en: 'reads, by a body or a network, what is set at',
  },
  secretary: { it: 'tiene gli atti di', en: 'keeps the records of' },
  self: { it: 'è', en: 'is' },
  authority: { it: 'agisce per un’autorità in', en: 'acts for an authority in' },
  lead: { it: 'agisce per il capofila di', en: 'acts for the lead of' },
  member: { it: 'agisce per un membro di', en: 'acts for a member of' },
  party: { it: 'agisce per una parte di', en: 'acts for a party to' },
  partner: { it: 'agisce per un partner in', en: 'acts for a partner in' },
  representative: { it: 'agisce per', en: 'acts for' },
  legalRepresentative: { it: 'è legale rappresentante di', en: 'is legal representative of' },
};
