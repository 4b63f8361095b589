import { randomUUID } from 'node:crypto';
import { notSignedIn, Person, personOf, Refusal, refusalOf } from '@tavolo/graphql';
import type { RequestContext } from '@tavolo/graphql';
import { Args, Context, createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import { Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional, IsUUID, Length } from 'class-validator';
import { People } from './people.js';

@InputType({ description: 'Makes somebody known, to be appointed afterwards (registrazione).' })
export class RegisterPersonInput {
  @IsOptional()
  @IsUUID()
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID of your choice; sent again it meets the same person.',
  })
  readonly commandId?: string;

  @Length(1, 200)
  @Field(() => String, { description: 'The name, kept outside the log.' })
  readonly name!: string;
}

@ObjectType({ description: 'Somebody who is known now.' })
export class PersonPayload {
  @Field(() => Person, { description: 'The person, to be named in appointments.' })
  readonly person!: Person;
}

export const PersonResult = createUnionType({
  name: 'PersonResult',
  description: 'What making somebody known answers; a refused one is an answer too.',
  types: () => [PersonPayload, Refusal] as const,
  resolveType: (value: object) => ('rule' in value ? Refusal : PersonPayload),
});

/** People by reference. Nothing of this goes into the log: no fact, no name. */
@Resolver()
export class PeopleResolver {
  constructor(private readonly people: People) {}

  @Mutation(() => PersonResult, {
    description: 'Gives a person a reference; the name goes to the private store alone.',
  })
  async registerPerson(
    @Args('input') { commandId, name }: RegisterPersonInput,
    @Context() { sender: by, locale }: RequestContext,
  ): Promise<PersonPayload | Refusal> {
    if (!by) throw notSignedIn();
    const known = await this.people.register(name, {
      by,
      commandId: commandId?.toLowerCase() ?? randomUUID(),
    });
    return 'refusal' in known
      ? refusalOf(known.refusal, locale)
      : { person: personOf(known.person) };
  }
}
