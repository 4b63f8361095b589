import { Field, ID, InputType, Int, InterfaceType, ObjectType } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  Min,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import type { RequestContext } from './context.js';
import { Cents, LocalDate, Sha256 } from './scalars/index.js';

@InterfaceType({
  resolveType: ({ id }: { readonly id: string }, context: RequestContext) => context.typeNameOf(id),
  description: 'Anything with an id of its own: the id is the name of its stream in the log.',
})
export abstract class Node {
  @Field(() => ID, { description: 'Opaque id (identificativo).' })
  readonly id!: string;
}

@ObjectType({ description: 'An amount of money (importo).' })
export class Money {
  @Field(() => Cents, { description: 'Integer cents, as text.' })
  readonly cents!: number;

  @Field(() => String, { description: 'ISO 4217; always EUR.' })
  readonly currency!: string;
}

/** Cents as the schema shows them. */
export function euro(cents: number): Money {
  return { cents, currency: 'EUR' };
}

@ObjectType({ description: 'Where in the log a command landed (ricevuta).' })
export class Receipt {
  @Field(() => ID, { description: 'The id of the command: sent again, it answers the same.' })
  readonly commandId!: string;

  @Field(() => ID, { description: 'The stream written to.' })
  readonly stream!: string;

  @Field(() => Int, { description: 'The revision of the last event appended.' })
  readonly revision!: number;

  @Field(() => String, { description: 'Position of the last event; for `Tavolo-At-Least`.' })
  readonly position!: string;

  @Field(() => ID, { description: 'The first event appended: a lasting reference.' })
  readonly eventId!: string;

  @Field(() => Boolean, { description: 'True when the command had been given before.' })
  readonly repeated!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'The part that the command added (an action, an agenda item), where it added one.',
  })
  readonly createdId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The vote that a secret paper was laid in (votazione); revision, position and event are then those of its opening: nothing says when it was cast.',
  })
  readonly vote!: string | null;
}

@ObjectType({ description: 'One value that a refusal speaks of.' })
export class RefusalDetail {
  @Field(() => String, { description: 'What it is.' })
  readonly name!: string;

  @Field(() => String, { description: 'Its value; a list has one detail an entry.' })
  readonly value!: string;
}

@ObjectType({ description: 'A command that a rule kept out (diniego): nothing was written.' })
export class Refusal {
  @Field(() => String, { description: 'The number of the rule, for example `A-1`.' })
  readonly rule!: string;

  @Field(() => String, { description: 'What the rule kept out: stable, for programs.' })
  readonly code!: string;

  @Field(() => String, { description: 'The same for people, in the language of the request.' })
  readonly message!: string;

  @Field(() => [RefusalDetail], { description: 'The values it speaks of.' })
  readonly details!: readonly RefusalDetail[];
}

@InputType({ description: 'A document an act rests on, uploaded before (documento).' })
export class DocumentRefInput {
  @Field(() => Sha256, { description: 'The SHA-256 that the upload answered.' })
  readonly sha256!: string;

  @IsOptional()
  @Length(1, 64)
  @Field(() => String, { nullable: true, description: 'Protocol number (numero di protocollo).' })
  readonly protocolNo?: string;

  @Field(() => LocalDate, { nullable: true, description: 'Protocol date (data di protocollo).' })
  @IsOptional()
  readonly protocolDate?: string;
}

/** What every command may carry beside its content (architecture: the event's meta). */
@InputType({ isAbstract: true })
export abstract class CommandInput {
  @IsOptional()
  @IsUUID()
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID of your choice; sent again with the same input it changes nothing.',
  })
  readonly commandId?: string;

  @IsOptional()
  @Length(1, 4000)
  @Field(() => String, {
    nullable: true,
    description: 'Why (motivazione). Kept outside the log.',
  })
  readonly reason?: string;

  @IsOptional()
  @ArrayMaxSize(20)
  @Length(1, 300, { each: true })
  @Field(() => [String], { nullable: true, description: 'Norms it rests on (base giuridica).' })
  readonly legalBasis?: readonly string[];

  @IsOptional()
  @Length(1, 300)
  @Field(() => String, {
    nullable: true,
    description: 'The act that authorises it (atto autorizzativo).',
  })
  readonly authorisation?: string;

  @IsOptional()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => DocumentRefInput)
  @Field(() => [DocumentRefInput], {
    nullable: true,
    description: 'Documents it rests on (documenti).',
  })
  readonly documents?: readonly DocumentRefInput[];

  @IsOptional()
  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day it has effect from, where that is not today (decorrenza).',
  })
  readonly effectiveOn?: string;
}

/** For commands that edit content. */
@InputType({ isAbstract: true })
export abstract class EditInput extends CommandInput {
  @IsInt()
  @Min(0)
  @Field(() => Int, {
    description: 'The revision you read: content that moved past it is not overwritten.',
  })
  readonly seenRevision!: number;
}
