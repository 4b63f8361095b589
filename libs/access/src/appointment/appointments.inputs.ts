import { CommandInput, IsIdOf, LocalDate, PageArgs } from '@tavolo/graphql';
import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, Length, Matches } from 'class-validator';
import { AppointmentKindEnum, AppointmentStatusEnum } from './appointments.types.js';

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const SCOPE = new RegExp(
  `^(?:instance-tavolo|level-(?:national|region|territory|local)|[a-z]+-${UUID})$`,
  'u',
);

/** The first and the last day of an appointment. */
@InputType({ isAbstract: true })
abstract class PeriodInput extends CommandInput {
  @Field(() => LocalDate, { description: 'Its first day, today or later (decorrenza).' })
  readonly from!: string;

  @IsOptional()
  @Field(() => LocalDate, {
    nullable: true,
    description: 'Its last day; without it, it holds until it is revoked (scadenza).',
  })
  readonly until?: string;
}

@InputType({ isAbstract: true })
abstract class AppointInput extends PeriodInput {
  @IsIdOf('person')
  @Field(() => ID, { description: 'Who: a reference that `registerPerson` gave (persona).' })
  readonly person!: string;
}

@InputType({ isAbstract: true })
abstract class AtScopeInput extends AppointInput {
  @Matches(SCOPE, {
    message:
      '$property is no scope ($value): use instance-tavolo, level-national, level-region, level-territory, level-local, or an id this server gave',
  })
  @Field(() => ID, {
    description:
      'What it is held at, with all that lies below (ambito): `instance-tavolo` for everything, `level-region`, a programme, a plan, a network.',
  })
  readonly scope!: string;
}

@InputType({ description: 'Appoints an auditor, who reads and writes nothing (controllore).' })
export class AppointAuditorInput extends AtScopeInput {}

@InputType({ description: 'Appoints a coordinator of a level, plan or network (coordinatore).' })
export class AppointCoordinatorInput extends AtScopeInput {}

@InputType({ description: 'Proposes another administrator (proposta di amministratore).' })
export class ProposeAdministratorInput extends AppointInput {}

@InputType({ description: 'Admits another system as a service of an organisation (servizio).' })
export class AdmitServiceInput extends PeriodInput {
  @Length(1, 100)
  @Field(() => String, { description: 'What the system is called; no name of a person (nome).' })
  readonly name!: string;

  @IsIdOf('partner')
  @Field(() => ID, { description: 'Whom it acts for (ente).' })
  readonly organisation!: string;

  @IsIdOf('person')
  @Field(() => ID, {
    description:
      'Who answers for what it does (responsabile), and is one pair of eyes with it (X-5).',
  })
  readonly responsible!: string;
}

@InputType({ isAbstract: true })
abstract class OnAppointmentInput extends CommandInput {
  @IsIdOf('appointment')
  @Field(() => ID, { description: 'The appointment (incarico).' })
  readonly appointment!: string;
}

@InputType({ description: 'Confirms a proposed administrator, as another person (conferma).' })
export class ConfirmAdministratorInput extends OnAppointmentInput {}

@InputType({ isAbstract: true })
abstract class RevokeInput extends OnAppointmentInput {
  @IsOptional()
  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day, today or later; without it, it ends at once (ultimo giorno).',
  })
  readonly on?: string;
}

@InputType({ description: 'Revokes an auditor or an administrator (revoca).' })
export class RevokeAppointmentInput extends RevokeInput {}

@InputType({ description: 'Revokes a coordinator (revoca).' })
export class RevokeCoordinatorInput extends RevokeInput {}

@InputType({ description: 'Revokes a service (revoca).' })
export class RevokeServiceInput extends RevokeInput {}

@ArgsType()
export class AppointmentsArgs extends PageArgs {
  @IsOptional()
  @Field(() => AppointmentKindEnum, { nullable: true, description: 'Only of this kind.' })
  readonly kind?: string | null;

  @IsOptional()
  @Field(() => AppointmentStatusEnum, { nullable: true, description: 'Only in this state.' })
  readonly status?: string | null;

  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Only of this person, or this service.' })
  readonly person?: string | null;

  @IsOptional()
  @Field(() => ID, { nullable: true, description: 'Only held right at this scope.' })
  readonly scope?: string | null;
}
