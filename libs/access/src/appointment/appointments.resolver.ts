import { AtMoment, Nodes, Person, personOf } from '@tavolo/graphql';
import type { At, Connection, RequestContext } from '@tavolo/graphql';
import type { Moment } from '@tavolo/projection';
import type { OnModuleInit } from '@nestjs/common';
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { appointmentTable } from './appointment.projection.js';
import type { AppointmentRow } from './appointment.projection.js';
import { AppointmentsArgs } from './appointments.inputs.js';
import { Appointment, AppointmentConnection } from './appointments.types.js';

type Row = At<AppointmentRow>;

/** Who was appointed to what, as of any moment. */
@Resolver(() => Appointment)
export class AppointmentsResolver implements OnModuleInit {
  constructor(private readonly nodes: Nodes) {}

  onModuleInit(): void {
    this.nodes.register('appointment', 'Appointment', { table: appointmentTable });
  }

  @Query(() => Appointment, { nullable: true, description: 'One appointment (incarico).' })
  appointment(
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<Row | null> {
    return this.nodes.one(appointmentTable, { id, at, context });
  }

  @Query(() => AppointmentConnection, {
    description: 'Auditors, coordinators, administrators and services, the earliest first.',
  })
  appointments(
    @Args() { kind, status, person, scope, ...page }: AppointmentsArgs,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<Connection<AppointmentRow>> {
    const where = {
      ...(kind != null && { kind: [kind] }),
      ...(status != null && { status: [status] }),
      ...(person != null && { person: [person] }),
      ...(scope != null && { scope: [scope] }),
    };
    return this.nodes.page(appointmentTable, { ...page, where }, { at, context });
  }

  @ResolveField(() => Person)
  person(@Parent() { person }: Row): Person {
    return personOf(person);
  }

  @ResolveField(() => Person, { nullable: true })
  responsible(@Parent() { responsible }: Row): Person | null {
    return responsible === null ? null : personOf(responsible);
  }

  @ResolveField(() => Person)
  givenBy(@Parent() { givenBy }: Row): Person {
    return personOf(givenBy);
  }

  @ResolveField(() => Person, { nullable: true })
  confirmedBy(@Parent() { confirmedBy }: Row): Person | null {
    return confirmedBy === null ? null : personOf(confirmedBy);
  }

  @ResolveField(() => ID)
  mandate(@Parent() { id, kind }: Row): string {
    return `${id}#${kind}`;
  }
}
