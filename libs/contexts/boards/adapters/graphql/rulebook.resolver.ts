import { refusalOf } from '@tavolo/graphql';
import type { RequestContext } from '@tavolo/graphql';
import { Args, ArgsType, Context, Field, Int, Query, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { dryRunOf } from '../../domain/rulebook.warnings.js';
import { CategoryWeightInput, SEATS_MAX } from './rule.inputs.js';
import { RulebookInput } from './rulebook.inputs.js';
import { adoptedRulebook } from './rulebook.shapes.js';
import { RulebookDryRun, RulebookPresetEnum } from './rulebook.types.js';

@ArgsType()
class DryRunArgs {
  @IsInt()
  @Min(1)
  @Max(SEATS_MAX)
  @Field(() => Int, { description: 'Seats of the body (seggi).' })
  readonly seats!: number;

  @IsOptional()
  @Field(() => RulebookPresetEnum, { nullable: true, description: 'A rulebook to start from.' })
  readonly preset?: string | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => RulebookInput)
  @Field(() => RulebookInput, { nullable: true, description: 'A rulebook of its own.' })
  readonly rulebook?: RulebookInput | null;

  @IsOptional()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => CategoryWeightInput)
  @Field(() => [CategoryWeightInput], { nullable: true, description: 'Weights for the preset.' })
  readonly weights?: readonly CategoryWeightInput[] | null;
}

/** What a rulebook would do, asked before a body adopts it. */
@Resolver()
export class RulebookResolver {
  @Query(() => RulebookDryRun, {
    description: 'Tries a rulebook on a body and warns of unsafe settings (prova a secco).',
  })
  rulebookDryRun(
    @Args() { seats, preset, rulebook, weights }: DryRunArgs,
    @Context() { locale }: RequestContext,
  ): RulebookDryRun {
    const tried = adoptedRulebook({ preset, rulebook, weights, path: 'rulebook' });
    const { refusal, warnings, ...numbers } = dryRunOf(tried, seats);
    return {
      ...numbers,
      rulebook: tried,
      refusal: refusal && refusalOf(refusal, locale),
      warnings: warnings.map((one) => refusalOf(one, locale)),
    };
  }
}
