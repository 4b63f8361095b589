import type { PersonRef } from '@tavolo/kernel';
import { PrivateStore } from '@tavolo/private-store';
import { Context, Field, ID, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { RequestContext } from './context.js';

@ObjectType({
  description:
    'A person who acted or may act (persona): a random reference, named outside the log.',
})
export class Person {
  @Field(() => ID, { description: 'The reference (riferimento).' })
  readonly id!: string;
}

/** A person as the schema shows one; the name is added when it is asked for. */
export function personOf(ref: string): Person {
  return { id: ref };
}

/** Adds names when reading: no read model holds one. */
@Resolver(() => Person)
export class PersonResolver {
  constructor(private readonly privateStore: PrivateStore) {}

  @ResolveField(() => String, {
    nullable: true,
    description: 'The name; null when it was erased, or for a system actor (nome).',
  })
  name(@Parent() { id }: Person, @Context() { loaders }: RequestContext): Promise<string | null> {
    const known = loaders.get('person') as DataLoader<PersonRef, string | null> | undefined;
    const loader = known ?? new DataLoader((refs) => this.#names(refs));
    loaders.set('person', loader);
    return loader.load(id as PersonRef);
  }

  async #names(refs: readonly PersonRef[]): Promise<readonly (string | null)[]> {
    const names = await this.privateStore.names(refs);
    return refs.map((ref) => names.get(ref) ?? null);
  }
}
