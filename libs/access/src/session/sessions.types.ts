import { Instant, Refusal } from '@tavolo/graphql';
import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsUUID, Length } from 'class-validator';

@ObjectType({ description: 'A login with a browser that is still good (sessione).' })
export class BrowserSession {
  @Field(() => ID, { description: 'To end it by.' })
  readonly id!: string;

  @Field(() => String, { description: 'Who let the person in (gestore dell’identità).' })
  readonly issuer!: string;

  @Field(() => String, { description: 'How surely: none, low, substantial, high (livello).' })
  readonly assurance!: string;

  @Field(() => Instant, { description: 'When it began (inizio).' })
  readonly since!: string;

  @Field(() => Instant, { description: 'When it was last used, to within a minute.' })
  readonly usedAt!: string;

  @Field(() => Instant, { description: 'When it ends, if nobody does anything (scadenza).' })
  readonly until!: string;

  @Field(() => Boolean, { description: 'The request was made in it.' })
  readonly current!: boolean;
}

@InputType({ description: 'Ends sessions at once (chiusura delle sessioni).' })
export class EndSessionsInput {
  @IsOptional()
  @IsUUID()
  @Field(() => ID, { nullable: true, description: 'A UUID of your choice.' })
  readonly commandId?: string;

  @IsOptional()
  @Length(1, 100)
  @Field(() => ID, {
    nullable: true,
    description: 'Whose; one’s own unless told. The administrator ends those of others.',
  })
  readonly person?: string | null;

  @IsOptional()
  @Length(1, 100)
  @Field(() => ID, { nullable: true, description: 'Which; all of the person unless told.' })
  readonly id?: string | null;
}

@ObjectType({ description: 'Sessions that are ended.' })
export class SessionsEnded {
  @Field(() => [ID], { description: 'Which.' })
  readonly ids!: readonly string[];
}

export const SessionsEndedResult = createUnionType({
  name: 'SessionsEndedResult',
  description: 'What ending sessions answers; a refused one is an answer too.',
  types: () => [SessionsEnded, Refusal] as const,
  resolveType: (value: object) => ('rule' in value ? Refusal : SessionsEnded),
});
