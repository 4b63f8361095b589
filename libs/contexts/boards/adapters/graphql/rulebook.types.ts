import { LoginRule } from './login-rule.types.js';
import { enumOf } from '@tavolo/graphql';
import { BallotFormEnum } from './sitting.enums.js';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import {
  agendaAdditionRules,
  majorityBases,
  rulebookPresets,
  tieRules,
  unanimities,
} from '../../contract/index.js';
import { SilenceRule, WrittenRule } from './procedure-rule.types.js';
import { CategoryRepresentation, QuorumRule } from './quorum.types.js';

export const MajorityBaseEnum = enumOf(
  'MajorityBase',
  majorityBases,
  'What the votes in favour are compared with (base della maggioranza).',
);
export const TieRuleEnum = enumOf(
  'TieRule',
  tieRules,
  'What becomes of equal votes (parità): it falls; the vote of who presides prevails; it is postponed; by lot (sorteggio); by a second vote of who presides (secondo voto).',
);
export const RulebookPresetEnum = enumOf(
  'RulebookPreset',
  Object.keys(rulebookPresets),
  'A rulebook to start from (regolamento tipo).',
);

export const UnanimityEnum = enumOf(
  'Unanimity',
  unanimities,
  'What unanimity means (unanimità): nobody against, or all of the base in favour.',
);
export const TieUnpresidedEnum = enumOf(
  'TieUnpresided',
  ['falls', 'postponed'],
  'What becomes of a tie that chair and vice chair are both absent from, where one of them would decide.',
);
export const VoteClosingEnum = enumOf(
  'VoteClosing',
  ['settled'],
  'When a vote may close: once all present have voted or nothing can change it.',
);
export const AgendaAdditionEnum = enumOf(
  'AgendaAddition',
  agendaAdditionRules,
  'When an item may be added to an agenda already sent (punti aggiunti), rule GB-1.',
);

export const NoticeFromEnum = enumOf(
  'NoticeFrom',
  ['service'],
  'From when notice of a sitting runs (decorrenza del preavviso).',
);

@ObjectType({ description: 'How many votes in favour adopt (maggioranza), rule D-2.' })
export class MajorityRule {
  @Field(() => MajorityBaseEnum, { description: 'What they are compared with.' })
  readonly base!: string;

  @Field(() => Int, { description: 'Numerator of the share.' })
  readonly num!: number;

  @Field(() => Int, { description: 'Denominator of the share.' })
  readonly den!: number;

  @Field(() => Boolean, { description: 'More than the share, not just as much.' })
  readonly strict!: boolean;

  @Field(() => UnanimityEnum, { nullable: true, description: 'Unanimity instead of the share.' })
  readonly unanimity?: string;

  @Field(() => Int, { nullable: true, description: 'Votes in favour needed beside the share.' })
  readonly atLeast?: number;
}

@ObjectType({ description: 'A share of a whole, compared exactly (frazione).' })
export class Share {
  @Field(() => Int, { description: 'Numerator.' })
  readonly num!: number;

  @Field(() => Int, { description: 'Denominator.' })
  readonly den!: number;

  @Field(() => Boolean, { description: 'More than the share, not just as much.' })
  readonly strict!: boolean;
}

@ObjectType({ description: 'What the vote of a seat of a category counts (peso).' })
export class CategoryWeight {
  @Field(() => String, { description: 'Category (categoria).' })
  readonly category!: string;

  @Field(() => Int, { description: 'Weight (peso).' })
  readonly weight!: number;
}

@ObjectType({ description: 'When the body ratifies what its chair decided alone (ratifica).' })
export class UrgencyRule {
  @Field(() => Int, {
    nullable: true,
    description: 'Within so many days; null: at the next sitting convened after the act.',
  })
  readonly ratifyWithinDays?: number;
}

@ObjectType({ description: 'How far a member may be represented by another (deleghe), rule GB-5.' })
export class DelegationRule {
  @Field(() => Int, { description: 'Delegations that one member may hold.' })
  readonly max!: number;

  @Field(() => Int, { description: 'Whole days before the sitting to give it in writing.' })
  readonly noticeDays!: number;
}

@ObjectType({ description: 'How a body decides (regolamento): data that the body itself adopts.' })
export class Rulebook {
  @Field(() => QuorumRule, { description: 'Structural quorum (numero legale).' })
  readonly quorum!: QuorumRule;

  @Field(() => MajorityRule, { description: 'Majority (maggioranza).' })
  readonly majority!: MajorityRule;

  @Field(() => MajorityRule, {
    nullable: true,
    description: 'Majority for immediate enforceability; null: of all seats, rule D-6.',
  })
  readonly enforceability?: MajorityRule;

  @Field(() => TieRuleEnum, { description: 'Equal votes (parità).' })
  readonly tie!: string;

  @Field(() => Boolean, { description: 'Recused seats leave the base of the majority too.' })
  readonly recusedLeaveBase!: boolean;

  @Field(() => Int, { description: 'Days of notice before a sitting (preavviso), rule GB-1.' })
  readonly noticeDays!: number;

  @Field(() => [CategoryRepresentation], {
    description: 'Categories to be represented, rule GB-7.',
  })
  readonly representation!: readonly CategoryRepresentation[];

  @Field(() => [CategoryWeight], {
    nullable: true,
    description: 'Weights of all categories; null where one seat is one vote (pesi).',
  })
  readonly weights?: readonly CategoryWeight[];

  @Field(() => Share, { nullable: true, description: 'Double majority: share of the weights.' })
  readonly weightedMajority?: Share;

  @Field(() => TieUnpresidedEnum, { nullable: true, description: 'A tie without chair and vice.' })
  readonly tieUnpresided?: string;

  @Field(() => VoteClosingEnum, { nullable: true, description: 'When a vote may close.' })
  readonly closing?: string;

  @Field(() => QuorumRule, { nullable: true, description: 'Quorum in second call.' })
  readonly secondCall?: QuorumRule;

  @Field(() => Boolean, { nullable: true, description: 'Members may attend by video.' })
  readonly video?: boolean;

  @Field(() => AgendaAdditionEnum, { nullable: true, description: 'When items may be added.' })
  readonly agendaAdditions?: string;

  @Field(() => DelegationRule, { nullable: true, description: 'Delegations (deleghe).' })
  readonly delegation?: DelegationRule;

  @Field(() => Int, { nullable: true, description: 'Days of prorogation (proroga), rule GB-6.' })
  readonly prorogationDays?: number;

  @Field(() => WrittenRule, { nullable: true, description: 'In writing (procedura scritta).' })
  readonly written?: WrittenRule;

  @Field(() => SilenceRule, { nullable: true, description: 'By silence (silenzio-assenso).' })
  readonly silence?: SilenceRule;

  @Field(() => UrgencyRule, {
    nullable: true,
    description: 'The chair may decide alone (urgenza), rule D-10.',
  })
  readonly urgency?: UrgencyRule;

  @Field(() => LoginRule, {
    nullable: true,
    description: 'How who votes, signs or approves must have signed in (accesso), rule X-3.',
  })
  readonly login?: LoginRule;

  @Field(() => Int, { nullable: true, description: 'Days for objections (opposizioni).' })
  readonly objectionDays?: number;

  @Field(() => NoticeFromEnum, { nullable: true, description: 'From when notice runs, rule GB-1.' })
  readonly noticeFrom?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'No quorum while a seat that is away was not served (notifica).',
  })
  readonly serviceRequired?: boolean;

  @Field(() => [BallotFormEnum], {
    nullable: true,
    description: 'Forms in which the body votes; null where named only (forme di votazione).',
  })
  readonly ballots?: readonly string[];
}

@ObjectType({ description: 'What is unsafe in a rulebook (avvertenza).' })
export class RulebookWarning {
  @Field(() => String, { description: 'The number of the rule that it touches.' })
  readonly rule!: string;

  @Field(() => String, { description: 'Its code, the same in every language.' })
  readonly code!: string;

  @Field(() => String, { description: 'The same as a sentence.' })
  readonly message!: string;
}

@ObjectType({ description: 'What a rulebook would do to a body, before it is adopted (prova).' })
export class RulebookDryRun {
  @Field(() => Rulebook, { description: 'The rulebook that was tried.' })
  readonly rulebook!: Rulebook;

  @Field(() => RulebookWarning, {
    nullable: true,
    description: 'Why it could not be adopted at all; null where it could.',
  })
  readonly refusal!: RulebookWarning | null;

  @Field(() => [RulebookWarning], { description: 'What is lawful and may surprise.' })
  readonly warnings!: readonly RulebookWarning[];

  @Field(() => Int, { nullable: true, description: 'Members present that make it valid.' })
  readonly leastPresent!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Votes in favour that then adopt, the others abstaining; null where none do.',
  })
  readonly leastFor!: number | null;
}
