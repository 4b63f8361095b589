import type { ResultOf } from '../../data/graphql.ts';
import type { TheAgreement } from './agreement.documents.ts';

/** An agreement as its screen asks for it. */
export type Agreement = NonNullable<ResultOf<typeof TheAgreement>['agreement']>;
/** One version of it: the founding text, or an amendment. */
export type Version = Agreement['versions'][number];

type VersionParty = Version['parties'][number];
type Given = NonNullable<VersionParty['signature'] | VersionParty['signedElsewhere']>;
/** The last reminder to a party. */
export type Reminder = NonNullable<VersionParty['reminder']>;

/** What became of a signature that a party owes, or not, to one text. */
export type SignatureState =
  | Readonly<{ kind: 'signed'; day: string; level: Given['level']; by: string | null }>
  | Readonly<{ kind: 'other-text'; signed: string; current: string }>
  | Readonly<{ kind: 'refused'; day: string }>
  | Readonly<{ kind: 'approved' | 'awaited'; reminder: Reminder | null }>
  | Readonly<{ kind: 'not-due' | 'not-open' }>;

/** Of a party under one version. Who leaves by it still signs it; who is no party owes nothing. */
export function signatureState(
  { textSha256, parties, openedOn, status }: Version,
  partner: string | undefined,
): SignatureState {
  const party = parties.find(({ partner: one }) => one?.id === partner);
  if (!party || status === 'WITHDRAWN') return { kind: 'not-due' };
  const done = answerOf(party, textSha256);
  if (done) return done;
  if (openedOn === null) return { kind: 'not-open' };
  return { kind: party.approval ? 'approved' : 'awaited', reminder: party.reminder };
}

/** What a party has answered; null of one that has not. */
function answerOf(
  { signature, signedElsewhere, refusal }: VersionParty,
  textSha256: string | null,
): SignatureState | null {
  if (refusal) return { kind: 'refused', day: refusal.refusedOn };
  if (signature && textSha256 !== null && signature.textSha256 !== textSha256)
    return { kind: 'other-text', signed: signature.textSha256, current: textSha256 };
  const given = signature ?? signedElsewhere;
  return given && signed(given);
}

function signed({ signedOn, level, signatory }: Given): SignatureState {
  return { kind: 'signed', day: signedOn, level, by: signatory.name };
}

/** A row of the matrix: a party, or one that has left. */
export type MatrixRow = Readonly<{
  key: string;
  partner: VersionParty['partner'];
  role: VersionParty['role'];
  cents: string | number;
  /** It was a party of an earlier version, and is none of the one in force. */
  isFormer: boolean;
}>;

/** Every party of any version, those of the agreement as it is first. */
export function matrixRows({
  parties,
  versions,
}: Pick<Agreement, 'parties' | 'versions'>): readonly MatrixRow[] {
  const rows = new Map<string, MatrixRow>();
  for (const { id, partner, role, share } of parties)
    rows.set(partner?.id ?? id, {
      ...{ key: partner?.id ?? id, partner, role, cents: share.cents, isFormer: false },
    });
  for (const version of versions) {
    for (const { partner, role, share } of version.parties) {
      const known = partner === null || rows.has(partner.id);
      if (known) continue;
      const isFormer = version.number !== null;
      rows.set(partner.id, { key: partner.id, partner, role, cents: share.cents, isFormer });
    }
  }
  return [...rows.values()];
}

/** A signature that may be asked for now, on the text of one version. */
export type Due = Readonly<{
  /** The party and the version: unique in an agreement. */
  key: string;
  party: string;
  name: string;
  version: Version;
  textSha256: string;
  reminder: Reminder | null;
}>;

const OPEN: readonly Version['status'][] = ['OPEN_FOR_SIGNATURE', 'PARTIALLY_SIGNED'];

/** Who owes a signature on a text that is open for it, and has neither given nor refused it. */
export function signaturesDue({ versions }: Pick<Agreement, 'versions'>): readonly Due[] {
  return versions
    .filter(({ status }) => OPEN.includes(status))
    .flatMap((version) =>
      version.parties.flatMap(({ partner, reminder }): Due[] => {
        const { kind } = signatureState(version, partner?.id);
        const { textSha256 } = version;
        if (kind !== 'awaited' && kind !== 'approved') return [];
        if (!partner || textSha256 === null) return [];
        const { id: party, name } = partner;
        return [{ key: `${version.id} ${party}`, party, name, version, textSha256, reminder }];
      }),
    );
}

/** Whether an awaited move is about the signature on this version; its id names an amendment. */
export function isMoveOf(move: string, { amendment }: Version, versions: readonly Version[]) {
  if (amendment !== null) return move.includes(amendment);
  return !versions.some((one) => one.amendment !== null && move.includes(one.amendment));
}
