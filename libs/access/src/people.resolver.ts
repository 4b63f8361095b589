import { randomUUID } from 'node:crypto';
import { derivedId, Instance } from '@tavolo/command';
import { Person, personOf } from '@tavolo/graphql';
import type { RequestContext } from '@tavolo/graphql';
import type { PersonRef } from '@tavolo/kernel';
import { PrivateStore } from '@tavolo/private-store';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { IsOptional, IsUUID, Length } from 'class-validator';
import { GraphQLError } from 'graphql';

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

/** People by reference. Nothing of this goes into the log: no fact, no name. */
@Resolver()
export class PeopleResolver {
  constructor(
    private readonly privateStore: PrivateStore,
    private readonly instance: Instance,
  ) {}

  @Mutation(() => Person, {
    description: 'Gives a person a reference; the name goes to the private store alone.',
  })
  async registerPerson(
    @Args('input') { commandId, name }: RegisterPersonInput,
    @Context() { sender }: RequestContext,
  ): Promise<Person> {
    if (!sender) {
      throw new GraphQLError('Say who acts: send the headers Tavolo-Person and Tavolo-Mandate.', {
        extensions: { code: 'UNAUTHENTICATED' },
      });
    }
    const { id } = this.instance.facts;
    const key = commandId ?? randomUUID();
    const ref = `person-${derivedId(id, sender.person, key, 'person')}` as PersonRef;
    await this.privateStore.putName(ref, name);
    return personOf(ref);
  }
}
