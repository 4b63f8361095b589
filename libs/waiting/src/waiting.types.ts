import { connectionOf, enumOf, Instant, LocalDate, PageArgs, Person } from '@tavolo/graphql';
import type { Connection } from '@tavolo/graphql';
import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsOptional, Length } from 'class-validator';
import { moveCodes } from './vocabulary.js';
import { whoKinds } from './who.js';
import type { MoveRow } from './tables.js';

export const MoveCodeEnum = enumOf(
  'AwaitedMoveCode',
  moveCodes,
  'What is awaited (mossa attesa): a closed list, the same for every kind of object.',
);

export const WhoKindEnum = enumOf(
  'AwaitedOfKind',
  whoKinds,
  'What kind of answer it is to "who": a person, a seat or office of a board, an organisation, the lead of a network, the authority, or nobody but a process.',
);

@ObjectType({ description: 'Somebody who can make the move today, and the mandate for it.' })
export class AwaitedPerson {
  @Field(() => Person, { description: 'Who (persona).' })
  readonly person!: Person;

  @Field(() => ID, {
    nullable: true,
    description: 'The mandate to act under, where an office gives it (mandato).',
  })
  readonly mandate!: string | null;
}

@ObjectType({
  description:
    'Who is waited for, by what they hold (di chi è la mossa): who holds it is of the day.',
})
export class AwaitedOf {
  @Field(() => WhoKindEnum, { description: 'What kind of answer it is.' })
  readonly kind!: string;

  @Field(() => ID, {
    description: 'The board, organisation or network; the person; the name of the process.',
  })
  readonly of!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The seat, or the kind of act that a power must cover (agreement, membership …).',
  })
  readonly local!: string | null;
}

@ObjectType('Reminder', {
  description: 'That somebody who is waited for was reminded of it (sollecito): the last one.',
})
export class ReminderGiven {
  @Field(() => LocalDate, { description: 'The day (giorno).' })
  readonly on!: string;

  @Field(() => Int, { description: 'How often so far, this one included (quante volte).' })
  readonly times!: number;
}

@ObjectType({
  description: 'Whose move it is about an object, since when and until when (in attesa di).',
})
export class AwaitedMove {
  @Field(() => ID, { description: 'The same for as long as the same is awaited.' })
  readonly id!: string;

  @Field(() => MoveCodeEnum, { description: 'What is awaited, for programs.' })
  readonly move!: string;

  @Field(() => ID, { description: 'The object that waits (oggetto).' })
  readonly object!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Another object that it is about: the decision under vote, the partner invited.',
  })
  readonly about!: string | null;

  @Field(() => Boolean, { description: 'Several are asked, and one of them is enough.' })
  readonly anyOne!: boolean;

  @Field(() => Instant, { description: 'Since when it is awaited (dal).' })
  readonly since!: string;

  @Field(() => Instant, { nullable: true, description: 'Until which instant (entro).' })
  readonly dueAt!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Until which day, its last hour included (entro il giorno).',
  })
  readonly dueOn!: string | null;

  @Field(() => ID, { nullable: true, description: 'The board that it belongs to (organo).' })
  readonly board!: string | null;

  @Field(() => ID, { nullable: true, description: 'The network that it belongs to (rete).' })
  readonly network!: string | null;

  @Field(() => ID, { nullable: true, description: 'The plan that it belongs to (piano).' })
  readonly plan!: string | null;

  @Field(() => Boolean, {
    description: 'Shown to who is waited for and to nobody else (riservata).',
  })
  readonly confidential!: boolean;
}

export const AwaitedMoveConnection = connectionOf(AwaitedMove);

@ObjectType({
  description: 'A term of office that has an end which is not past (fine di un mandato).',
})
export class EndingTerm {
  @Field(() => ID, { description: 'The mandate that ends (mandato).' })
  readonly id!: string;

  @Field(() => ID, { description: 'The body or organisation that it is of (organo o ente).' })
  readonly object!: string;

  @Field(() => String, { nullable: true, description: 'What that is called (nome).' })
  readonly title!: string | null;

  @Field(() => String, { nullable: true, description: 'What that is called in English.' })
  readonly titleEn!: string | null;

  @Field(() => LocalDate, { description: 'Its last day (scadenza).' })
  readonly until!: string;
}

@ObjectType({ description: 'What waits for one person (la mia scrivania).' })
export class Inbox {
  @Field(() => Person, { description: 'Whose it is.' })
  readonly person!: Person;

  @Field(() => Int, { description: 'How many moves wait.' })
  readonly total!: number;

  @Field(() => Int, { description: 'How many of them are overdue (scadute).' })
  readonly overdue!: number;

  @Field(() => Int, { description: 'How many are due within 72 hours (in scadenza).' })
  readonly dueSoon!: number;

  @Field(() => Int, { description: 'How many have no deadline (senza termine).' })
  readonly undated!: number;
}

/** A list of awaited moves, narrowed. */
@ArgsType()
export class WaitingArgs extends PageArgs {
  @IsOptional()
  @Length(1, 100)
  @Field(() => ID, { nullable: true, description: 'Only of this board (organo).' })
  readonly board?: string | null;

  @IsOptional()
  @Length(1, 100)
  @Field(() => ID, { nullable: true, description: 'Only of this network (rete).' })
  readonly network?: string | null;

  @IsOptional()
  @Length(1, 100)
  @Field(() => ID, { nullable: true, description: 'Only of this plan (piano).' })
  readonly plan?: string | null;

  @IsOptional()
  @Length(1, 100)
  @Field(() => ID, {
    nullable: true,
    description: 'Only what this organisation has to do, also as lead of its networks.',
  })
  readonly partner?: string | null;

  @IsOptional()
  @Length(1, 40)
  @Field(() => String, {
    nullable: true,
    description: 'Only about objects of this kind, as their ids begin: `agreement`, `decision` …',
  })
  readonly kind?: string | null;

  @IsOptional()
  @Field(() => MoveCodeEnum, { nullable: true, description: 'Only this move.' })
  readonly move?: string | null;

  @IsOptional()
  @IsBoolean()
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only what is overdue, or only what is not (scadute).',
  })
  readonly overdue?: boolean | null;

  @IsOptional()
  @IsBoolean()
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only what waits for who asks (le mie).',
  })
  readonly mine?: boolean | null;
}

/** The page of an inbox. */
@ArgsType()
export class InboxArgs extends PageArgs {}

/** What the list of moves returns. */
export type MovePage = Connection<MoveRow>;
