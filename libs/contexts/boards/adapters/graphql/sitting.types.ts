import { connectionOf, Instant, LocalDate, Node, Person, resultOf, Sha256 } from '@tavolo/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  ConflictStatusEnum,
  ItemStatusEnum,
  QuorumCauseEnum,
  SatAsEnum,
  ServiceChannelEnum,
  SittingCallEnum,
  SittingStatusEnum,
} from './sitting.enums.js';
import { Vote } from './vote.types.js';

@ObjectType({ description: 'A document served with the notice (documento), by its hash.' })
export class Paper {
  @Field(() => Sha256, { description: 'SHA-256 of its bytes.' })
  readonly sha256!: string;

  @Field(() => String, { description: 'Title (titolo).' })
  readonly title!: string;
}

@ObjectType({ description: 'A member present from a time to a time (presenza).' })
export class Attendance {
  @Field(() => ID, { description: 'The seat.' })
  readonly seat!: string;

  @Field(() => Person, { description: 'Who.' })
  readonly person!: Person;

  @Field(() => SatAsEnum, { description: 'As holder, alternate or delegate.' })
  readonly as!: string;

  @Field(() => Boolean, { description: 'By video (videoconferenza).' })
  readonly video!: boolean;

  @Field(() => Instant, { description: 'From.' })
  readonly arrivedAt!: string;

  @Field(() => Instant, { nullable: true, description: 'Until; null while present.' })
  readonly leftAt!: string | null;
}

@ObjectType({
  description: 'A seat given to the holder of another for a sitting (delega), rule GB-5.',
})
export class AttendanceDelegation {
  @Field(() => ID, { description: 'The seat that is represented.' })
  readonly seat!: string;

  @Field(() => ID, { description: 'The seat of who represents it.' })
  readonly to!: string;

  @Field(() => Sha256, { description: 'The delegation in writing.' })
  readonly notice!: string;

  @Field(() => Boolean, { description: 'Taken back (revocata).' })
  readonly revoked!: boolean;
}

@ObjectType({ description: 'A declared conflict of interest (conflitto di interessi).' })
export class Conflict {
  @Field(() => ID, { description: 'The seat.' })
  readonly seat!: string;

  @Field(() => Person, { description: 'Who declared it.' })
  readonly person!: Person;

  @Field(() => ConflictStatusEnum, { description: 'What became of it.' })
  readonly status!: string;

  @Field(() => Sha256, { nullable: true, description: 'The declaration (dichiarazione).' })
  readonly declaration!: string | null;
}

@ObjectType({ description: 'The structural quorum of an item as verified (numero legale).' })
export class QuorumCheck {
  @Field(() => Boolean, { description: 'Whether it was there.' })
  readonly reached!: boolean;

  @Field(() => Int, { description: 'Present and not recused.' })
  readonly counted!: number;

  @Field(() => Int, { description: 'What a share is taken of.' })
  readonly whole!: number;

  @Field(() => Int, { description: 'How many are needed.' })
  readonly needed!: number;

  @Field(() => [ID], { description: 'Seats present.' })
  readonly present!: readonly string[];

  @Field(() => [ID], { description: 'Seats recused.' })
  readonly recused!: readonly string[];

  @Field(() => QuorumCauseEnum, { nullable: true, description: 'Why it was not there.' })
  readonly cause!: string | null;
}

@ObjectType({ description: 'An item of the agenda (punto all’ordine del giorno).' })
export class AgendaItem {
  @Field(() => ID, { description: 'Its id in the sitting, for commands.' })
  readonly item!: string;

  @Field(() => String, { description: 'Title (oggetto).' })
  readonly title!: string;

  @Field(() => Sha256, { description: 'The text to be decided on.' })
  readonly textSha256!: string;

  @Field(() => [Paper], { description: 'Documents served with the notice (documenti).' })
  readonly papers!: readonly Paper[];

  @Field(() => ItemStatusEnum, { description: 'Where it is (stato).' })
  readonly status!: string;

  @Field(() => [Conflict], { description: 'Conflicts declared for it (conflitti).' })
  readonly conflicts!: readonly Conflict[];

  @Field(() => QuorumCheck, { nullable: true, description: 'Its quorum as last verified.' })
  readonly quorum!: QuorumCheck | null;

  @Field(() => Vote, { nullable: true, description: 'The vote on it (votazione).' })
  readonly vote!: Vote | null;

  @Field(() => [Vote], {
    description: 'Votes on questions beside it, in their order (questioni procedurali).',
  })
  readonly questions!: readonly Vote[];
}

@ObjectType({ description: 'How the notice reached a seat (notifica), rule GB-1.' })
export class NoticeService {
  @Field(() => ID, { description: 'The seat.' })
  readonly seat!: string;

  @Field(() => ServiceChannelEnum, { description: 'How (mezzo).' })
  readonly channel!: string;

  @Field(() => Instant, { description: 'When it reached it.' })
  readonly servedAt!: string;

  @Field(() => Sha256, { description: 'What proves it (prova).' })
  readonly proof!: string;

  @Field(() => Person, { description: 'Who recorded it.' })
  readonly recordedBy!: Person;
}

@ObjectType({
  description:
    'The canonical record of a sitting (registrazione): attendance with its hours, the quorum of each item, conflicts declared, votes and outcomes, as JSON made of the facts alone.',
})
export class SittingRecord {
  @Field(() => String, { description: 'The record: canonical JSON (RFC 8785), byte for byte.' })
  readonly json!: string;

  @Field(() => Sha256, { description: 'The SHA-256 of those bytes in UTF-8 (impronta).' })
  readonly sha256!: string;
}

@ObjectType({
  description: 'Approved minutes put right by another document (rettifica), rule GB-9.',
})
export class MinutesRectification {
  @Field(() => Sha256, { description: 'The document that puts them right.' })
  readonly minutes!: string;

  @Field(() => Sha256, { description: 'The document that is put right; it stays.' })
  readonly rectifies!: string;

  @Field(() => Person, { description: 'Who did.' })
  readonly by!: Person;
}

@ObjectType({
  implements: () => [Node],
  description: 'A sitting of a board (seduta): presence, quorum, conflicts and every vote of it.',
})
export class Sitting extends Node {
  @Field(() => Int, { description: 'Revision of its last fact.' })
  readonly revision!: number;

  @Field(() => SittingStatusEnum, { description: 'State (stato).' })
  readonly status!: string;

  @Field(() => Instant, { description: 'When it is convened for.' })
  readonly at!: string;

  @Field(() => LocalDate, { description: 'The day of it where the body sits.' })
  readonly startsOn!: string;

  @Field(() => String, { description: 'Place (luogo).' })
  readonly place!: string;

  @Field(() => SittingCallEnum, { description: 'First or second call (convocazione).' })
  readonly call!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The deserted sitting it is the second call of.',
  })
  readonly secondOf!: string | null;

  @Field(() => Instant, { description: 'When the notice was recorded (convocazione).' })
  readonly convenedAt!: string;

  @Field(() => [ID], { description: 'Seats that the notice went to.' })
  readonly notified!: readonly string[];

  @Field(() => [NoticeService], { description: 'Who was served, when and how (notifiche).' })
  readonly services!: readonly NoticeService[];

  @Field(() => [AttendanceDelegation], { description: 'Delegations given (deleghe).' })
  readonly delegations!: readonly AttendanceDelegation[];

  @Field(() => Instant, { nullable: true, description: 'When it opened (apertura).' })
  readonly openedAt!: string | null;

  @Field(() => Instant, { nullable: true, description: 'When it ended, closed or deserted.' })
  readonly endedAt!: string | null;

  @Field(() => Sha256, {
    nullable: true,
    description: 'Hash of the record of the sitting that the minutes were drafted on, rule GB-9.',
  })
  readonly minutesRecord!: string | null;

  @Field(() => Sha256, { nullable: true, description: 'The minutes as approved (verbale).' })
  readonly minutes!: string | null;

  @Field(() => [MinutesRectification], { description: 'What put them right (rettifiche).' })
  readonly rectifications!: readonly MinutesRectification[];
}

export const SittingConnection = connectionOf(Sitting);
export const SittingResult = resultOf(Sitting, 'sitting');
