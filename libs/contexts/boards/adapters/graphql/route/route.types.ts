import { connectionOf, Instant, LocalDate, Node, resultOf, Sha256 } from '@tavolo/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  PlaceStatusEnum,
  RouteResultEnum,
  RouteStatusEnum,
  StageOutcomeEnum,
} from './route.enums.js';

@ObjectType({ description: 'A step of how a stage or a route came out (passaggio).' })
export class RouteTraceStep {
  @Field(() => String, {
    description: 'Which step: bodies, answers, silence, veto, needed, stage, result.',
  })
  readonly step!: string;

  @Field(() => Boolean, { description: 'Whether it holds (verificato).' })
  readonly holds!: boolean;

  @Field(() => String, { description: 'In Italian.' })
  readonly it!: string;

  @Field(() => String, { description: 'In English.' })
  readonly en!: string;
}

@ObjectType({ description: 'A body that a stage asks (organo interpellato).' })
export class RoutePlace {
  @Field(() => ID, { description: 'Local id: route, round, stage and number.' })
  readonly id!: string;

  @Field(() => ID, { description: 'The stage (fase).' })
  readonly stage!: string;

  @Field(() => Int, { description: 'The round (tornata).' })
  readonly round!: number;

  @Field(() => ID, {
    nullable: true,
    description: 'The proposal before the body; null where it may only object (proposta).',
  })
  readonly decision!: string | null;

  @Field(() => PlaceStatusEnum, { description: 'Where it stands (posizione).' })
  readonly status!: string;

  @Field(() => Instant, { description: 'When it was asked (interpellato il).' })
  readonly askedAt!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Its last day to speak (termine).' })
  readonly until!: string | null;

  @Field(() => Boolean, { description: 'Asked in the place of others (in sostituzione).' })
  readonly escalated!: boolean;
}

@ObjectType({ description: 'A stage while one text was put to it (fase di una tornata).' })
export class RouteRun {
  @Field(() => ID, { description: 'The stage (fase).' })
  readonly stage!: string;

  @Field(() => Int, { description: 'The round (tornata).' })
  readonly round!: number;

  @Field(() => Sha256, { description: 'The text put to it (testo).' })
  readonly textSha256!: string;

  @Field(() => LocalDate, { description: 'The day on which it opened (aperta il).' })
  readonly openedOn!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Its last day (termine).' })
  readonly until!: string | null;

  @Field(() => StageOutcomeEnum, { nullable: true, description: 'Null while it is open (esito).' })
  readonly outcome!: string | null;

  @Field(() => Boolean, {
    description: 'Whether it counts for the text as it stands; else it is void for it (X-8).',
  })
  readonly counts!: boolean;

  @Field(() => [RouteTraceStep], { description: 'How it came out, step by step.' })
  readonly trace!: readonly RouteTraceStep[];
}

@ObjectType({ description: 'A line of the timeline of a route (cronologia).' })
export class RouteEntry {
  @Field(() => String, { description: 'Type of the fact: RouteAnswered, RouteSilenceNoted, …' })
  readonly type!: string;

  @Field(() => Instant, { description: 'When it was recorded.' })
  readonly at!: string;

  @Field(() => ID, { nullable: true, description: 'The stage (fase).' })
  readonly stage!: string | null;

  @Field(() => Int, { description: 'The round (tornata).' })
  readonly round!: number;

  @Field(() => ID, { nullable: true, description: 'The body (organo).' })
  readonly board!: string | null;

  @Field(() => ID, { nullable: true, description: 'The decision of that body.' })
  readonly decision!: string | null;

  @Field(() => Sha256, { description: 'The text that it was on (testo).' })
  readonly textSha256!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What was said, what silence means, how it came out, or why it went back.',
  })
  readonly what!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it counts for nothing: term, text, stage; null where it was counted.',
  })
  readonly voidCause!: string | null;

  @Field(() => Boolean, {
    description: 'Whether it is about the text as it stands; what is not, is void for it (X-8).',
  })
  readonly onPresentText!: boolean;

  @Field(() => Sha256, { nullable: true, description: 'The reasons, as a document (motivazione).' })
  readonly reasons!: string | null;
}

@ObjectType({
  implements: () => [Node],
  description:
    'A matter on its way through the bodies that must be heard on it (iter di approvazione).',
})
export class Route extends Node {
  @Field(() => Int, { description: 'Revision of its last fact.' })
  readonly revision!: number;

  @Field(() => RouteStatusEnum, { description: 'State (stato).' })
  readonly status!: string;

  @Field(() => RouteResultEnum, { nullable: true, description: 'How it ended (esito).' })
  readonly result!: string | null;

  @Field(() => Int, { description: 'The version of the definition that it started with.' })
  readonly version!: number;

  @Field(() => Sha256, { description: 'The text as it stands (testo).' })
  readonly textSha256!: string;

  @Field(() => [Sha256], { description: 'Texts that it was on before (testi precedenti).' })
  readonly earlierTexts!: readonly string[];

  @Field(() => String, { description: 'Title (oggetto).' })
  readonly title!: string;

  @Field(() => Sha256, { description: 'The reasons (motivazione), rule D-7.' })
  readonly motivation!: string;

  @Field(() => [String], { description: 'Legal basis (base giuridica).' })
  readonly legalBasis!: readonly string[];

  @Field(() => Boolean, { description: 'Its result binds the body of origin (vincolante).' })
  readonly binding!: boolean;

  @Field(() => Int, { description: 'The round (tornata), from 1.' })
  readonly round!: number;

  @Field(() => [RouteTraceStep], { description: 'How it ended, stage by stage.' })
  readonly trace!: readonly RouteTraceStep[];

  @Field(() => Instant, { description: 'When it started (avviato il).' })
  readonly startedAt!: string;

  @Field(() => Instant, { nullable: true, description: 'When it ended (concluso il).' })
  readonly endedAt!: string | null;
}

@ObjectType({ description: 'A stage reckoned again from the log (ricalcolo).' })
export class RouteStageRecomputation {
  @Field(() => ID, { description: 'The stage (fase).' })
  readonly stage!: string;

  @Field(() => Int, { description: 'The round (tornata).' })
  readonly round!: number;

  @Field(() => Boolean, { description: 'Outcome and every number are those recorded (uguale).' })
  readonly equal!: boolean;

  @Field(() => String, { description: 'The outcome that was recorded.' })
  readonly recorded!: string;

  @Field(() => String, { description: 'The outcome as computed now.' })
  readonly computed!: string;

  @Field(() => [RouteTraceStep], { description: 'How it is computed now, step by step.' })
  readonly trace!: readonly RouteTraceStep[];
}

export const RouteConnection = connectionOf(Route);
export const RoutePlaceConnection = connectionOf(RoutePlace);
export const RouteResult = resultOf(Route, 'route');
