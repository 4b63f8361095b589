import { Mutations } from '@tavolo/graphql';
import type { CommandResult, RequestContext } from '@tavolo/graphql';
import type { PersonRef } from '@tavolo/kernel';
import { PrivateStore } from '@tavolo/private-store';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { AdmitServiceInput, AppointAuditorInput } from './appointments.inputs.js';
import { AppointCoordinatorInput, ConfirmAdministratorInput } from './appointments.inputs.js';
import { ProposeAdministratorInput, RevokeAppointmentInput } from './appointments.inputs.js';
import { RevokeCoordinatorInput, RevokeServiceInput } from './appointments.inputs.js';
import { AppointmentResult } from './appointments.types.js';

/** The commands on appointments, all of them given by people. */
@Resolver()
export class AppointmentMutations {
  constructor(
    private readonly mutations: Mutations,
    private readonly privateStore: PrivateStore,
  ) {}

  @Mutation(() => AppointmentResult, {
    description: 'Appoints an auditor at a scope: reads everything there, writes nothing (nomina).',
  })
  appointAuditor(
    @Args('input') input: AppointAuditorInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#give('AppointAuditor', input, context);
  }

  @Mutation(() => AppointmentResult, {
    description: 'Appoints a coordinator of a level, a plan or a network (nomina).',
  })
  appointCoordinator(
    @Args('input') input: AppointCoordinatorInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#give('AppointCoordinator', input, context);
  }

  @Mutation(() => AppointmentResult, {
    description: 'Proposes another administrator, whom a second person has to confirm (proposta).',
  })
  proposeAdministrator(
    @Args('input') input: ProposeAdministratorInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#give('ProposeAdministrator', input, context);
  }

  @Mutation(() => AppointmentResult, {
    description: 'Confirms an administrator that another person proposed (conferma).',
  })
  confirmAdministrator(
    @Args('input') input: ConfirmAdministratorInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('ConfirmAdministrator', input, context);
  }

  @Mutation(() => AppointmentResult, {
    description: 'Lets another system act for an organisation, under a person who answers for it.',
  })
  async admitService(
    @Args('input') input: AdmitServiceInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    const answer = await this.#give('AdmitService', input, context);
    const service = 'receipt' in answer ? answer.receipt.createdId : null;
    // Told as people are told wherever somebody acted: by the name of a reference.
    if (service !== null) await this.privateStore.putName(service as PersonRef, input.name);
    return answer;
  }

  @Mutation(() => AppointmentResult, {
    description: 'Ends the appointment of an auditor or an administrator (revoca).',
  })
  revokeAppointment(
    @Args('input') input: RevokeAppointmentInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('RevokeAppointment', input, context);
  }

  @Mutation(() => AppointmentResult, { description: 'Ends the appointment of a coordinator.' })
  revokeCoordinator(
    @Args('input') input: RevokeCoordinatorInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('RevokeCoordinator', input, context);
  }

  @Mutation(() => AppointmentResult, { description: 'Lets a service act no more (revoca).' })
  revokeService(
    @Args('input') input: RevokeServiceInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('RevokeService', input, context);
  }

  #give(type: string, input: object, context: RequestContext): Promise<CommandResult> {
    return this.mutations.send({ ...onAppointment, type, target: null, input }, context);
  }

  #send(
    type: string,
    { appointment: target, ...input }: { readonly appointment: string },
    context: RequestContext,
  ): Promise<CommandResult> {
    return this.mutations.send({ ...onAppointment, type, target, input }, context);
  }
}

const onAppointment = { aggregate: 'appointment', field: 'appointment' } as const;
