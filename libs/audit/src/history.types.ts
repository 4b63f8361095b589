import { connectionOf, Instant, LocalDate, Person, Sha256 } from '@tavolo/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { GraphQLScalarType } from 'graphql';

/** JSON as it is; only ever given, never taken. */
export const JsonScalar = new GraphQLScalarType({
  name: 'Json',
  description: 'Any JSON value, as it stands in the log.',
});

@ObjectType({ description: 'A stream at a revision: what a decision was grounded on.' })
export class EventBasis {
  @Field(() => ID, { description: 'The stream.' })
  readonly stream!: string;

  @Field(() => Int, { description: 'Its revision when it was read.' })
  readonly revision!: number;
}

@ObjectType({ description: 'A document that an act names (documento).' })
export class EventDocument {
  @Field(() => Sha256, { description: 'Hash of its bytes; `/documents/<sha256>` gives them.' })
  readonly sha256!: string;

  @Field(() => String, { nullable: true, description: 'Protocol number.' })
  readonly protocolNo!: string | null;

  @Field(() => String, { nullable: true, description: 'Protocol date.' })
  readonly protocolDate!: string | null;
}

@ObjectType({
  description: 'A fact of the log, with who, when, under which mandate and why (evento).',
})
export class Event {
  @Field(() => ID, { description: 'Its id: a lasting reference, and a moment for `asOf`.' })
  readonly id!: string;

  @Field(() => String, { description: 'What happened.' })
  readonly type!: string;

  @Field(() => Int, { description: 'Shape number of the type.' })
  readonly schema!: number;

  @Field(() => ID, { description: 'Its stream.' })
  readonly stream!: string;

  @Field(() => Int, { description: 'Its revision in the stream.' })
  readonly revision!: number;

  @Field(() => String, { description: 'Its position in the log.' })
  readonly position!: string;

  @Field(() => Instant, { description: 'When it was recorded (registrato il).' })
  readonly recordedAt!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day it has effect from, where that is another one (decorrenza).',
  })
  readonly effectiveOn!: string | null;

  @Field(() => Person, { description: 'Who acted; a process acts as `system:<name>`.' })
  readonly actor!: Person;

  @Field(() => ID, { nullable: true, description: 'Under which mandate (mandato).' })
  readonly mandate!: string | null;

  @Field(() => ID, { nullable: true, description: 'On behalf of which organisation.' })
  readonly organisation!: string | null;

  @Field(() => String, { description: 'How the actor was known: issuer and assurance.' })
  readonly authentication!: string;

  @Field(() => [String], { description: 'Norms it rests on (base giuridica).' })
  readonly legalBasis!: readonly string[];

  @Field(() => String, { nullable: true, description: 'The act that authorised it.' })
  readonly authorisation!: string | null;

  @Field(() => [EventDocument], { description: 'Documents it rests on.' })
  readonly documents!: readonly EventDocument[];

  @Field(() => [EventBasis], { description: 'Streams it was decided on.' })
  readonly basis!: readonly EventBasis[];

  @Field(() => ID, { description: 'The command that it came from.' })
  readonly commandId!: string;

  @Field(() => ID, { description: 'The same for all that one human act brought about.' })
  readonly correlationId!: string;

  @Field(() => ID, { nullable: true, description: 'The event that caused it.' })
  readonly causationId!: string | null;

  @Field(() => JsonScalar, { description: 'The fact itself.' })
  readonly data!: unknown;

  /** Reference of the reason in the private store; resolved when it is asked for. */
  readonly reasonRef!: string | null;
}

export const EventConnection = connectionOf(Event);

@ObjectType({ description: 'An event beside those of its stream (evento nel suo flusso).' })
export class LoggedEvent {
  @Field(() => Event, { description: 'The event.' })
  readonly event!: Event;

  @Field(() => ID, {
    nullable: true,
    description: 'The event before it in its stream, as far as one may read it (precedente).',
  })
  readonly previous!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The event after it in its stream, as far as one may read it (successivo).',
  })
  readonly next!: string | null;
}

@ObjectType({ description: 'One place where two states of an object differ.' })
export class ObjectChange {
  @Field(() => String, { description: 'Where: a JSON pointer (RFC 6901).' })
  readonly path!: string;

  @Field(() => String, { description: '`added`, `removed` or `changed`.' })
  readonly kind!: string;

  @Field(() => JsonScalar, { nullable: true, description: 'Before.' })
  readonly before!: unknown;

  @Field(() => JsonScalar, { nullable: true, description: 'After.' })
  readonly after!: unknown;
}

@ObjectType({ description: 'What changed of an object between two moments (differenza).' })
export class Difference {
  @Field(() => ID, { nullable: true, description: 'Last event that the first state knows of.' })
  readonly fromEventId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Last event that the second state knows of.' })
  readonly toEventId!: string | null;

  @Field(() => [ObjectChange], { description: 'Every place that differs.' })
  readonly changes!: readonly ObjectChange[];
}
