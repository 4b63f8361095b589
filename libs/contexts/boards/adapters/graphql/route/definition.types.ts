import { connectionOf, LocalDate, Node, Refusal, resultOf } from '@tavolo/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { BoardLevelEnum } from '../board.types.js';
import { RestartEnum, SilenceMeaningEnum, StageKindEnum, UnreachableEnum } from './route.enums.js';

@ObjectType({ description: 'A stage of a route, as its definition rules it (fase).' })
export class RouteStage {
  @Field(() => ID, { description: 'Local name, unique in its definition.' })
  readonly stage!: string;

  @Field(() => String, { description: 'Title (titolo).' })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn!: string | null;

  @Field(() => StageKindEnum, { description: 'What it asks (tipo).' })
  readonly kind!: string;

  @Field(() => [ID], {
    description: 'Bodies asked by name; of a level, those found when the route started.',
  })
  readonly boards!: readonly string[];

  @Field(() => BoardLevelEnum, {
    nullable: true,
    description: 'Every body of this level is asked (livello).',
  })
  readonly level!: string | null;

  @Field(() => ID, { nullable: true, description: 'Of that level only those of this network.' })
  readonly network!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many must say yes, or object; null: all of them (n su m).',
  })
  readonly needed!: number | null;

  @Field(() => Boolean, { description: 'An unfavourable opinion ends the route (vincolante).' })
  readonly binding!: boolean;

  @Field(() => Boolean, { description: 'One body that says no ends the stage (veto).' })
  readonly veto!: boolean;

  @Field(() => Int, { nullable: true, description: 'Days of its term; null: none (termine).' })
  readonly days!: number | null;

  @Field(() => SilenceMeaningEnum, { description: 'What silence means after the term (silenzio).' })
  readonly silence!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The body asked in the place of others (organo sostitutivo).',
  })
  readonly escalatesTo!: string | null;

  @Field(() => UnreachableEnum, { description: 'When too few bodies are left.' })
  readonly unreachable!: string;

  @Field(() => ID, {
    nullable: true,
    description: '`origin` or an earlier stage, where it may send back to (rinvio).',
  })
  readonly sendBackTo!: string | null;

  @Field(() => RestartEnum, { description: 'Where a new text begins again (ripartenza).' })
  readonly restart!: string;
}

@ObjectType({ description: 'A version of a definition of routes (versione).' })
export class RouteVersion {
  @Field(() => Int, { description: 'Its number, from 1.' })
  readonly version!: number;

  @Field(() => LocalDate, { description: 'In force from this day on (in vigore dal).' })
  readonly from!: string;

  @Field(() => ID, { description: 'The decision that adopted it (deliberazione).' })
  readonly decision!: string;

  @Field(() => BoardLevelEnum, {
    nullable: true,
    description: 'The level whose bodies may start it; null: only the body that adopted it.',
  })
  readonly openTo!: string | null;

  @Field(() => Boolean, { description: 'Its result binds the body of origin (vincolante).' })
  readonly binding!: boolean;

  @Field(() => [RouteStage], { description: 'Its stages, in order (fasi).' })
  readonly stages!: readonly RouteStage[];
}

@ObjectType({
  implements: () => [Node],
  description: 'A definition of approval routes, which a body adopts (disciplina dell’iter).',
})
export class RouteDefinition extends Node {
  @Field(() => Int, { description: 'Revision of its last fact.' })
  readonly revision!: number;

  @Field(() => String, { description: 'Name (nome).' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'Name in English.' })
  readonly nameEn!: string | null;

  @Field(() => ID, { description: 'The body that adopts its versions (organo).' })
  readonly board!: string;
}

@ObjectType({ description: 'What trying a definition of routes shows (prova a secco).' })
export class RouteDryRun {
  @Field(() => Refusal, { nullable: true, description: 'Why it is no definition.' })
  readonly refusal!: Refusal | null;

  @Field(() => [Refusal], { description: 'What is lawful and may surprise (avvertenze).' })
  readonly warnings!: readonly Refusal[];
}

export const RouteDefinitionConnection = connectionOf(RouteDefinition);
export const RouteDefinitionResult = resultOf(RouteDefinition, 'routeDefinition');
