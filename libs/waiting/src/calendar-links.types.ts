import { enumOf, Instant, Refusal } from '@tavolo/graphql';
import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsUUID, Length } from 'class-validator';

const CalendarLanguageEnum = enumOf(
  'CalendarLanguage',
  ['it', 'en'],
  'The language that a calendar is written in (lingua).',
);

@InputType({ description: 'A new link to one’s own calendar (collegamento al calendario).' })
export class CreateCalendarLinkInput {
  @IsOptional()
  @IsUUID()
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID of your choice; sent again it is refused, for a secret is shown once.',
  })
  readonly commandId?: string;

  @IsOptional()
  @Field(() => CalendarLanguageEnum, {
    nullable: true,
    description: 'The language of the calendar; that of the request unless told.',
  })
  readonly language?: 'en' | 'it' | null;
}

@InputType({ description: 'Ends a link to one’s own calendar (revoca).' })
export class RevokeCalendarLinkInput {
  @IsOptional()
  @IsUUID()
  @Field(() => ID, { nullable: true, description: 'A UUID of your choice.' })
  readonly commandId?: string;

  @Length(1, 100)
  @Field(() => ID, { description: 'The id of the link, not its secret.' })
  readonly id!: string;
}

@ObjectType({ description: 'A link to a calendar, without its secret.' })
export class CalendarLink {
  @Field(() => ID, { description: 'To revoke it by.' })
  readonly id!: string;

  @Field(() => CalendarLanguageEnum, { description: 'The language of the calendar.' })
  readonly language!: string;

  @Field(() => Instant, { description: 'When it was made (creato il).' })
  readonly createdAt!: string;
}

/** A link as its person sees it afterwards. */
export function shown({ id, language, createdAt }: CalendarLink): CalendarLink {
  return { id, language, createdAt };
}

@ObjectType({ description: 'A link that was made.' })
export class CalendarLinkCreated {
  @Field(() => CalendarLink, { description: 'The link.' })
  readonly link!: CalendarLink;

  @Field(() => String, {
    description: 'Path of the calendar on this server, with the secret: this is the only time.',
  })
  readonly path!: string;
}

@ObjectType({ description: 'A link that leads nowhere any more.' })
export class CalendarLinkRevoked {
  @Field(() => ID, { description: 'The link.' })
  readonly id!: string;
}

export const CalendarLinkCreatedResult = createUnionType({
  name: 'CalendarLinkCreatedResult',
  description: 'What making a link answers; a refused one is an answer too.',
  types: () => [CalendarLinkCreated, Refusal] as const,
  resolveType: (value: object) => ('rule' in value ? Refusal : CalendarLinkCreated),
});

export const CalendarLinkRevokedResult = createUnionType({
  name: 'CalendarLinkRevokedResult',
  description: 'What revoking a link answers; a refused one is an answer too.',
  types: () => [CalendarLinkRevoked, Refusal] as const,
  resolveType: (value: object) => ('rule' in value ? Refusal : CalendarLinkRevoked),
});
