import { Instant, LocalDate } from '@tavolo/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Rulebook } from './rulebook.types.js';
import { VoteOutcomeEnum } from './sitting.enums.js';
import { AgendaItem, Attendance, Sitting } from './sitting.types.js';
import { VoteContext } from './vote-context.types.js';
import { TraceStep, VoteQuestion } from './vote.types.js';

@ObjectType({ description: 'The notice that members had (convocazione), rule GB-1.' })
export class Notice {
  @Field(() => Instant, { description: 'When it was recorded.' })
  readonly convenedAt!: string;

  @Field(() => LocalDate, { description: 'The day of the sitting.' })
  readonly startsOn!: string;

  @Field(() => [ID], { description: 'Seats that it went to.' })
  readonly notified!: readonly string[];

  @Field(() => Int, { nullable: true, description: 'Days that the rulebook of the vote asks for.' })
  readonly noticeDays!: number | null;
}

@ObjectType({
  implements: () => [VoteContext],
  description:
    'What a decision was taken on in a sitting (contesto): the papers served for it and in which version, who could vote, by which rules, who was there, who was out.',
})
export class DecisionContext extends VoteContext {
  @Field(() => Sitting, { description: 'The sitting.' })
  readonly sitting!: unknown;

  @Field(() => AgendaItem, {
    description: 'The item: text and papers by hash, conflicts, quorum, vote.',
  })
  readonly item!: unknown;

  @Field(() => Notice, { description: 'The notice.' })
  readonly notice!: Notice;

  @Field(() => [Attendance], { description: 'Who was in the sitting and when (presenze).' })
  readonly attendance!: readonly Attendance[];

  @Field(() => [ID], { description: 'Seats present when it was closed, or last verified.' })
  readonly present!: readonly string[];
}

@ObjectType({ description: 'A vote counted again from the log (ricalcolo).' })
export class Recomputation {
  @Field(() => Boolean, {
    description: 'Outcome and every number are those that were recorded (uguale).',
  })
  readonly equal!: boolean;

  @Field(() => VoteOutcomeEnum, { description: 'The outcome that was recorded.' })
  readonly recorded!: string;

  @Field(() => VoteOutcomeEnum, { description: 'The outcome as computed now.' })
  readonly computed!: string;

  @Field(() => [TraceStep], { description: 'How it is computed now, step by step.' })
  readonly trace!: readonly TraceStep[];

  @Field(() => [TraceStep], { description: 'How it was recorded, step by step.' })
  readonly recordedTrace!: readonly TraceStep[];

  @Field(() => Rulebook, { description: 'The rules it was computed by now.' })
  readonly rulebook!: Rulebook;
}

@ObjectType({ description: 'A vote on a question beside a decision, counted again (ricalcolo).' })
export class QuestionRecomputation extends Recomputation {
  @Field(() => VoteQuestion, { description: 'What was asked (questione procedurale).' })
  readonly question!: VoteQuestion;
}
