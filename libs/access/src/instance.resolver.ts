import { Instance } from '@tavolo/command';
import { Person, personOf } from '@tavolo/graphql';
import { Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { FOUNDER_MANDATE } from './founding.js';
import { logNameOf } from './instance.js';

@ObjectType({ description: 'This installation: one body and every network below it (istanza).' })
export class TavoloInstance {
  @Field(() => ID, { description: 'Random, of this installation alone.' })
  readonly id!: string;

  @Field(() => String, { description: 'Name (nome).' })
  readonly name!: string;

  @Field(() => String, { description: 'Time zone: a day is a whole day in it (fuso orario).' })
  readonly zone!: string;

  @Field(() => Boolean, { description: 'The data is a demonstration, for ever.' })
  readonly demo!: boolean;

  @Field(() => String, {
    description:
      'The name of its log: of this installation alone; that of a demo ends with /demo (nome del registro).',
  })
  readonly log!: string;

  @Field(() => Person, { description: 'Who founded it; opens access, decides nothing.' })
  readonly founder!: Person;

  @Field(() => ID, { description: 'The founder’s mandate, for the header Tavolo-Mandate.' })
  readonly founderMandate!: string;
}

@Resolver(() => TavoloInstance)
export class InstanceResolver {
  constructor(private readonly founded: Instance) {}

  @Query(() => TavoloInstance, { description: 'What this server serves.' })
  instance(): TavoloInstance {
    const { founder, id, name, zone, demo } = this.founded.facts;
    const log = logNameOf({ instance: id, demo });
    const who = { founder: personOf(founder), founderMandate: FOUNDER_MANDATE };
    return { id, name, zone, demo, log, ...who };
  }
}
