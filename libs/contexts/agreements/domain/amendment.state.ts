import type { Agreement, Amendment, Cycle } from './agreement.model.js';
import type { AmendmentEvent } from './amendment.events.js';
import { changesTerms, cycleOf, partiesUnder, textOf, underAmendment } from './amendment.view.js';
import { approved } from './cycle.state.js';
import { keptSignatures } from './lifecycle.state.js';

type DataOf<Type extends AmendmentEvent['type']> = Extract<AmendmentEvent, { type: Type }>['data'];
type Changes = {
  readonly [Type in AmendmentEvent['type']]: (
    state: Agreement,
    data: DataOf<Type>,
  ) => Partial<Agreement>;
};

/** What each fact of amendments themselves changes. */
export const amendmentChanges: Changes = {
  AmendmentProposed: (state, { amendment: id, amends, change, decision }) => ({
    amendments: [...state.amendments, { id, amends, change, decision, ...begun(state, change) }],
  }),
  AmendmentRevised: (state, { amendment, change, decision }) =>
    changed(state, amendment, (each) => ({ ...each, change, decision, ...begun(state, change) })),
  AmendmentApproved: (state, data) =>
    changed(state, data.amendment, (each) => {
      const seen = underAmendment(state, each);
      return { ...each, ...cycleOf({ ...seen, ...approved(seen, data) }) };
    }),
  AmendmentWithdrawn: ({ amendments }, { amendment }) => ({
    amendments: amendments.filter(({ id }) => id !== amendment),
  }),
  AgreementAmended: (state, data) => {
    const amendment = state.amendments.find(({ id }) => id === data.amendment);
    return amendment ? amended(state, amendment, data) : {};
  },
};

function begun(state: Agreement, change: Amendment['change']): Cycle {
  return {
    ...{ status: 'Drafted', parties: partiesUnder(state, change), frozen: null, openedOn: null },
    ...{ lastSignedOn: null, registrationAsked: false, proposed: null, registered: null },
    publishedOn: null,
  };
}

function changed(
  { amendments }: Agreement,
  amendment: string,
  change: (each: Amendment) => Amendment,
): Partial<Agreement> {
  return { amendments: amendments.map((each) => (each.id === amendment ? change(each) : each)) };
}

/** The new version takes the place of the one before in one step: never two in force. */
function amended(
  state: Agreement,
  amendment: Amendment,
  { version, from, textSha256 }: DataOf<'AgreementAmended'>,
): Partial<Agreement> {
  const { change, frozen, registered } = amendment;
  const parties = amendment.parties.filter(({ leaving }) => !leaving);
  const isHeld = state.parent !== null && changesTerms(amendment);
  const after = { ...state, ...textOf(state, change), parties };
  return {
    ...textOf(state, change),
    ...{ parties, registered, version, versionFrom: from },
    frozen: frozen && { ...frozen, sha256: textSha256 },
    held: isHeld ? (frozen?.version ?? null) : state.held,
    signatures: [...state.signatures, ...keptSignatures(version, amendment.parties)],
    amendments: state.amendments
      .filter(({ id }) => id !== amendment.id)
      .map((each) => ({ ...each, parties: rebased(after, each) })),
  };
}

/** Another open amendment, on the new version: shares are the new ones, what was done stays. */
function rebased(after: Agreement, { parties, change }: Amendment) {
  return partiesUnder(after, change).map((party) => {
    const before = parties.find(({ partner }) => partner === party.partner);
    if (!before) return party;
    const { approvedOn, signedOn, level, refused } = before;
    return { ...party, approvedOn, signedOn, level, refused };
  });
}
