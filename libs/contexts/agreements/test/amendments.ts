import { agreement } from '../domain/agreement.js';
import type { AgreementState } from '../domain/agreement.state.js';
import type { AmendmentChange } from '../domain/amendment.events.js';
import type { AgreementEvent } from '../domain/facts.events.js';
import { amendedText, amendment, cents, clause, day, drafted } from './examples.js';
import { network, plan, region, town } from './examples.js';

// One amendment, step by step, for the specifications of its rules.

/** What names the amendment of the specifications. */
export const of = { amendment };
/** Another wording of the one clause. */
export const wording: AmendmentChange = {
  clauses: [{ ...clause, text: 'Le parti cooperano di più.' }],
};
/** A later end. */
export const later = { end: day('2032-12-31') };
/** Proposes a change on the first version. */
export const propose = (change: AmendmentChange = wording, data: object = {}) => {
  const grounds = { newId: amendment, joining: [] };
  return { type: 'ProposeAmendment', data: { amends: 1, change, grounds, ...data } } as const;
};
/** Submits the amendment for review. */
export const submit = { type: 'SubmitForReview', data: of } as const;
/** It was submitted. */
export const submitted: AgreementEvent = { type: 'AgreementSubmittedForReview', data: of };
/** Freezes the text of the amendment. */
export const freeze = (ground: object = {}) => {
  const grounds = { sha256: amendedText, mediaType: 'application/json', parent: null, ...ground };
  return { type: 'FreezeText', data: { ...of, grounds } } as const;
};
/** Its text was frozen. */
export const frozen = (change: object = {}): AgreementEvent => ({
  type: 'AgreementTextFrozen',
  data: {
    ...{ version: 2, sha256: amendedText, mediaType: 'application/json', parent: null },
    ...{ totalCents: cents(100_00), end: drafted.data.end, ...of, ...change },
  },
});
/** Brings it into force. */
export const bring = (children?: { heldCents: ReturnType<typeof cents>; latestEnd: null }) =>
  ({
    type: 'BringIntoForce',
    data: { ...of, ...(children && { grounds: { children } }) },
  }) as const;
/** It is in force as the second version. */
export const amended = (change: object = {}): AgreementEvent => ({
  type: 'AgreementAmended',
  data: {
    ...{ ...of, version: 2, amends: 1, textSha256: amendedText, kind: 'partnershipAgreement' },
    ...{ network, plan, parties: [region, town], totalCents: cents(100_00) },
    ...{ end: drafted.data.end, from: day('2029-12-30'), released: null, ...change },
  },
});
/** What a history makes of an agreement. */
export const stateOf = (...history: readonly AgreementEvent[]) => {
  const state = history.reduce<AgreementState>(agreement.evolve, null);
  if (state === null) throw new Error('the history has no draft');
  return state;
};
