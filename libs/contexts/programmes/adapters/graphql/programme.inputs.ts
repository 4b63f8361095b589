import { Cents, CommandInput, IsIdOf, LocalDate } from '@tavolo/graphql';
import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, Length } from 'class-validator';
import { PeriodEnum } from './programme.types.js';
import { SourceEnum } from '@tavolo/graphql';

@InputType({ description: 'Defines a programme (definizione del programma).' })
export class DefineProgrammeInput extends CommandInput {
  @Length(1, 300)
  @Field(() => String, { description: 'Title (titolo).' })
  readonly title!: string;

  @IsOptional()
  @Length(1, 300)
  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn?: string;

  @Length(1, 100)
  @Field(() => String, { description: 'The fund (fondo), for example `FAMI 2014-2020`.' })
  readonly fund!: string;

  @Field(() => PeriodEnum, { description: 'Programming period (periodo).' })
  readonly period!: string;

  @IsOptional()
  @Length(1, 300)
  @Field(() => String, { nullable: true, description: 'Objective of the fund (obiettivo).' })
  readonly objective?: string;

  @IsOptional()
  @Field(() => Cents, {
    nullable: true,
    description: 'What its calls may be allocated in all, in integer cents (dotazione).',
  })
  readonly envelopeCents?: number;

  @IsOptional()
  @Field(() => SourceEnum, { nullable: true, description: 'Where a demo datum comes from.' })
  readonly source?: string;
}

@InputType({ description: 'Adopts a programme by an act (adozione del programma).' })
export class AdoptProgrammeInput extends CommandInput {
  @IsIdOf('programme')
  @Field(() => ID, { description: 'The programme.' })
  readonly programme!: string;

  @Length(1, 300)
  @Field(() => String, { description: 'The act (atto), with number and date.' })
  readonly act!: string;

  @Field(() => LocalDate, { description: 'Day of the act.' })
  readonly adoptedOn!: string;
}
