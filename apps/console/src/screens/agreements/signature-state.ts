import type { ResultOf } from '../../data/graphql.ts';
import type { TheAgreement } from './agreement.documents.ts';

/** An agreement as its screen asks for it. */
export type Agreement = NonNullable<ResultOf<typeof TheAgreement>['agreement']>;

type Party = Agreement['parties'][number];
type VersionParty = Agreement['versions'][number]['parties'][number];
type Given = NonNullable<Party['signature'] | Party['signedElsewhere']>;

/** What became of a signature that a party owes, or not, to one text. */
export type SignatureState =
  | Readonly<{ kind: 'signed'; day: string; level: Given['level']; by: string | null }>
  | Readonly<{ kind: 'other-text'; signed: string; current: string }>
  | Readonly<{ kind: 'refused'; day: string }>
  | Readonly<{ kind: 'approved' | 'awaited' | 'not-due' }>;

/** Of a party under the agreement itself. */
export function stateOf(party: Party, textSha256: string | null): SignatureState {
  const { signature, signedElsewhere } = party;
  if (signature && textSha256 !== null && signature.textSha256 !== textSha256)
    return { kind: 'other-text', signed: signature.textSha256, current: textSha256 };
  const given = signature ?? signedElsewhere;
  if (given) return signed(given);
  return { kind: party.status === 'APPROVED' ? 'approved' : 'awaited' };
}

/** Of a party under an amendment; who is no party to it owes nothing. */
export function stateUnder(
  { textSha256, parties }: Pick<Agreement['versions'][number], 'parties' | 'textSha256'>,
  partner: string | undefined,
): SignatureState {
  const party: VersionParty | undefined = parties.find(({ partner: one }) => one?.id === partner);
  if (!party || party.leaving) return { kind: 'not-due' };
  const { signature, signedElsewhere, refusal } = party;
  if (refusal) return { kind: 'refused', day: refusal.refusedOn };
  if (signature && textSha256 !== null && signature.textSha256 !== textSha256)
    return { kind: 'other-text', signed: signature.textSha256, current: textSha256 };
  const given = signature ?? signedElsewhere;
  return given ? signed(given) : { kind: 'awaited' };
}

function signed({ signedOn, level, signatory }: Given): SignatureState {
  return { kind: 'signed', day: signedOn, level, by: signatory.name };
}
