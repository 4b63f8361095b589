import { AreIdsOf, CommandInput, IsIdOf, Sha256 } from '@tavolo/graphql';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsOptional, Length, Matches, Max, Min } from 'class-validator';
import { ValidateNested } from 'class-validator';
import { BoardLevelEnum } from '../board.types.js';
import { RestartEnum, SilenceMeaningEnum, StageKindEnum, UnreachableEnum } from './route.enums.js';

const NAME = /^[a-z][a-z0-9-]{0,39}$/;

@InputType({ description: 'A stage of a route (fase). Give its bodies by name, or a level.' })
export class RouteStageInput {
  @Matches(NAME, { message: '$property is a short name: small letters, digits, hyphens' })
  @Field(() => ID, { description: 'Local name, unique in its definition, not `origin`.' })
  readonly stage!: string;

  @Length(1, 200)
  @Field(() => String, { description: 'Title (titolo).' })
  readonly title!: string;

  @IsOptional()
  @Length(1, 200)
  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn?: string | null;

  @Field(() => StageKindEnum, { description: 'What it asks (tipo).' })
  readonly kind!: string;

  @IsOptional()
  @ArrayMaxSize(200)
  @AreIdsOf('board')
  @Field(() => [ID], { nullable: true, description: 'The bodies asked, by name (organi).' })
  readonly boards?: readonly string[] | null;

  @IsOptional()
  @Field(() => BoardLevelEnum, {
    nullable: true,
    description: 'Or every body of this level, found when the route starts (livello).',
  })
  readonly level?: string | null;

  @IsOptional()
  @IsIdOf('network')
  @Field(() => ID, { nullable: true, description: 'Of that level only those of this network.' })
  readonly network?: string | null;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1000)
  @Field(() => Int, {
    nullable: true,
    description: 'How many must say yes, or object; absent: all of them (n su m).',
  })
  readonly needed?: number | null;

  @IsOptional()
  @Field(() => Boolean, {
    nullable: true,
    description: 'An unfavourable opinion ends the route; yes when absent (vincolante).',
  })
  readonly binding?: boolean | null;

  @IsOptional()
  @Field(() => Boolean, {
    nullable: true,
    description: 'One body that says no ends a stage that binds; no when absent (veto).',
  })
  readonly veto?: boolean | null;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(3650)
  @Field(() => Int, { nullable: true, description: 'Days of its term (termine).' })
  readonly days?: number | null;

  @IsOptional()
  @Field(() => SilenceMeaningEnum, {
    nullable: true,
    description: 'What silence means after the term; nothing when absent (silenzio).',
  })
  readonly silence?: string | null;

  @IsOptional()
  @IsIdOf('board')
  @Field(() => ID, {
    nullable: true,
    description: 'The body asked in the place of others (organo sostitutivo).',
  })
  readonly escalatesTo?: string | null;

  @IsOptional()
  @Field(() => UnreachableEnum, {
    nullable: true,
    description: 'When too few bodies are left; it fails when absent.',
  })
  readonly unreachable?: string | null;

  @IsOptional()
  @Matches(NAME)
  @Field(() => ID, {
    nullable: true,
    description: '`origin` or an earlier stage; absent: no sending back (rinvio).',
  })
  readonly sendBackTo?: string | null;

  @IsOptional()
  @Field(() => RestartEnum, {
    nullable: true,
    description: 'Where a new text begins again; at the first stage when absent (ripartenza).',
  })
  readonly restart?: string | null;
}

@InputType({ description: 'The rules of a version of a definition of routes.' })
export class RouteRulesInput {
  @IsOptional()
  @Field(() => BoardLevelEnum, {
    nullable: true,
    description: 'The level whose bodies may start it; absent: only the body that adopts it.',
  })
  readonly openTo?: string | null;

  @IsOptional()
  @Field(() => Boolean, {
    nullable: true,
    description: 'Its result binds the body of origin; yes when absent (vincolante).',
  })
  readonly binding?: boolean | null;

  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => RouteStageInput)
  @Field(() => [RouteStageInput], { description: 'Its stages, in order (fasi).' })
  readonly stages!: readonly RouteStageInput[];
}

@InputType({ description: 'The version of a definition of routes that a decision adopts.' })
export class AdoptRouteInput {
  @IsIdOf('routedefinition')
  @Field(() => ID, { description: 'The definition, of the same board (disciplina).' })
  readonly definition!: string;

  @ValidateNested()
  @Type(() => RouteRulesInput)
  @Field(() => RouteRulesInput, { description: 'Its rules from then on.' })
  readonly rules!: RouteRulesInput;
}

@InputType({ description: 'Gives a body a definition of routes, empty until it adopts a version.' })
export class DefineRouteInput extends CommandInput {
  @IsIdOf('board')
  @Field(() => ID, { description: 'The body that will adopt its versions (organo).' })
  readonly board!: string;

  @Length(1, 200)
  @Field(() => String, { description: 'Name (nome).' })
  readonly name!: string;

  @IsOptional()
  @Length(1, 200)
  @Field(() => String, { nullable: true, description: 'Name in English.' })
  readonly nameEn?: string;
}

@InputType({ description: 'Sends a decision on a route; name its norms in `legalBasis` (avvio).' })
export class StartRouteInput extends CommandInput {
  @IsIdOf('routedefinition')
  @Field(() => ID, { description: 'The definition; its version in force is frozen.' })
  readonly definition!: string;

  @IsIdOf('decision')
  @Field(() => ID, { description: 'The decision of the body of origin (proposta).' })
  readonly decision!: string;

  @Field(() => Sha256, { description: 'Its text, as you read it (testo).' })
  readonly textSha256!: string;
}

/** What every command on a route that exists names. */
@InputType({ isAbstract: true })
abstract class OnRouteInput extends CommandInput {
  @IsIdOf('route')
  @Field(() => ID, { description: 'The route (iter).' })
  readonly route!: string;
}

@InputType({ description: 'Puts a matter to its route again (ripresentazione).' })
export class ResubmitToRouteInput extends OnRouteInput {
  @IsIdOf('decision')
  @Field(() => ID, { description: 'The decision of the body of origin that carries the text.' })
  readonly decision!: string;

  @Field(() => Sha256, { description: 'A new text, or the same one, which confirms it.' })
  readonly textSha256!: string;
}

@InputType({ description: 'Takes a matter back from its route (ritiro).' })
export class WithdrawRouteInput extends OnRouteInput {}

/** What a body proposes to itself about a route, to be voted on like any decision. */
@InputType({ isAbstract: true })
abstract class MoveInput extends OnRouteInput {
  @IsIdOf('board')
  @Field(() => ID, { description: 'The body that is asked (organo).' })
  readonly board!: string;

  @Matches(NAME)
  @Field(() => ID, { description: 'The stage in which it is asked (fase).' })
  readonly stage!: string;

  @IsInt()
  @Min(1)
  @Field(() => Int, { description: 'The round (tornata).' })
  readonly round!: number;

  @Length(1, 300)
  @Field(() => String, { description: 'Title of the decision (oggetto).' })
  readonly title!: string;

  @Field(() => Sha256, { description: 'Its text, uploaded before.' })
  readonly textSha256!: string;

  @IsOptional()
  @Field(() => Sha256, { nullable: true, description: 'The reasons (motivazione), rule D-7.' })
  readonly motivation?: string;
}

@InputType({
  description: 'Proposes to a body that it object on grounds of subsidiarity (opposizione).',
})
export class ObjectToRouteInput extends MoveInput {}

@InputType({ description: 'Proposes to a body that it send the matter back (rinvio).' })
export class SendRouteBackInput extends MoveInput {}
