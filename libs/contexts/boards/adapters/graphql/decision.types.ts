import { connectionOf, enumOf, Instant, LocalDate, Node, Person } from '@tavolo/graphql';
import { resultOf, Sha256 } from '@tavolo/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { SignatureLevelEnum, SourceEnum } from '@tavolo/graphql';
import { decisionEnds, decisionStatuses } from '../../contract/index.js';
import { deferralCauses } from '../../domain/decision.events.js';
import { opinionKinds } from '../../domain/decision.commands.js';
import { FundedExtension } from './extend-plan.types.js';
import { Rulebook } from './rulebook.types.js';
import { VoteOutcomeEnum } from './sitting.enums.js';
import { TraceStep, VoteTally } from './vote.types.js';

export const DecisionStatusEnum = enumOf(
  'DecisionStatus',
  decisionStatuses,
  'State of a decision (stato della deliberazione), in the order of its lifecycle.',
);
export const DecisionSubjectEnum = enumOf(
  'DecisionSubjectKind',
  [
    ...['adoptPlan', 'amendRules', 'endDecision', 'reconsider', 'ratify'],
    ...['waiveCondition', 'noteFailure', 'answerObjection', 'adoptRoute', 'moveRoute', 'other'],
    'extendPlan',
  ],
  'What a decision is about (oggetto).',
);
export const DecisionEndEnum = enumOf(
  'DecisionEnd',
  decisionEnds,
  'How a decision ends another (sospensione, revoca, annullamento, sostituzione).',
);
export const OpinionKindEnum = enumOf('OpinionKind', opinionKinds, 'Kind of an opinion (parere).');
export const OpinionValueEnum = enumOf(
  'OpinionValue',
  ['positive', 'negative'],
  'What an opinion says (esito del parere).',
);
export const SignedAsEnum = enumOf(
  'SignedAs',
  ['chair', 'secretary'],
  'The office in which a decision was signed (qualità del firmatario).',
);
export const DeferralCauseEnum = enumOf(
  'DeferralCause',
  deferralCauses,
  'Why a sitting or a procedure ended without deciding on it (causa del rinvio).',
);

@ObjectType({ description: 'An opinion given on a proposal (parere), rule D-4.' })
export class Opinion {
  @Field(() => OpinionKindEnum, { description: 'On substance, or on the money.' })
  readonly kind!: string;

  @Field(() => OpinionValueEnum, { description: 'What it says.' })
  readonly opinion!: string;

  @Field(() => Sha256, { description: 'The opinion as a document.' })
  readonly document!: string;

  @Field(() => Person, { description: 'Who gave it.' })
  readonly givenBy!: Person;
}

@ObjectType({ description: 'A sitting or a procedure ended without deciding on it (rinvio).' })
export class Deferral {
  @Field(() => ID, { description: 'The sitting, or the procedure.' })
  readonly sitting!: string;

  @Field(() => DeferralCauseEnum, { description: 'Why.' })
  readonly cause!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'By a vote of the body: not before this day; null: to the next sitting.',
  })
  readonly until!: string | null;

  @Field(() => Sha256, { nullable: true, description: 'By a vote of the body: why.' })
  readonly reason!: string | null;
}

@ObjectType({ description: 'The vote that a decision came out of (votazione).' })
export class DecisionVote {
  @Field(() => VoteOutcomeEnum, { description: 'The outcome (esito).' })
  readonly outcome!: string;

  @Field(() => VoteTally, { description: 'How the votes were spread.' })
  readonly tally!: VoteTally;

  @Field(() => [TraceStep], { description: 'How it came about, step by step.' })
  readonly trace!: readonly TraceStep[];

  @Field(() => Instant, { description: 'When the vote closed.' })
  readonly closedAt!: string;
}

@ObjectType({ description: 'A signature of a decision, as reported, not verified (firma).' })
export class DecisionSignature {
  @Field(() => Person, { description: 'Who signed (firmatario).' })
  readonly signatory!: Person;

  @Field(() => SignedAsEnum, { description: 'In which office.' })
  readonly signedAs!: string;

  @Field(() => SignatureLevelEnum, { description: 'Level as reported (livello).' })
  readonly level!: string;

  @Field(() => Instant, { description: 'Signing time as reported.' })
  readonly signedAt!: string;

  @Field(() => Sha256, { nullable: true, description: 'The signed file.' })
  readonly container!: string | null;

  @Field(() => Sha256, { nullable: true, description: 'The report of its verification.' })
  readonly report!: string | null;
}

@ObjectType({ description: 'A publication (pubblicazione), rule D-6.' })
export class Publication {
  @Field(() => String, { description: 'Where (albo).' })
  readonly where!: string;

  @Field(() => LocalDate, { description: 'On which day.' })
  readonly publishedOn!: string;

  @Field(() => LocalDate, { description: 'From which day it has effect (decorrenza).' })
  readonly effectiveFrom!: string;

  @Field(() => Sha256, { nullable: true, description: 'Proof of it.' })
  readonly document!: string | null;
}

@ObjectType({
  implements: () => [Node],
  description: 'A decision of a board (deliberazione), from its proposal to its effect.',
})
export class Decision extends Node {
  @Field(() => Int, { description: 'Revision of its last fact.' })
  readonly revision!: number;

  @Field(() => DecisionStatusEnum, { description: 'State (stato).' })
  readonly status!: string;

  @Field(() => String, { description: 'Title (oggetto).' })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn!: string | null;

  @Field(() => Boolean, { description: 'Read by the body and by who audits it (riservata).' })
  readonly confidential!: boolean;

  @Field(() => DecisionSubjectEnum, { description: 'What it is about.' })
  readonly subjectKind!: string;

  @Field(() => Int, { nullable: true, description: 'The version of the plan that it adopts.' })
  readonly planVersion!: number | null;

  @Field(() => Sha256, { nullable: true, description: 'The hash of that version.' })
  readonly planSha256!: string | null;

  @Field(() => Rulebook, { nullable: true, description: 'The rulebook that it adopts.' })
  readonly rulebook!: Rulebook | null;

  @Field(() => FundedExtension, {
    nullable: true,
    description: 'The costed extension of a plan that it funds (proroga onerosa).',
  })
  readonly extension!: FundedExtension | null;

  @Field(() => Sha256, { description: 'The text voted on and signed (testo).' })
  readonly textSha256!: string;

  @Field(() => [Sha256], { description: 'Texts that it had before (testi precedenti).' })
  readonly earlierTexts!: readonly string[];

  @Field(() => Sha256, { description: 'The reasons (motivazione), rule D-7.' })
  readonly motivation!: string;

  @Field(() => [String], { description: 'Legal basis (base giuridica).' })
  readonly legalBasis!: readonly string[];

  @Field(() => String, { nullable: true, description: 'Where the money stands in the budget.' })
  readonly budgetRef!: string | null;

  @Field(() => Instant, { description: 'When it was proposed.' })
  readonly proposedAt!: string;

  @Field(() => SourceEnum, { nullable: true, description: 'Where a demo datum comes from.' })
  readonly source!: string | null;

  @Field(() => Sha256, { nullable: true, description: 'Why a negative opinion was overruled.' })
  readonly overruling!: string | null;

  @Field(() => [Deferral], {
    description: 'Sittings and procedures that ended without deciding on it (rinvii).',
  })
  readonly deferrals!: readonly Deferral[];

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day on which it was declared immediately enforceable, rule D-6.',
  })
  readonly enforceableFrom!: string | null;

  @Field(() => Publication, { nullable: true, description: 'Its publication.' })
  readonly publication!: Publication | null;

  @Field(() => ID, { nullable: true, description: 'The decision that it ends, rule D-8.' })
  readonly endsDecision!: string | null;

  @Field(() => DecisionEndEnum, { nullable: true, description: 'How it ends it.' })
  readonly ends!: string | null;

  @Field(() => [ID], { description: 'Acts that hang on what it ends (atti dipendenti).' })
  readonly dependents!: readonly string[];

  @Field(() => ID, { nullable: true, description: 'The decision that ended it last.' })
  readonly endedBy!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'From when it was ended.' })
  readonly endedFrom!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The earlier decision that it is about, beside one that it ends.',
  })
  readonly earlier!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day for objections (opposizioni).' })
  readonly objectionsUntil!: string | null;

  @Field(() => ID, { nullable: true, description: 'The decision that came back to it (riesame).' })
  readonly reconsideredBy!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'In effect since (efficace dal).' })
  readonly effectiveOn!: string | null;
}

export const DecisionConnection = connectionOf(Decision);
export const DecisionResult = resultOf(Decision, 'decision');
