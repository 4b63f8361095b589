import { describe, expect, it } from '@jest/globals';
import type { Mandate } from '@tavolo/command';
import type { LocalDate, MandateRef, OrganisationId, PersonRef } from '@tavolo/kernel';
import { mayInvite } from './may-invite.js';

const person = (name: string) => `person-${name}` as PersonRef;
const p = 'partner-p' as OrganisationId;

const held = (kind: string, stream: string, more: Partial<Mandate> = {}): Mandate => ({
  ...{ ref: `${stream}#${kind}` as MandateRef, person: person('ada'), organisation: null, kind },
  ...{ from: '2029-01-01' as LocalDate, until: null, basis: { stream, revision: 1 }, ...more },
});
const eva = { person: person('eva') };
const seat = held('seat', 'board-b', eva);
const signatory = held('signatory', 'partner-p', { ...eva, organisation: p });

describe('a link for somebody else', () => {
  it('X-3: is made by an administrator, the founder or another', () => {
    expect(mayInvite(held('founder', 'instance-tavolo'), seat)).toBe(true);
    expect(mayInvite(held('administrator', 'appointment-a'), seat)).toBe(true);
    expect(mayInvite(held('auditor', 'appointment-a'), seat)).toBe(false);
  });

  it('X-3: is made by who presides or keeps the records of the same body, and no other', () => {
    for (const kind of ['chair', 'secretary', 'viceChair']) {
      expect(mayInvite(held(kind, 'board-b'), seat)).toBe(true);
      expect(mayInvite(held(kind, 'board-c'), seat)).toBe(false);
    }
    expect(mayInvite(held('seat', 'board-b'), seat)).toBe(false);
  });

  it('X-3: is made by the legal representative of the same organisation', () => {
    const of = (kind: string, organisation: OrganisationId) =>
      held(kind, organisation, { organisation });
    expect(mayInvite(of('legalRepresentative', p), signatory)).toBe(true);
    expect(mayInvite(of('signatory', p), signatory)).toBe(false);
    expect(mayInvite(of('legalRepresentative', 'partner-q' as OrganisationId), signatory)).toBe(
      false,
    );
    // Who acts for nobody does not act for the same organisation as who acts for nobody.
    expect(mayInvite(held('legalRepresentative', 'partner-p'), seat)).toBe(false);
  });

  it('X-3: is made by who gave the appointment, and by who answers for the service', () => {
    const lead = held('legalRepresentative', 'partner-p', { organisation: p });
    const given = held('coordinator', 'appointment-c', { ...eva, givenBy: person('ada') });
    expect(mayInvite(lead, given)).toBe(true);
    expect(mayInvite(lead, { ...given, givenBy: person('bo') })).toBe(false);
    const service = held('service', 'appointment-s', { ...eva, responsible: person('ada') });
    expect(mayInvite(held('signatory', 'partner-q'), service)).toBe(true);
    expect(mayInvite({ ...lead, person: person('bo') }, service)).toBe(false);
  });

  it('for oneself is made under any mandate', () => {
    expect(mayInvite(held('seat', 'board-c', eva), seat)).toBe(true);
  });
});
