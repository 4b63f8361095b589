import { connectionOf, LocalDate, Node, PartialDate, resultOf, Sha256 } from '@tavolo/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { SourceEnum } from '@tavolo/graphql';
import { Milestone, PlanSection } from './plan-content.types.js';
import { EvaluationFinding, PlanIntegration, PlanNeed } from './plan-steps.types.js';
import { PlanStatusEnum } from './plan.enums.js';

@ObjectType({
  description:
    'A consolidated version of a plan: the document that is voted on (versione consolidata).',
})
export class PlanVersion {
  @Field(() => Int, { description: 'Its number, from 1 (versione).' })
  readonly version!: number;

  @Field(() => Sha256, {
    description: 'Of its canonical bytes, to be downloaded as a document (impronta).',
  })
  readonly sha256!: string;

  @Field(() => Boolean, { description: 'It was found complete (validata).' })
  readonly validated!: boolean;

  @Field(() => Boolean, { description: 'The content moved past it (superata).' })
  readonly superseded!: boolean;
}

@ObjectType({ description: 'The adoption of a plan by a decision (adozione).' })
export class PlanAdoption {
  @Field(() => ID, { description: 'The decision that adopted it (decisione).' })
  readonly decisionId!: string;

  @Field(() => Int, { description: 'The version adopted.' })
  readonly version!: number;

  @Field(() => Sha256, { description: 'Its hash.' })
  readonly sha256!: string;

  @Field(() => LocalDate, {
    description: 'The day from which the decision has effect (efficacia).',
  })
  readonly effectiveOn!: string;
}

@ObjectType({ description: 'The approval by the authority (approvazione).' })
export class PlanApproval {
  @Field(() => String, { description: 'Unique project code (CUP).' })
  readonly cup!: string;

  @Field(() => Sha256, { description: 'The act, by hash (atto).' })
  readonly document!: string;

  @Field(() => Int, { description: 'The version that is the baseline from then on (PL-14).' })
  readonly version!: number;
}

@ObjectType({
  implements: () => [Node],
  description:
    'The integrated plan of a region under a call, co-designed and adopted (piano integrato).',
})
export class Plan extends Node {
  @Field(() => Int, { description: 'Revision of its last fact: for `seenRevision`.' })
  readonly revision!: number;

  @Field(() => PlanStatusEnum, { description: 'State (stato).' })
  readonly status!: string;

  @Field(() => String, { description: 'NUTS code of its region (regione).' })
  readonly regionCode!: string;

  @Field(() => String, { description: 'Title (titolo).' })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn!: string | null;

  @Field(() => String, { nullable: true, description: 'Acronym (acronimo).' })
  readonly acronym!: string | null;

  @Field(() => PartialDate, { description: 'Planned start, as exact as its source (inizio).' })
  readonly executionStart!: string;

  @Field(() => PartialDate, { description: 'Planned end (fine).' })
  readonly executionEnd!: string;

  @Field(() => PartialDate, { nullable: true, description: 'Interventions run since (avvio).' })
  readonly startedOn!: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'Completed (conclusione).' })
  readonly completedOn!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The plan that holds region and call, where this one was refused (PL-1).',
  })
  readonly heldBy!: string | null;

  @Field(() => [PlanSection], { description: 'Its text, in order (sezioni).' })
  readonly sections!: readonly PlanSection[];

  @Field(() => [Milestone], { description: 'Points in its time (tappe).' })
  readonly milestones!: readonly Milestone[];

  @Field(() => [PlanNeed], { description: 'Needs found in co-programming (bisogni).' })
  readonly needs!: readonly PlanNeed[];

  @Field(() => Sha256, {
    nullable: true,
    description: 'The document in which co-programming ended (esito della co-programmazione).',
  })
  readonly coProgramming!: string | null;

  @Field(() => [PlanIntegration], {
    description: 'What the authority asked for, and the answers (integrazioni).',
  })
  readonly integrations!: readonly PlanIntegration[];

  @Field(() => Int, {
    nullable: true,
    description: 'Its place on the reserve list, where it was put there (posto di riserva).',
  })
  readonly reservePlace!: number | null;

  @Field(() => LocalDate, { nullable: true, description: 'Suspended since (sospeso dal).' })
  readonly suspendedOn!: string | null;

  @Field(() => [EvaluationFinding], {
    description: 'What evaluations found to be mended (rilievi della valutazione).',
  })
  readonly findings!: readonly EvaluationFinding[];

  @Field(() => Sha256, { nullable: true, description: 'The final report (relazione finale).' })
  readonly finalReport!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Closed on (chiuso il).' })
  readonly closedOn!: string | null;

  @Field(() => SourceEnum, { nullable: true, description: 'Where a demo datum comes from.' })
  readonly source!: string | null;
}

export const PlanConnection = connectionOf(Plan);
export const PlanResult = resultOf(Plan, 'plan');
