import { CommandInput, enumOf, Instant, Person, Receipt, Refusal } from '@tavolo/graphql';
import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsBoolean, IsOptional, Matches } from 'class-validator';
import { closingCauses } from './closing.events.js';
import type { ClosingCause } from './closing.events.js';

const WHO = /^(?:person|service)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

export const ClosingCauseEnum = enumOf(
  'ClosingCause',
  closingCauses,
  'Why logins are closed: the person has left, a login is in other hands, or until that is known (motivo della chiusura).',
);

@ObjectType({ description: 'Somebody whose logins are closed (accessi chiusi).' })
export class ClosedLogin {
  @Field(() => Person, { description: 'Who; of a service its own reference.' })
  readonly person!: Person;

  @Field(() => ClosingCauseEnum, { description: 'Why (motivo della chiusura).' })
  readonly cause!: string;

  @Field(() => Person, { description: 'Who closed them.' })
  readonly closedBy!: Person;

  @Field(() => Instant, { description: 'Since when.' })
  readonly closedAt!: string;
}

@InputType({ isAbstract: true })
abstract class LoginsInput extends CommandInput {
  @Matches(WHO, { message: '$property is no person and no service: use an id this server gave' })
  @Field(() => ID, { description: 'Whose: a person, or a service by its own reference.' })
  readonly person!: string;
}

@InputType({ description: 'Closes the logins of a person (chiusura degli accessi).' })
export class CloseLoginsInput extends LoginsInput {
  @Field(() => ClosingCauseEnum, { description: 'Why (motivo della chiusura).' })
  readonly cause!: ClosingCause;
}

@InputType({ description: 'Reopens the logins of a person (riapertura degli accessi).' })
export class ReopenLoginsInput extends LoginsInput {
  @IsOptional()
  @IsBoolean()
  @Field(() => Boolean, {
    nullable: true,
    description:
      'The logins of before stay out for ever, and the person comes back by a new invitation: for a login in other hands. Without it they are good again (scarto degli accessi).',
  })
  readonly discard?: boolean | null;
}

@ObjectType({ description: 'Logins that are closed, or open again.' })
export class LoginsChanged {
  @Field(() => Receipt, { description: 'Where in the log it landed (ricevuta).' })
  readonly receipt!: Receipt;
}

export const LoginsChangedResult = createUnionType({
  name: 'LoginsChangedResult',
  description: 'What closing or reopening logins answers; a refused one is an answer too.',
  types: () => [LoginsChanged, Refusal] as const,
  resolveType: (value: object) => ('rule' in value ? Refusal : LoginsChanged),
});
