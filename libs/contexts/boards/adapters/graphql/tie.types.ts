import { enumOf, Instant, Person, Sha256 } from '@tavolo/graphql';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { tieBreakKinds, tieSides } from '../../domain/tie.events.js';
import { TieRuleEnum } from './rulebook.types.js';

export const TieSideEnum = enumOf(
  'TieSide',
  tieSides,
  'The side that prevails in a tie (esito della parità): for or against.',
);
export const TieBreakKindEnum = enumOf(
  'TieBreakKind',
  tieBreakKinds,
  'What ended a tie: a drawing by lot (sorteggio), a second vote of who presides (secondo voto), a postponement (rinvio).',
);

@ObjectType({ description: 'What ended a tie that waited (scioglimento della parità), rule D-2.' })
export class TieBreak {
  @Field(() => TieBreakKindEnum, { description: 'What ended it.' })
  readonly kind!: string;

  @Field(() => TieSideEnum, {
    nullable: true,
    description: 'The side drawn, or voted for again; null of a postponement.',
  })
  readonly side!: string | null;

  @Field(() => Sha256, {
    nullable: true,
    description: 'Of a drawing: its record, a document (verbale di estrazione).',
  })
  readonly record!: string | null;

  @Field(() => ID, { nullable: true, description: 'Of a second vote: whose it was (seggio).' })
  readonly seat!: string | null;

  @Field(() => Person, { description: 'Who drew, voted again or postponed it.' })
  readonly person!: Person;

  @Field(() => Instant, { description: 'When.' })
  readonly brokenAt!: string;
}

@ObjectType({ description: 'Equal votes that waited to be decided (parità), rule D-2.' })
export class Tie {
  @Field(() => TieRuleEnum, { description: 'How it is to be decided: by lot or second vote.' })
  readonly rule!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The seat that presided, whose second vote it waits for; null of a drawing.',
  })
  readonly seat!: string | null;

  @Field(() => TieBreak, { nullable: true, description: 'What ended it; null while it waits.' })
  readonly broken!: TieBreak | null;
}
