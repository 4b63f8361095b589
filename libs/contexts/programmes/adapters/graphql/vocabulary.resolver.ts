import { Args, Query, Resolver } from '@nestjs/graphql';
import { vocabularyOf } from '../../domain/vocabulary.js';
import { PeriodEnum } from './programme.types.js';
import { Term } from './vocabulary.types.js';
import type { Period } from '../../contract/index.js';

@Resolver()
export class VocabularyResolver {
  @Query(() => [Term], {
    description: 'What roles are called in a programming period (vocabolario del periodo).',
  })
  vocabulary(
    @Args('period', { type: () => PeriodEnum, description: 'The period (periodo).' })
    period: Period,
  ): readonly Term[] {
    return vocabularyOf(period);
  }
}
