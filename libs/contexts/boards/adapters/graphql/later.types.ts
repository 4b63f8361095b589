import { connectionOf, enumOf, Instant, LocalDate, Person, Sha256 } from '@tavolo/graphql';
import { SignatureLevelEnum } from '@tavolo/graphql';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Partner } from '../../../partners/adapters/graphql/partner.types.js';
import {
  conditionEffects,
  conditionFailures,
  objectionAnswers,
  objectionFollowUps,
} from '../../contract/index.js';
import { SignedAsEnum } from './decision.types.js';

export const ConditionEffectEnum = enumOf(
  'ConditionEffect',
  conditionEffects,
  'Whether a condition is met before the decision has effect, or after (sospensiva o meno).',
);
export const ConditionFailureEnum = enumOf(
  'ConditionFailure',
  conditionFailures,
  'What an unmet condition does: the decision lapses, is suspended, the body is told.',
);
export const ConditionStatusEnum = enumOf(
  'DecisionConditionStatus',
  ['Proposed', 'Open', 'Submitted', 'Met', 'Waived', 'Failed', 'Noted'],
  'State of a condition (stato della condizione); it binds from the vote on.',
);
export const VerifierKindEnum = enumOf(
  'ConditionVerifierKind',
  ['seat', 'chair', 'secretary', 'person'],
  'Who verifies a condition: who holds a seat or an office, or a person.',
);
export const ObjectionAnswerEnum = enumOf(
  'ObjectionAnswer',
  objectionAnswers,
  'How the body answers an objection (accolta, respinta).',
);
export const ObjectionFollowUpEnum = enumOf(
  'ObjectionFollowUp',
  objectionFollowUps,
  'What follows from an objection that is upheld (riesame, sospensione).',
);
export const LapseCauseEnum = enumOf(
  'LapseCause',
  ['conditionFailed', 'notRatified', 'ratificationRejected'],
  'Why a decision lapsed (causa della decadenza).',
);

@ObjectType({ description: 'Evidence for a condition, and what was found (prova).' })
export class ConditionSubmission {
  @Field(() => Sha256, { description: 'The evidence as a document.' })
  readonly document!: string;

  @Field(() => Person, { description: 'Who submitted it.' })
  readonly submittedBy!: Person;

  @Field(() => Instant, { description: 'When it was recorded.' })
  readonly submittedAt!: string;

  @Field(() => Person, { nullable: true, description: 'Who looked at it, rule X-5.' })
  readonly verifiedBy!: Person | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was found to be enough.' })
  readonly met!: boolean | null;

  @Field(() => Sha256, { nullable: true, description: 'Why it was not, as a document.' })
  readonly reason!: string | null;
}

@ObjectType({ description: 'Who verifies a condition (verificatore).' })
export class ConditionVerifierView {
  @Field(() => VerifierKindEnum, { description: 'A seat, an office or a person.' })
  readonly kind!: string;

  @Field(() => ID, { nullable: true, description: 'The seat, for a seat.' })
  readonly seat!: string | null;

  @Field(() => Person, { nullable: true, description: 'The person, for a person.' })
  readonly person!: Person | null;
}

@ObjectType({ description: 'A condition of a decision, as an item (condizione).' })
export class DecisionCondition {
  @Field(() => ID, { description: 'Its id in the decision, for commands.' })
  readonly condition!: string;

  @Field(() => ID, { description: 'The decision (deliberazione).' })
  readonly decision!: string;

  @Field(() => ID, { description: 'The board (organo).' })
  readonly board!: string;

  @Field(() => String, { description: 'What is asked (testo).' })
  readonly text!: string;

  @Field(() => LocalDate, { description: 'The last day for it (scadenza).' })
  readonly dueOn!: string;

  @Field(() => String, { description: 'What proves it (prova richiesta).' })
  readonly evidence!: string;

  @Field(() => ConditionVerifierView, { description: 'Who verifies it (chi verifica).' })
  readonly verifier!: ConditionVerifierView;

  @Field(() => ConditionEffectEnum, { description: 'Before or after the effect, rule D-6.' })
  readonly effect!: string;

  @Field(() => ConditionFailureEnum, { description: 'What its failure does.' })
  readonly onFailure!: string;

  @Field(() => ConditionStatusEnum, { description: 'State (stato).' })
  readonly status!: string;

  @Field(() => [ConditionSubmission], { description: 'Evidence submitted (prove).' })
  readonly submissions!: readonly ConditionSubmission[];

  @Field(() => ID, { nullable: true, description: 'The decision that let it go.' })
  readonly waivedBy!: string | null;

  @Field(() => ID, { nullable: true, description: 'The decision that took note of its failure.' })
  readonly notedBy!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day on which it was met.' })
  readonly metOn!: string | null;
}

export const DecisionConditionConnection = connectionOf(DecisionCondition);

@ObjectType({ description: 'A clerical error put right beside the text (rettifica), rule X-1.' })
export class Erratum {
  @Field(() => Sha256, { description: 'What was wrong and how it reads, as a document.' })
  readonly document!: string;

  @Field(() => Sha256, { description: 'The text that it corrects; it stays.' })
  readonly corrects!: string;

  @Field(() => Sha256, { description: 'The corrected text.' })
  readonly textSha256!: string;

  @Field(() => Person, { description: 'Who signed it (firmatario).' })
  readonly signatory!: Person;

  @Field(() => SignedAsEnum, { description: 'In which office.' })
  readonly signedAs!: string;

  @Field(() => SignatureLevelEnum, { description: 'Level as reported (livello).' })
  readonly level!: string;

  @Field(() => Instant, { description: 'Signing time as reported.' })
  readonly signedAt!: string;

  @Field(() => Instant, { description: 'When it was recorded.' })
  readonly issuedAt!: string;
}

@ObjectType({ description: 'What the chair decided alone (decisione d’urgenza), rule D-10.' })
export class UrgentAct {
  @Field(() => Person, { description: 'The chair of that day.' })
  readonly decidedBy!: Person;

  @Field(() => Sha256, { description: 'The grounds of urgency, as a document.' })
  readonly urgency!: string;

  @Field(() => Instant, { description: 'When it was decided.' })
  readonly decidedAt!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Last day for its ratification; null: the next sitting convened after it.',
  })
  readonly ratifyBy!: string | null;

  @Field(() => ID, { nullable: true, description: 'The decision that ratified it (ratifica).' })
  readonly ratifiedBy!: string | null;

  @Field(() => Instant, { nullable: true, description: 'When the body voted for it.' })
  readonly ratifiedAt!: string | null;
}

@ObjectType({ description: 'Who carries a decision out, and whether it was (attuazione).' })
export class Implementation {
  @Field(() => Partner, { nullable: true, description: 'The partner (ente).' })
  readonly partner!: unknown;

  @Field(() => String, { nullable: true, description: 'The office (ufficio).' })
  readonly office!: string | null;

  @Field(() => LocalDate, { description: 'By when (scadenza).' })
  readonly dueOn!: string;

  @Field(() => Person, { description: 'Who assigned it.' })
  readonly assignedBy!: Person;

  @Field(() => Sha256, { nullable: true, description: 'What proves that it was carried out.' })
  readonly evidence!: string | null;

  @Field(() => Person, { nullable: true, description: 'Who confirmed it, rule X-5.' })
  readonly confirmedBy!: Person | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day on which it was confirmed.' })
  readonly implementedOn!: string | null;
}

@ObjectType({ description: 'An objection to a decision and its answer (opposizione).' })
export class Objection {
  @Field(() => ID, { description: 'Its id in the decision, for commands.' })
  readonly id!: string;

  @Field(() => Sha256, { description: 'The objection as a document.' })
  readonly document!: string;

  @Field(() => Person, { description: 'Who lodged it.' })
  readonly lodgedBy!: Person;

  @Field(() => Partner, { nullable: true, description: 'On whose behalf (ente).' })
  readonly organisation!: unknown;

  @Field(() => Instant, { description: 'When it was recorded.' })
  readonly lodgedAt!: string;

  @Field(() => ObjectionAnswerEnum, { nullable: true, description: 'The answer (esito).' })
  readonly answer!: string | null;

  @Field(() => ID, { nullable: true, description: 'The decision that answered it.' })
  readonly answeredBy!: string | null;

  @Field(() => ObjectionFollowUpEnum, { nullable: true, description: 'What follows from it.' })
  readonly follows!: string | null;
}
