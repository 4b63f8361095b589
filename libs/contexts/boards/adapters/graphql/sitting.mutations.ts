import { instantOf, Mutations } from '@tavolo/graphql';
import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import {
  AmendAgendaInput,
  AttendanceInput,
  ConveneMeetingInput,
  DelegateAttendanceInput,
  MinutesInput,
  RecordServiceInput,
  RectifyMinutesInput,
  RevokeDelegationInput,
  SittingInput,
} from './sitting.inputs.js';
import { SittingResult } from './sitting.types.js';

@Resolver()
export class SittingMutations {
  constructor(private readonly mutations: Mutations) {}

  @Mutation(() => SittingResult, { description: 'Convenes a sitting (convocazione).' })
  conveneMeeting(
    @Args('input') { at, ...notice }: ConveneMeetingInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    const input = { ...notice, at: instantOf(at, 'at') };
    const sent = { ...sittingCommand, type: 'ConveneMeeting', target: null, input };
    return this.mutations.send(sent, context);
  }

  @Mutation(() => SittingResult, { description: 'Opens the sitting (apertura).' })
  openMeeting(
    @Args('input') input: SittingInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('OpenMeeting', input, context);
  }

  @Mutation(() => SittingResult, { description: 'Records that a member arrived (arrivo).' })
  recordArrival(
    @Args('input') { as, video, ...arrival }: AttendanceInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    const sitsAs = as === undefined || as === null || as === 'holder' ? {} : { as };
    const input = { ...arrival, ...sitsAs, ...(video === true && { by: 'video' }) };
    return this.#send('RecordArrival', input, context);
  }

  @Mutation(() => SittingResult, { description: 'Gives one’s attendance to another (delega).' })
  delegateAttendance(
    @Args('input') input: DelegateAttendanceInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('DelegateAttendance', input, context);
  }

  @Mutation(() => SittingResult, { description: 'Takes a delegation back (revoca della delega).' })
  revokeDelegation(
    @Args('input') input: RevokeDelegationInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('RevokeDelegation', input, context);
  }

  @Mutation(() => SittingResult, { description: 'Records how a notice was served (notifica).' })
  recordService(
    @Args('input') input: RecordServiceInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('RecordService', input, context);
  }

  @Mutation(() => SittingResult, { description: 'Records that a member left (uscita).' })
  recordDeparture(
    @Args('input') { as: _as, video: _video, ...input }: AttendanceInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('RecordDeparture', input, context);
  }

  @Mutation(() => SittingResult, { description: 'Closes the sitting (chiusura).' })
  closeMeeting(
    @Args('input') input: SittingInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('CloseMeeting', input, context);
  }

  @Mutation(() => SittingResult, { description: 'Drafts the minutes (redazione del verbale).' })
  draftMinutes(
    @Args('input') input: MinutesInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('DraftMinutes', input, context);
  }

  @Mutation(() => SittingResult, { description: 'Approves the minutes (approvazione).' })
  approveMinutes(
    @Args('input') input: MinutesInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('ApproveMinutes', input, context);
  }

  @Mutation(() => SittingResult, { description: 'Adds matters to the agenda (integrazione).' })
  amendAgenda(
    @Args('input') input: AmendAgendaInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('AmendAgenda', input, context);
  }

  @Mutation(() => SittingResult, { description: 'Puts approved minutes right (rettifica).' })
  rectifyMinutes(
    @Args('input') input: RectifyMinutesInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('RectifyMinutes', input, context);
  }

  #send(
    type: string,
    { sitting: target, ...input }: { readonly sitting: string },
    context: RequestContext,
  ): Promise<CommandResult> {
    return this.mutations.send({ ...sittingCommand, type, target, input }, context);
  }
}

const sittingCommand = { aggregate: 'sitting', field: 'sitting' } as const;
