/** Facts and grounds that the specifications of a sitting share; no part of the product. */
import { rulebookPresets } from '../contract/index.js';
import type { BoardId, DecisionId, Rulebook, SittingId } from '../contract/index.js';
import type { Instant, LocalDate, PersonRef, Sha256 } from '@tavolo/kernel';
import type { PlanId } from '@tavolo/plans';
import { outcomeOf } from './outcome.js';
import type { VoteChoice } from './outcome.js';
import type { Member, Roll } from './roll.js';
import type { DecisionOnTable, ItemAsked } from './sitting.commands.js';
import type {
  AgendaItem,
  MeetingClosed,
  MeetingConvened,
  MeetingDeserted,
  MeetingOpened,
  MemberArrived,
  MemberLeft,
  MinutesApproved,
  MinutesDrafted,
  QuorumVerified,
  SittingEvent,
  VoteCast,
  VoteClosed,
  VoteOpened,
} from './sitting.events.js';

export const board = 'board-1' as BoardId;
export const sittingId = 'sitting-1' as SittingId;
export const decision = 'decision-1' as DecisionId;
export const plan = 'plan-1' as PlanId;
export const item = 'i1';
export const text = 'a'.repeat(64) as Sha256;
export const otherText = 'b'.repeat(64) as Sha256;
/** The hash of the record of the sitting. */
export const record = 'e'.repeat(64) as Sha256;
export const minutes = 'c'.repeat(64) as Sha256;
export const start = '2030-01-10T09:00:00.000Z' as Instant;

/** Seat `s3` is held by `person-3`. */
export function personOf(seat: string): PersonRef {
  return seat.replace('s', 'person-') as PersonRef;
}

/** A seat and its holder. */
export function memberOf(seat: string): Member {
  return { seat, person: personOf(seat), organisation: null, category: 'comuni' };
}

/** Five seats, four held, the fifth vacant; three make the quorum. */
export const roll: Roll = {
  board,
  revision: 12,
  seats: 5,
  members: ['s1', 's2', 's3', 's4'].map((seat) => memberOf(seat)),
  chair: { seat: 's1', person: personOf('s1') },
  secretary: personOf('s9'),
  rulebook: rulebookPresets.italianCollegialBody,
  rulebookVersion: 1,
  termUntil: '2032-12-31' as LocalDate,
};

/** A decision that can go on an agenda. */
export const ready: DecisionOnTable = {
  board,
  status: 'ReadyForAgenda',
  title: 'Adozione del piano',
  textSha256: text,
  subject: { kind: 'other' },
  sitting: null,
};

/** The same decision, on the agenda of this sitting. */
export const scheduled: DecisionOnTable = { ...ready, status: 'OnAgenda', sitting: sittingId };

export const asked: ItemAsked = { decision, textSha256: text, papers: [] };

export const onAgenda: AgendaItem = { ...asked, item, title: ready.title };

export const convened: MeetingConvened = {
  type: 'MeetingConvened',
  data: {
    board,
    boardRevision: 12,
    at: start,
    startsOn: '2030-01-10' as LocalDate,
    place: 'Sala 1',
    convenedAt: '2030-01-05T09:00:00.000Z' as Instant,
    call: 'first',
    notified: ['s1', 's2', 's3', 's4'],
    items: [onAgenda],
  },
};

export const opened: MeetingOpened = {
  type: 'MeetingOpened',
  data: {
    boardRevision: 12,
    chair: { seat: 's1', person: personOf('s1') },
    secretary: personOf('s9'),
    openedAt: start,
  },
};

/** The holder of a seat is there. */
export function arrived(seat: string): MemberArrived {
  return { type: 'MemberArrived', data: { seat, person: personOf(seat), arrivedAt: start } };
}

/** The holder of a seat is gone. */
export function left(seat: string): MemberLeft {
  return { type: 'MemberLeft', data: { seat, person: personOf(seat), leftAt: start } };
}

/** Enough of these are there for the item. */
export function verified(...present: string[]): QuorumVerified {
  const counts = { counted: present.length, whole: 5, needed: 3 };
  const data = { item, present, recused: [], ...counts, rulebookVersion: 1, boardRevision: 12 };
  return { type: 'QuorumVerified', data };
}

/** The vote on the item opened; `recused` were out of it before. */
export function voteOpened(recused: readonly string[] = [], rulebook?: Rulebook): VoteOpened {
  const { members, seats } = roll;
  return {
    type: 'VoteOpened',
    data: {
      item,
      decision,
      textSha256: text,
      subject: { kind: 'other' },
      electorate: { seats, members, chair: 's1', recused },
      board,
      boardRevision: 12,
      rulebook: rulebook ?? roll.rulebook,
      rulebookVersion: 1,
      route: { kind: 'sitting', version: 1 },
      openedAt: start,
      termUntil: roll.termUntil,
    },
  };
}

/** The rules of this body, which votes in every form. */
export const everyForm: Rulebook = {
  ...roll.rulebook,
  ballots: ['named', 'hidden', 'secret', 'secretOnPaper'],
};

/** With these seats there, a vote open in a form that is not named. */
export function votingIn(
  ballot: 'hidden' | 'secret' | 'secretOnPaper',
  ...present: string[]
): SittingEvent[] {
  const { type, data } = voteOpened([], everyForm);
  return [...inSession(...present), { type, data: { ...data, ballot } }];
}

/** A seat voted in a hidden vote. */
export function voteSealed(seat: string): VoteCast {
  const of = { item, seat, person: personOf(seat), sealed: `sealed ${seat}`, textSha256: text };
  return { type: 'VoteCast', data: { ...of, castAt: start } };
}

/** What the box of a vote gives out for these. */
export function boxOf(votes: Readonly<Record<string, VoteChoice>>) {
  const ballots = Object.entries(votes).map(([seat, choice]) => {
    return { seat, person: personOf(seat), choice };
  });
  return { box: { key: 'the key', ballots } };
}

/** A seat voted. */
export function voteCast(seat: string, choice: VoteChoice): VoteCast {
  const of = { item, seat, person: personOf(seat), choice, textSha256: text };
  return { type: 'VoteCast', data: { ...of, castAt: start } };
}

/** A sitting in session with these seats there, and the quorum of the item verified. */
export function inSession(...present: string[]): readonly SittingEvent[] {
  const there = present.length > 0 ? present : ['s1', 's2', 's3', 's4'];
  return [convened, opened, ...there.map((seat) => arrived(seat)), verified(...there)];
}

/** The same, with the vote open. */
export function voting(...present: string[]): SittingEvent[] {
  return [...inSession(...present), voteOpened()];
}

export const deserted: MeetingDeserted = {
  type: 'MeetingDeserted',
  data: { board, desertedAt: start, deferred: [{ item, decision }] },
};

export const closed: MeetingClosed = {
  type: 'MeetingClosed',
  data: { board, closedAt: start, deferred: [{ item, decision }] },
};

export const drafted: MinutesDrafted = {
  type: 'MinutesDrafted',
  data: { minutes, draftedBy: personOf('s9'), record },
};

export const approved: MinutesApproved = {
  type: 'MinutesApproved',
  data: { minutes, approvedBy: personOf('s1') },
};

export const notReached = (
  present: readonly string[],
  cause: 'absence' | 'recusals',
  recused: readonly string[] = [],
): SittingEvent => {
  const counted = present.filter((seat) => !recused.includes(seat)).length;
  const read = { whole: 5, needed: 3, rulebookVersion: 1, boardRevision: 12 };
  return {
    type: 'QuorumNotReached',
    data: { item: item, present, recused, counted, ...read, cause },
  };
};
export const there = (...seats: string[]) => [
  convened,
  opened,
  ...seats.map((seat) => arrived(seat)),
];
export const conflict = (seat: string): SittingEvent => ({
  type: 'ConflictOfInterestDeclared',
  data: { item: item, seat, person: personOf(seat), declaration: null },
});
export const upheld = (seat: string): SittingEvent => ({
  type: 'ConflictUpheld',
  data: { item: item, seat },
});
export const dismissed = (seat: string): SittingEvent => ({
  type: 'ConflictDismissed',
  data: { item: item, seat },
});
export const recused = (seat: string): SittingEvent => ({
  type: 'MemberRecused',
  data: { item: item, seat, person: personOf(seat) },
});
export const recusal = (seat: string) => [conflict(seat), upheld(seat), recused(seat)];

/** The fact of a closing, with what the pure function makes of these votes. */
export function closedWith(votes: {
  present: string[];
  ballots?: { seat: string; choice: 'for' | 'against' | 'abstain' }[];
  recused?: string[];
}): VoteClosed {
  const { present, ballots = [], recused: out = [] } = votes;
  const entitled = roll.members.map(({ seat }) => seat);
  const count = { seats: 5, entitled, chair: 's1', recused: out, present, ballots };
  const { outcome, trace } = outcomeOf(count, roll.rulebook);
  const of = (choice: string) => ballots.filter((ballot) => ballot.choice === choice).length;
  return {
    type: 'VoteClosed',
    data: {
      item: item,
      decision: decision,
      textSha256: text,
      outcome,
      tally: {
        for: of('for'),
        against: of('against'),
        abstain: of('abstain'),
        recused: out.length,
      },
      trace,
      present,
      recused: out,
      closedAt: start,
    },
  };
}
