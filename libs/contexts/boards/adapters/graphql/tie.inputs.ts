import { IsIdOf, Sha256 } from '@tavolo/graphql';
import { Field, ID, InputType } from '@nestjs/graphql';
import { ProcedureInput } from './procedure.inputs.js';
import { ItemInput } from './sitting.inputs.js';
import { TieSideEnum } from './tie.types.js';

@InputType({
  description: 'Records the drawing that decides equal votes (verbale di estrazione), rule D-2.',
})
export class RecordDrawInput extends ItemInput {
  @Field(() => Sha256, { description: 'The text that was voted on, as you read it.' })
  readonly textSha256!: string;

  @Field(() => TieSideEnum, { description: 'The side that was drawn (esito).' })
  readonly side!: string;

  @Field(() => Sha256, { description: 'The record of the drawing, uploaded before.' })
  readonly record!: string;

  @IsIdOf('person')
  @Field(() => ID, { description: 'Who drew: somebody who was there, and does not record it.' })
  readonly drawnBy!: string;
}

@InputType({ description: 'Casts the second vote of who presides (secondo voto), rule D-2.' })
export class CastSecondVoteInput extends ItemInput {
  @Field(() => Sha256, { description: 'The text that was voted on, as you read it.' })
  readonly textSha256!: string;

  @Field(() => TieSideEnum, { description: 'The side that is to prevail.' })
  readonly side!: string;
}

@InputType({ description: 'The same record for equal answers in writing (verbale di estrazione).' })
export class RecordProcedureDrawInput extends ProcedureInput {
  @Field(() => Sha256, { description: 'The text that was voted on, as you read it.' })
  readonly textSha256!: string;

  @Field(() => TieSideEnum, { description: 'The side that was drawn (esito).' })
  readonly side!: string;

  @Field(() => Sha256, { description: 'The record of the drawing, uploaded before.' })
  readonly record!: string;

  @IsIdOf('person')
  @Field(() => ID, { description: 'Who drew: somebody in office, who does not record it.' })
  readonly drawnBy!: string;
}

@InputType({ description: 'The same second vote for equal answers in writing (secondo voto).' })
export class CastProcedureSecondVoteInput extends ProcedureInput {
  @Field(() => Sha256, { description: 'The text that was voted on, as you read it.' })
  readonly textSha256!: string;

  @Field(() => TieSideEnum, { description: 'The side that is to prevail.' })
  readonly side!: string;
}
