import { randomUUID } from 'node:crypto';
import { CommandGateway, commonRules, derivedId, Instance } from '@tavolo/command';
import { notSignedIn, Person, personOf, Refusal, refusalOf } from '@tavolo/graphql';
import type { RequestContext } from '@tavolo/graphql';
import type { PersonRef } from '@tavolo/kernel';
import { PrivateStore } from '@tavolo/private-store';
import { Args, Context, createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import { Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { IsOptional, IsUUID, Length } from 'class-validator';

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
  constructor(
    private readonly privateStore: PrivateStore,
    private readonly instance: Instance,
    private readonly gateway: CommandGateway,
  ) {}

  @Mutation(() => PersonResult, {
    description: 'Gives a person a reference; the name goes to the private store alone.',
  })
  async registerPerson(
    @Args('input') { commandId, name }: RegisterPersonInput,
    @Context() { sender, locale }: RequestContext,
  ): Promise<PersonPayload | Refusal> {
    if (!sender) throw notSignedIn();
    const refusal = await this.gateway.refusalOfMandate(sender);
    if (refusal) return refusalOf(refusal, locale);
    const { id } = this.instance.facts;
    const key = commandId?.toLowerCase() ?? randomUUID();
    const ref = `person-${derivedId(id, sender.person, key, 'person')}` as PersonRef;
    const known = (await this.privateStore.names([ref])).get(ref);
    if (known !== undefined && known !== name) {
      return refusalOf({ ...commonRules.OtherInput, details: { commandId: key } }, locale);
    }
    await this.privateStore.putName(ref, name);
    return { person: personOf(ref) };
  }
}
