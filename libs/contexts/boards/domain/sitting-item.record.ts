import type {
  AgendaItem,
  QuorumCount,
  SittingEvent,
  VoteClosed,
  VoteOpened,
} from './sitting.events.js';
import type { TieBroken } from './tie.events.js';

/** A declared interest, and what became of it. */
type ConflictRecord = Readonly<{
  seat: string;
  person: string;
  declaration: string | null;
  became: 'declared' | 'dismissed' | 'recused' | 'upheld';
}>;

type QuorumRecord = Omit<QuorumCount, 'item'> &
  Readonly<{ reached: boolean; cause: 'absence' | 'recusals' | null }>;

/** A vote that was cast openly or sealed; who voted in secret stands in the closing alone (D-3). */
type CastRecord = Readonly<{
  seat: string;
  person: string;
  /** Null where it was sealed: the closing says what was sealed. */
  choice: string | null;
  recorded: string | null;
  castAt: string;
  cancelled: boolean;
}>;

type ClosingRecord = Readonly<
  Pick<VoteClosed['data'], 'closedAt' | 'outcome' | 'present' | 'recused' | 'tally' | 'trace'> & {
    key: string | null;
    ballots: NonNullable<VoteClosed['data']['ballots']>;
    voters: NonNullable<VoteClosed['data']['voters']>;
    cancelled: NonNullable<VoteClosed['data']['cancelled']>;
    tie?: NonNullable<VoteClosed['data']['tie']>;
  }
>;

type VoteRecord = Readonly<
  Pick<
    VoteOpened['data'],
    'boardRevision' | 'electorate' | 'openedAt' | 'rulebookVersion' | 'textSha256'
  > & {
    question: VoteOpened['data']['question'] | null;
    form: 'hidden' | 'named' | 'secret' | 'secretOnPaper';
    cast: readonly CastRecord[];
    tellers: readonly string[];
    closed: ClosingRecord | null;
    voided: Readonly<{ cause: string; at: string }> | null;
    /** Of a tie that was broken; absent otherwise: records of before stay the bytes they were. */
    broken?: Pick<TieBroken['data'], 'brokenAt' | 'by' | 'outcome' | 'trace'>;
  }
>;

/** One item of the agenda in the record of its sitting. */
export type ItemRecord = AgendaItem &
  Readonly<{
    conflicts: readonly ConflictRecord[];
    /** Each time that it was verified, reached or not. */
    quorum: readonly QuorumRecord[];
    votes: readonly VoteRecord[];
    /** It left the sitting without a decision. */
    deferred: boolean;
  }>;

/** An item as it came on the agenda. */
export function newItem(item: AgendaItem): ItemRecord {
  return { ...item, conflicts: [], quorum: [], votes: [], deferred: false };
}

/** What a fact of the item adds to its record. */
export function itemRecordOf(item: ItemRecord, event: SittingEvent): Partial<ItemRecord> {
  switch (event.type) {
    case 'ConflictOfInterestDeclared': {
      const { seat, person, declaration } = event.data;
      const declared = { seat, person, declaration, became: 'declared' } as const;
      return { conflicts: [...item.conflicts, declared] };
    }
    case 'ConflictUpheld':
      return resolved(item, event.data.seat, { from: 'declared', to: 'upheld' });
    case 'ConflictDismissed':
      return resolved(item, event.data.seat, { from: 'declared', to: 'dismissed' });
    case 'MemberRecused':
      return resolved(item, event.data.seat, { from: 'upheld', to: 'recused' });
    case 'QuorumVerified':
      return { quorum: [...item.quorum, quorumOf(event.data, null)] };
    case 'QuorumNotReached':
      return { quorum: [...item.quorum, quorumOf(event.data, event.data.cause)] };
    case 'AgendaItemDeferred':
      return { deferred: true };
    default:
      return votesOf(item, event);
  }
}

type Became = ConflictRecord['became'];

function resolved(
  { conflicts }: ItemRecord,
  seat: string,
  { from, to }: Readonly<{ from: Became; to: Became }>,
): Partial<ItemRecord> {
  return {
    conflicts: conflicts.map((one) =>
      one.seat === seat && one.became === from ? { ...one, became: to } : one,
    ),
  };
}

function quorumOf(
  { present, recused, counted, whole, needed, rulebookVersion, boardRevision }: QuorumCount,
  cause: QuorumRecord['cause'],
): QuorumRecord {
  const read = { rulebookVersion, boardRevision };
  return { present, recused, counted, whole, needed, ...read, reached: cause === null, cause };
}

/** Facts of a vote are of the one that was opened last. */
function votesOf({ votes }: ItemRecord, event: SittingEvent): Partial<ItemRecord> {
  if (event.type === 'VoteOpened') return { votes: [...votes, opened(event.data)] };
  const last = votes.at(-1);
  if (!last) return {};
  const { deferred, ...change } = voteOf(last, event);
  const now = [...votes.slice(0, -1), { ...last, ...change }];
  return { votes: now, ...(deferred === true && { deferred }) };
}

function opened(data: VoteOpened['data']): VoteRecord {
  const { question = null, ballot: form = 'named', electorate, openedAt } = data;
  const { boardRevision, rulebookVersion, textSha256 } = data;
  const frozen = { textSha256, electorate, boardRevision, rulebookVersion, openedAt };
  return { question, form, ...frozen, cast: [], tellers: [], closed: null, voided: null };
}

function voteOf(
  vote: VoteRecord,
  event: SittingEvent,
): Partial<VoteRecord> & Readonly<{ deferred?: boolean }> {
  switch (event.type) {
    case 'VoteCast': {
      const { seat, person, choice = null, recorded = null, castAt } = event.data;
      const cast = { seat, person, choice, recorded, castAt, cancelled: false };
      return { cast: [...vote.cast, cast] };
    }
    case 'VoteCancelled': {
      const isOut = ({ seat }: CastRecord) => seat === event.data.seat;
      return {
        cast: vote.cast.map((one) => (isOut(one) ? { ...one, cancelled: true } : one)),
      };
    }
    case 'SecretBallotTallied':
      return { tellers: event.data.tellers };
    case 'VoteClosed':
      return { closed: closingOf(event.data), deferred: isDeferral(event.data) };
    case 'TieBroken': {
      const { by, outcome, trace, brokenAt } = event.data;
      return { broken: { by, outcome, trace, brokenAt }, deferred: isDeferral(event.data) };
    }
    case 'VoteVoided':
      return { voided: { cause: event.data.cause, at: event.data.voidedAt } };
    default:
      return {};
  }
}

function isDeferral({ question, outcome }: TieBroken['data'] | VoteClosed['data']): boolean {
  return question?.kind === 'defer' && outcome === 'approved';
}

function closingOf(data: VoteClosed['data']): ClosingRecord {
  const { outcome, tally, trace, present, recused, closedAt } = data;
  const { key = null, ballots = [], voters = [], cancelled = [], tie } = data;
  const counted = { outcome, ...(tie && { tie }), tally, trace, present, recused, closedAt };
  return { ...counted, key, ballots, voters, cancelled };
}
