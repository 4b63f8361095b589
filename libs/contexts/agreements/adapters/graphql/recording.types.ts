import { LocalDate, Person, Sha256, SignatureLevelEnum } from '@tavolo/graphql';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ChecklistTopicEnum, WaivableRuleEnum } from './agreement.enums.js';

@ObjectType({ description: 'A rule that somebody waived, and answers for (deroga).' })
export class Waiver {
  @Field(() => WaivableRuleEnum, { description: 'The rule (regola).' })
  readonly rule!: string;

  @Field(() => Sha256, { description: 'The act by which it was waived (atto).' })
  readonly act!: string;

  @Field(() => Person, { description: 'Who waived it (chi ha derogato).' })
  readonly waivedBy!: Person;

  @Field(() => ID, { description: 'Under which mandate (mandato).' })
  readonly mandate!: string;
}

@ObjectType({
  description:
    'That an agreement was signed elsewhere and recorded afterwards (registrato a posteriori).',
})
export class RecordedAfterwards {
  @Field(() => LocalDate, { description: 'The day on which it was recorded (registrato il).' })
  readonly recordedOn!: string;

  @Field(() => LocalDate, { description: 'From when it has effect, as was recorded (decorrenza).' })
  readonly effectiveOn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The clause by which it had effect before it was complete (A-6).',
  })
  readonly earlierEffectBy!: string | null;

  @Field(() => [ChecklistTopicEnum], {
    description: 'What of the mandatory content the text holds, as was recorded (A-9).',
  })
  readonly covers!: readonly string[];

  @Field(() => [Waiver], { description: 'What was waived for it, by whom (deroghe).' })
  readonly waivers!: readonly Waiver[];
}

@ObjectType({
  description: 'A signature that was given elsewhere, as it was reported (firma altrove).',
})
export class SignatureElsewhere {
  @Field(() => Person, { description: 'Who signed (firmatario).' })
  readonly signatory!: Person;

  @Field(() => ID, {
    nullable: true,
    description: 'The mandate that covered the act; null where that was waived (mandato).',
  })
  readonly mandate!: string | null;

  @Field(() => SignatureLevelEnum, { description: 'Level as reported (livello).' })
  readonly level!: string;

  @Field(() => LocalDate, { description: 'The day on which it was signed (data della firma).' })
  readonly signedOn!: string;

  @Field(() => Sha256, { nullable: true, description: 'The signed file: P7M or PAdES.' })
  readonly container!: string | null;

  @Field(() => Sha256, { nullable: true, description: 'Its verification report, as uploaded.' })
  readonly report!: string | null;
}
