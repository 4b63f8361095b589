import { connectionOf, enumOf, Instant, LocalDate, Node, Person, resultOf } from '@tavolo/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

export const AppointmentKindEnum = enumOf(
  'AppointmentKind',
  ['administrator', 'auditor', 'coordinator', 'service'],
  'What an appointment makes of somebody, or of another system (genere di incarico).',
);

export const AppointmentStatusEnum = enumOf(
  'AppointmentStatus',
  ['proposed', 'given', 'revoked', 'withdrawn'],
  'A proposed administrator waits for a second person; what was revoked ends with its last day (stato).',
);

@ObjectType({
  implements: () => [Node],
  description:
    'A mandate given for a time, beside seats and representations (incarico): auditor, coordinator, administrator, service.',
})
export class Appointment extends Node {
  @Field(() => Int, { description: 'Revision of its last fact.' })
  readonly revision!: number;

  @Field(() => AppointmentKindEnum, { description: 'What it makes of who holds it (genere).' })
  readonly kind!: string;

  @Field(() => AppointmentStatusEnum, { description: 'State (stato).' })
  readonly status!: string;

  @Field(() => Person, { description: 'Who acts under it; of a service its own reference.' })
  readonly person!: Person;

  @Field(() => ID, { description: 'What it is held at, with all that lies below (ambito).' })
  readonly scope!: string;

  @Field(() => ID, { nullable: true, description: 'Whom a service acts for (ente).' })
  readonly organisation!: string | null;

  @Field(() => Person, {
    nullable: true,
    description: 'Who answers for what a service does (responsabile).',
  })
  readonly responsible!: Person | null;

  @Field(() => String, { nullable: true, description: 'What a service is called (nome).' })
  readonly name!: string | null;

  @Field(() => LocalDate, { description: 'Its first day (decorrenza).' })
  readonly from!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Its last day (scadenza).' })
  readonly until!: string | null;

  @Field(() => Person, { description: 'Who gave or proposed it (conferito da).' })
  readonly givenBy!: Person;

  @Field(() => Person, {
    nullable: true,
    description: 'Who confirmed an administrator, as the second person (confermato da).',
  })
  readonly confirmedBy!: Person | null;

  @Field(() => Instant, { description: 'When it was given or proposed (registrato il).' })
  readonly recordedAt!: string;

  @Field(() => ID, {
    description: 'The mandate, for Tavolo-Mandate and for invitations (mandato).',
  })
  readonly mandate!: string;
}

export const AppointmentConnection = connectionOf(Appointment);
export const AppointmentResult = resultOf(Appointment, 'appointment');
